import { batch, computed, effect, signal, untracked } from "@preact/signals";
import type { Said } from "../../../scenario/index.ts";
import { type Counterfactual, startCounterfactual } from "../../../worker/counterfactualClient.ts";
import { saidOfError } from "../saidOfError.ts";
import {
  built,
  changesOfBaseline,
  description,
  file,
  interventions,
  loaded,
  look,
  opening,
  own,
  queue,
  requestOf,
  running,
  seed,
  week,
} from "../session/index.ts";
import { keptBefore } from "../session/kept.ts";

/** Residents up to which the baseline runs by itself: of more it takes as much memory as the run, some hundreds of megabytes. */
const MOST = 200_000;
/** Weeks that are asked for at once. */
const AT_ONCE = 26;

/** Whether the reader has asked for the baseline, or has sent it away; by itself it runs where the district is small enough. */
const asked = signal<boolean | undefined>(undefined);
export const wanted = computed(() => asked.value ?? (loaded.value?.residents ?? 0) <= MOST);
export const want = (on: boolean): void => {
  asked.value = on;
};

/** The first week in which the run and its baseline differ by what was changed; none if they are the same run. */
export const firstChange = computed(() => {
  const base = changesOfBaseline.value;
  if (!same(built.value, base.changed)) return 1;
  const [here, there] = [interventions.value, base.interventions];
  const lacks = (list: typeof here, one: (typeof here)[number]) => !list.some((other) => same(other, one));
  const apart = [...here.filter((one) => lacks(there, one)), ...there.filter((one) => lacks(here, one))];
  return apart.length > 0 ? Math.min(...apart.map((one) => one.week)) : undefined;
});
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What the baseline is of, while there is to be one. */
const subject = computed(() => {
  if (firstChange.value === undefined || !wanted.value || opening.value) return undefined;
  return JSON.stringify([file.value, own.value[file.value], seed.value, changesOfBaseline.value]);
});
/** From the week before the first that is otherwise, in which the run can lend a checkpoint. */
const due = computed(() => subject.value !== undefined && week.value >= Math.max(1, (firstChange.value ?? 1) - 1));

/** Week to which the baseline has come; 0 while there is none. */
export const baselineWeek = signal(0);
/** [measure][week - 1] of it. */
const series = signal<readonly (readonly number[])[]>([]);
export const failure = signal<Said | undefined>(undefined);
/** The worker in which it runs, once it stands. */
export const baseline = signal<Counterfactual | undefined>(undefined);

const places = computed(() => new Map(description.value?.measures.map(({ id }, m) => [id, m])));
/** A measure of the baseline, week by week. */
export const measuredBaseline = (id: string): readonly number[] => series.value[places.value.get(id) ?? -1] ?? [];
export const baselineSeries = series;

/** Whether the run can differ from its baseline in a week, and both have it. */
export const isApart = (at: number): boolean => at >= (firstChange.value ?? Number.POSITIVE_INFINITY) && at <= baselineWeek.value;

let worker: Counterfactual | undefined;

function end(): void {
  worker?.stop();
  worker = undefined;
  batch(() => {
    baseline.value = undefined;
    baselineWeek.value = 0;
    series.value = [];
    failure.value = undefined;
  });
}

effect(() => {
  void subject.value;
  untracked(end);
});
effect(() => {
  if (due.value) untracked(() => void (worker ?? begin()));
});

/** Begins the baseline again after it has failed. */
export function beginAgain(): void {
  end();
  void begin();
}

async function begin(): Promise<void> {
  const mine = startCounterfactual();
  worker = mine;
  // Between two weeks of the run, so that a checkpoint is of the week that it is taken for.
  const start = await queue.add(async () => ({ to: week.value, checkpoint: await checkpointBefore(firstChange.value ?? 1) }));
  if (start === undefined || worker !== mine) return;
  const run = requestOf({ file: file.value, seed: seed.value, ...changesOfBaseline.value, baseline: changesOfBaseline.value });
  await unlessFailed(mine, async () => {
    const begun = await mine.begin({ run, ...start }, () => {});
    if (worker !== mine) return;
    if (!begun.ok) throw begun.message;
    batch(() => {
      take(begun.frame.rows, 0, begun.frame.week);
      baseline.value = mine;
    });
    await follow(mine);
  });
}

/** The newest checkpoint of the run from before it parts from its baseline; none if they have parted at the start. */
async function checkpointBefore(first: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!same(built.value, changesOfBaseline.value.changed)) return undefined;
  if (week.value === first - 1) return look((lab) => lab.checkpoint());
  return keptBefore(first)?.bytes;
}

/** Does something with the baseline; what goes wrong is said, unless it is of one that is no more. */
async function unlessFailed(mine: Counterfactual, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (worker !== mine) return;
    end();
    failure.value = error instanceof Error ? saidOfError(error) : (error as Said);
  }
}

function take(rows: Float64Array, from: number, to: number): void {
  const width = description.value?.measures.length ?? 0;
  series.value = Array.from({ length: width }, (_, m) => {
    const next = (series.value[m] ?? []).slice(0, from);
    for (let row = 0; row < to - from; row++) next.push(rows[row * width + m]);
    return next;
  });
  baselineWeek.value = to;
}

let following: Counterfactual | undefined;

/** Brings the baseline to the week of the run. It may be ahead: a run that has gone back comes to it again. */
async function follow(mine: Counterfactual): Promise<void> {
  if (following === mine) return;
  following = mine;
  try {
    while (worker === mine && baselineWeek.value < week.value) {
      const from = baselineWeek.value;
      const frame = await mine.step(Math.min(AT_ONCE, week.value - from));
      if (worker !== mine) return;
      take(frame.rows, from, frame.week);
      if (frame.week === from) return; // the end of its weeks
    }
  } finally {
    if (following === mine) following = undefined;
  }
}

effect(() => {
  void week.value;
  const mine = baseline.value;
  if (mine) void untracked(() => unlessFailed(mine, () => follow(mine)));
});

/** The run and its baseline rest in the same week, so that what differs between their agents can be told. */
export const bothRest = computed(
  () => baseline.value !== undefined && !running.value && week.value > 0 && baselineWeek.value === week.value,
);
