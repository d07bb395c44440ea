import { batch, computed, effect, signal, untracked } from "@preact/signals";
import type { FateDifferences, Story } from "../../../observation/index.ts";
import { maySchedule } from "../../../scenario/index.ts";
import type { Inspection, NetworkFrame, PeopleFrame } from "../../../worker/protocol.ts";
import { type SecondWorld, startSecond } from "../../../worker/secondClient.ts";
import type { Start } from "../../../worker/secondProtocol.ts";
import { ask, interventions as changesOfFirst, community, description, digest, loaded, running, week } from "../session/index.ts";

export type Fated = "resident" | "organization";

/** What is otherwise in the second world. */
export const changes = signal<Readonly<Record<string, unknown>>>({ partyBuilding: "off" });
/** Another seed; empty for common draws. */
export const otherSeed = signal("");
/** First week that is otherwise; 0 for the next one. */
export const branchWeek = signal(0);

/** First week that was otherwise in the second world that stands; 0 while there is none. */
export const branchedAt = signal(0);
export const progress = signal<{ week: number; to: number } | undefined>(undefined);
export const failure = signal("");
export const goneBack = signal(false);
export const secondWeek = signal(0);
/** [measure][week - 1] of the second world. */
export const secondSeries = signal<readonly (readonly number[])[]>([]);
export const secondDigest = signal("");
export const fates = signal<Readonly<Record<Fated, FateDifferences>> | undefined>(undefined);
export const secondNetwork = signal<NetworkFrame | undefined>(undefined);
export const secondPeople = signal<PeopleFrame | undefined>(undefined);
/** One agent in both worlds. */
interface Pair {
  kind: Fated;
  index: number;
  facts: (Inspection | undefined)[];
  stories: (Story | undefined)[];
}
export const pair = signal<Pair | undefined>(undefined);

/** Changes that no week can bring: such a second world begins at week 0. */
export const fromStart = computed(() => Object.keys(changes.value).filter((path) => !maySchedule(path)));

let second: SecondWorld | undefined;
let stories: SecondWorld | undefined;
let generation = 0;

/** Ends the second world and all that hangs on it. */
export function end(): void {
  generation++;
  second?.stop();
  stories?.stop();
  second = undefined;
  stories = undefined;
  batch(() => {
    branchedAt.value = 0;
    progress.value = undefined;
    secondWeek.value = 0;
    secondSeries.value = [];
    secondDigest.value = "";
    fates.value = undefined;
    secondNetwork.value = undefined;
    secondPeople.value = undefined;
    pair.value = undefined;
  });
}

function failed(error: unknown): void {
  end();
  failure.value = (error as Error).message;
}

function take(rows: Float64Array, from: number, to: number): void {
  const width = description.value?.measures.length ?? 0;
  secondSeries.value = Array.from({ length: width }, (_, m) => {
    const next = (secondSeries.value[m] ?? []).slice(0, from);
    for (let row = 0; row < to - from; row++) next.push(rows[row * width + m]);
    return next;
  });
  secondWeek.value = to;
}

/** Branches the second world off: from a checkpoint where it begins now, by running the past once more where it began then. */
export async function branch(): Promise<void> {
  end();
  const mine = ++generation;
  failure.value = "";
  goneBack.value = false;
  const now = week.value;
  const whole = fromStart.value.length > 0 || otherSeed.value !== "";
  const at = whole ? 1 : branchWeek.value === 0 ? now + 1 : Math.min(branchWeek.value, now + 1);
  const entries = Object.entries(changes.value);
  const interventions = whole ? [] : entries.map(([path, value]) => ({ week: at, path, value: value as string | number | boolean }));
  const set = whole ? { ...changes.value, ...(otherSeed.value === "" ? {} : { seed: otherSeed.value }) } : {};
  progress.value = { week: 0, to: now };
  adopted = changesOfFirst.value;
  const start = await ask<Start>((lab) => (at === now + 1 && !whole ? lab.checkpoint() : lab.present()));
  if (start === undefined || mine !== generation) return;
  second = startSecond();
  try {
    const made = await second.branch({ start, interventions, set, to: now }, (done) => {
      if (mine === generation) progress.value = { week: done, to: now };
    });
    if (mine !== generation) return;
    if (!made.ok) {
      failed(new Error(made.message));
      return;
    }
    batch(() => {
      take(made.frame.rows, 0, made.frame.week);
      progress.value = undefined;
      branchedAt.value = at;
    });
    await follow();
  } catch (error) {
    if (mine === generation) failed(error);
  }
}

