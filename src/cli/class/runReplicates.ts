import { randomInt } from "node:crypto";
import type { RunOrder, RunResult } from "../../experiment/index.ts";
import type { MeasureId } from "../../observation/index.ts";
import type { BaseScenario, Bilingual } from "../../scenario/index.ts";
import {
  type Act,
  type Compared,
  classPlan,
  csvText,
  type Message,
  MOST_DOWN,
  orderOfArm,
  type Refusal,
  type ReplicateRun,
  type ReplicateTask,
  type Seat,
  valueOrNull,
} from "../../teaching/index.ts";
import { type Activity, emptyBoard, type FileOfClass, type Hall } from "./activity.ts";
import { wholeScenario } from "./wholeScenario.ts";

/** One result of a phone in so many is computed again, at random: a phone cannot know which. */
const CHECKED = 10;
/** Milliseconds for which results are gathered before they are written as a table. */
const GATHER = 500;

/** What a class compares, by one seed a phone. */
export interface ComparedRuns {
  /** As it is, and changed. */
  arms: readonly [BaseScenario, BaseScenario];
  /** What is changed, by path. */
  changes: Readonly<Record<string, unknown>>;
  compared: Compared;
  seed: string;
  /** Computes a run on this machine. */
  compute: (order: RunOrder) => Promise<RunResult>;
  /** Told when nothing is computed any more. */
  end: () => unknown;
  /** Whether a result is to be computed again [one in ten]. */
  doubts?: () => boolean;
}

/** Each phone is a replicate: it runs one seed, and the room watches how an interval narrows. */
export class RunReplicates implements Activity {
  readonly mode = "replicates";
  readonly title: Bilingual;
  readonly week = 0;
  readonly busy = false;
  private readonly hall: Hall;
  private readonly of: ComparedRuns;
  private readonly computing = new Set<number>();
  private writing: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(hall: Hall, of: ComparedRuns) {
    this.hall = hall;
    this.of = of;
    const [{ title, titleZh = title }] = of.arms;
    this.title = { en: title, zh: titleZh };
  }

  async again(): Promise<void> {}

  /** Computes what was handed to this machine, or was to be computed again. */
  goOn(): void {
    for (const replicate of this.replicates.open) if (this.replicates.handed.has(replicate)) void this.runHere(replicate);
    for (const { replicate, check, verdict } of this.replicates.runs.values()) if (check && !verdict) void this.checkAgain(replicate);
  }

  roleOf = () => undefined;

  seatOf = () => ({ role: undefined, budget: 0, levers: [], aims: [] });

  stateOf = ({ id }: Seat) => ({ compared: this.of.compared, ran: this.replicates.runsOf(id).map(shown) });

  /** Whoever comes back goes on with the seed that it has, or runs it again; who is new is dealt one. */
  seated({ id }: Seat): void {
    const { session } = this.hall;
    if (session.phase === "open" && this.replicates.openOf(id) === undefined && this.replicates.runsOf(id).length === 0) this.deal(id);
    else this.giveTask(id);
  }

  take({ id }: Seat, message: Message): Refusal | undefined {
    const { replicates } = this;
    if (message.type !== "ran" && message.type !== "unable") return "form";
    const { replicate } = message;
    if (replicates.dealt.get(replicate) !== id) return "round";
    if (message.type === "unable") {
      if (!replicates.runs.has(replicate)) this.hand(replicate);
      return undefined;
    }
    if (!replicates.runs.has(replicate)) {
      const { values, digests } = message;
      const doubted = replicates.runsOf(id).some(({ verdict }) => verdict === "wrong");
      const check = doubted || (this.of.doubts ?? (() => randomInt(CHECKED) === 0))();
      this.hall.record({ type: "ran", replicate, by: "phone", values, digests, check });
      if (check) void this.checkAgain(replicate);
      this.changed(id);
    }
    this.hall.tell(id, { type: "ran", replicate });
    return undefined;
  }

  async act({ act }: Act): Promise<Refusal | undefined> {
    const { session } = this.hall;
    if (act === "open") {
      this.hall.record({ type: "opened", round: 1 });
      for (const id of session.seats.keys()) if (this.replicates.openOf(id) === undefined) this.deal(id);
      return undefined;
    }
    if (act !== "close") return "round";
    for (const replicate of this.replicates.open) this.hand(replicate);
    return undefined;
  }

  isDone = (seat: number): boolean => this.replicates.openOf(seat) === undefined && this.replicates.runsOf(seat).length > 0;

  board() {
    const runs = [...this.replicates.runs.values()];
    return {
      ...emptyBoard,
      replicates: {
        ...this.of.compared,
        runs: runs.filter(({ verdict }) => verdict !== "wrong").map(shown),
        wrong: runs.filter(({ verdict }) => verdict === "wrong").map(shown),
        underWay: this.replicates.open.length,
        checked: runs.filter(({ verdict }) => verdict !== undefined).length,
      },
    };
  }