/** The second world that is being brought on, by its generation. */
let following = 0;
/** Whether the first world has moved, or something else is asked of the second, since it was last looked at. */
let called = false;
/** Interventions of the first world that the second has taken over. */
let adopted: unknown;

/** Brings the second world to the week of the first; where both rest, what differs is told. */
async function follow(): Promise<void> {
  called = true;
  if (following === generation || second === undefined || branchedAt.value === 0) return;
  const mine = generation;
  following = mine;
  try {
    while (called && mine === generation) {
      called = false;
      await catchUp(second, mine);
      if (mine === generation && !running.value) await rest(second, mine);
    }
  } catch (error) {
    if (mine === generation) failed(error);
  } finally {
    if (following === mine) following = 0;
  }
}

async function catchUp(world: SecondWorld, mine: number): Promise<void> {
  while (mine === generation && secondWeek.value < week.value) {
    if (adopted !== changesOfFirst.value) {
      adopted = changesOfFirst.value;
      const scenario = await ask((lab) => lab.present());
      if (scenario === undefined || mine !== generation) return;
      await world.adopt(scenario.interventions);
    }
    const from = secondWeek.value;
    const frame = await world.step(Math.min(26, week.value - from));
    if (mine !== generation) return;
    take(frame.rows, from, frame.week);
    secondDigest.value = "";
    if (frame.week === from) return; // the end of its weeks
  }
}

/** Tells what differs, where both worlds stand in one week. */
async function rest(world: SecondWorld, mine: number): Promise<void> {
  const first = await ask((lab) => lab.fates());
  if (first === undefined || mine !== generation || first.week !== secondWeek.value) return;
  const [own, resident, organization, graph, crowd] = await Promise.all([
    world.digest(),
    world.differences(first, "resident"),
    world.differences(first, "organization"),
    world.network(),
    world.people(community.value),
  ]);
  if (mine !== generation) return;
  batch(() => {
    secondDigest.value = own;
    fates.value = { resident, organization };
    secondNetwork.value = graph;
    secondPeople.value = crowd;
  });
}

effect(() => {
  // The first world was built anew, or has gone back behind the second.
  const result = loaded.value;
  if (branchedAt.peek() > 0 && (!result?.ok || week.value < secondWeek.peek())) {
    end();
    goneBack.value = true;
  }
});
effect(() => {
  void week.value;
  void running.value;
  void digest.value;
  void community.value;
  if (branchedAt.value > 0) void untracked(follow);
});

/** Opens one agent in both worlds: how it stands, then its story in each. */
export async function openPair(kind: Fated, index: number): Promise<void> {
  const mine = generation;
  const world = second;
  if (world === undefined) return;
  const to = week.value;
  try {
    const facts = await Promise.all([ask((lab) => lab.inspect(kind, index)), world.inspect(kind, index)]);
    if (mine !== generation) return;
    pair.value = { kind, index, facts, stories: [undefined, undefined] };
    const starts = [await ask((lab) => lab.present()), await world.present()];
    stories ??= startSecond();
    for (const [k, start] of starts.entries()) {
      if (start === undefined) return;
      const story = await stories.tell({ start, agent: { kind, index }, from: 0, to }, () => {});
      if (mine !== generation || "message" in story) return;
      const open: Pair | undefined = pair.peek();
      if (open?.kind !== kind || open.index !== index) return;
      pair.value = { ...open, stories: open.stories.map((old, j) => (j === k ? story : old)) };
    }
  } catch (error) {
    if (mine === generation) failed(error);
  }
}