  /** All runs as a table, and the plan by which `batch` comes to the same ones. */
  files(): FileOfClass[] {
    const { compared, seed, arms, changes } = this.of;
    const table = { name: "runs.csv", text: this.table() };
    if (this.replicates.dealt.size === 0) return [table];
    const plan = classPlan({
      title: this.title,
      head: [
        "The runs of the phones once more, with the same seeds: npx four-circles batch plan.yaml --out DIR",
        "用相同的随机种子重算各手机的运行。",
      ],
      scenario: "begun.yaml",
      seed,
      weeks: compared.weeks,
      replicates: this.replicates.dealt.size,
      span: compared.span,
      measures: [compared.measure.id as MeasureId],
      arms: { baseline: {}, changed: { set: changes } },
    });
    return [table, { name: "begun.yaml", text: wholeScenario(arms[0]) }, { name: "plan.yaml", text: plan }];
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.writing);
    await this.of.end();
    await this.hall.write().catch(() => {}); // the journal has it all
  }

  private get replicates() {
    return this.hall.session.replicates;
  }

  /** That of the same replicate of a batch, which counts from 0. */
  private seedOf = (replicate: number): string => `${this.of.seed}/${replicate - 1}`;

  private taskOf(replicate: number): ReplicateTask {
    const { arms, compared } = this.of;
    const seed = this.seedOf(replicate);
    const texts = arms.map((arm) => wholeScenario({ ...arm, seed }));
    return { replicate, measure: compared.measure.id, span: compared.span, arms: texts };
  }

  private deal(id: number): void {
    this.hall.record({ type: "dealt", id, replicate: this.replicates.next });
    this.giveTask(id);
  }

  private giveTask(id: number): void {
    const replicate = this.replicates.openOf(id);
    if (replicate === undefined || this.replicates.handed.has(replicate)) return;
    const task = this.taskOf(replicate);
    if (JSON.stringify(task).length > MOST_DOWN) this.hand(replicate);
    else this.hall.tell(id, { type: "task", task });
  }

  /** This machine runs what a phone cannot or does not. */
  private hand(replicate: number): void {
    if (!this.replicates.handed.has(replicate)) this.hall.record({ type: "handed", replicate });
    void this.runHere(replicate);
  }

  private async runHere(replicate: number): Promise<void> {
    await this.once(replicate, async () => {
      const { values, digests } = await this.computed(replicate);
      // The phone may have been quicker after all.
      if (!this.replicates.runs.has(replicate)) this.hall.record({ type: "ran", replicate, by: "server", values, digests, check: false });
      this.changed(this.replicates.dealt.get(replicate) ?? 0);
    });
  }

  /** Computes again what a phone has sent; if it is wrong, all else that it sent as well. */
  private async checkAgain(replicate: number): Promise<void> {
    await this.once(replicate, async () => {
      const run = this.replicates.runs.get(replicate) as ReplicateRun;
      const { values, digests } = await this.computed(replicate);
      const right = String(values) === String(run.values) && String(digests) === String(run.digests);
      this.hall.record({ type: "judged", replicate, right });
      this.changed(run.seat);
      if (right) return;
      for (const { replicate: other, by, verdict } of this.replicates.runsOf(run.seat))
        if (by === "phone" && verdict === undefined) void this.checkAgain(other);
    });
  }

  private async once(replicate: number, what: () => Promise<void>): Promise<void> {
    if (this.computing.has(replicate)) return;
    this.computing.add(replicate);
    try {
      await what();
    } catch (error) {
      if (!this.closed) this.hall.trouble(error);
    } finally {
      this.computing.delete(replicate);
    }
  }

  private async computed(replicate: number): Promise<Pick<ReplicateRun, "values" | "digests">> {
    const task = this.taskOf(replicate);
    const results = await Promise.all(task.arms.map((text) => this.of.compute(orderOfArm(task, text))));
    const done = results.map((result) => {
      if (!result.ok) throw new Error(result.cause);
      return result;
    });
    return { values: done.map(({ outcomes }) => valueOrNull(outcomes[0])), digests: done.map(({ digest }) => digest.state) };
  }

  private changed(seat: number): void {
    const { session } = this.hall;
    const of = session.seats.get(seat);
    if (of) this.hall.tellState(of);
    this.hall.refreshBoards();
    this.writing ??= setTimeout(() => {
      this.writing = undefined;
      this.hall.write().catch((error) => this.hall.trouble(error));
    }, GATHER);
  }

  /** A row a replicate. */
  private table(): string {
    const { measure } = this.of.compared;
    const { seats } = this.hall.session;
    const heads = [
      "replicate",
      "seed",
      "seat",
      "name",
      "run_by",
      "checked",
      `${measure.id}_baseline`,
      `${measure.id}_changed`,
      "difference",
      "digest_baseline",
      "digest_changed",
    ];
    const rows = [...this.replicates.runs.values()]
      .sort((a, b) => a.replicate - b.replicate)
      .map(({ replicate, seat, by, verdict, values, digests }) => {
        const [baseline, changed] = values.map((value) => value ?? Number.NaN);
        const cells = [
          replicate,
          this.seedOf(replicate),
          seat,
          seats.get(seat)?.name ?? "",
          by,
          verdict ?? "",
          baseline,
          changed,
          changed - baseline,
          ...digests,
        ];
        return Object.fromEntries(heads.map((head, k) => [head, cells[k]]));
      });
    return csvText<string>(heads, rows);
  }
}

const shown = ({ replicate, seat, by, values, verdict }: ReplicateRun) => ({ replicate, seat, by, values, verdict });
