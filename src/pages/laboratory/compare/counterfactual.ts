import { batch, computed, effect, signal, untracked } from "@preact/signals";
import type { AgentDifferences, Story } from "../../../observation/index.ts";
import type { Said } from "../../../scenario/index.ts";
import { type Intervention, maySchedule } from "../../../scenario/index.ts";
import { type Counterfactual, startCounterfactual } from "../../../worker/counterfactualClient.ts";
import type { Start } from "../../../worker/counterfactualProtocol.ts";
import type { CommunitiesFrame } from "../../../worker/pictures.ts";
import type { Inspection, NetworkFrame, PeopleFrame } from "../../../worker/protocol.ts";
import { saidOfError } from "../saidOfError.ts";
import {
  allInterventions,
  community,
  description,
  digest,
  look,
  opening,
  past,
  pause,
  queue,
  running,
  type SecondWorld,
  secondWorld,
  week,
} from "../session/index.ts";

export type ComparedKind = "resident" | "organization";

/** What is otherwise in the counterfactual run. */
export const changes = signal<Readonly<Record<string, unknown>>>({ partyBuilding: "off" });
/** Another seed; empty for common random numbers. */
export const otherSeed = signal("");
/** First week that is otherwise; 0 for the next one. */
export const branchWeek = signal(0);

/** The counterfactual run that stands. */
export const branched = signal<SecondWorld | undefined>(undefined);
export const progress = signal<{ week: number; to: number } | undefined>(undefined);
export const failure = signal<Said | undefined>(undefined);
export const goneBack = signal(false);
export const counterfactualWeek = signal(0);
/** [measure][week - 1] of the counterfactual run. */
export const counterfactualSeries = signal<readonly (readonly number[])[]>([]);
export const counterfactualDigest = signal("");
export const differences = signal<Readonly<Record<ComparedKind, AgentDifferences>> | undefined>(undefined);
export const counterfactualNetwork = signal<NetworkFrame | undefined>(undefined);
export const counterfactualPeople = signal<PeopleFrame | undefined>(undefined);
export const counterfactualCommunities = signal<CommunitiesFrame | undefined>(undefined);
/** One agent in both worlds. */
interface Pair {
  kind: ComparedKind;
  index: number;
  week: number;
  facts: (Inspection | undefined)[];
  stories: (Story | undefined)[];
}
export const pair = signal<Pair | undefined>(undefined);

/** Changes that no week can bring: such a counterfactual run begins at week 0. */
export const fromStart = computed(() => Object.keys(changes.value).filter((path) => !maySchedule(path)));

let second: Counterfactual | undefined;
let stories: Counterfactual | undefined;
let generation = 0;

/** Ends the counterfactual run and all that hangs on it. */
export function end(): void {
  generation++;
  second?.stop();
  stories?.stop();
  second = undefined;
  stories = undefined;
  batch(() => {
    branched.value = undefined;
    secondWorld.value = undefined;
    progress.value = undefined;
    counterfactualWeek.value = 0;
    counterfactualSeries.value = [];
    counterfactualDigest.value = "";
    differences.value = undefined;
    counterfactualNetwork.value = undefined;
    counterfactualPeople.value = undefined;
    counterfactualCommunities.value = undefined;
    pair.value = undefined;
  });
}

function failed(why: Said): void {
  end();
  failure.value = why;
}

function take(rows: Float64Array, from: number, to: number): void {
  const width = description.value?.measures.length ?? 0;
  counterfactualSeries.value = Array.from({ length: width }, (_, m) => {
    const next = (counterfactualSeries.value[m] ?? []).slice(0, from);
    for (let row = 0; row < to - from; row++) next.push(rows[row * width + m]);
    return next;
  });
  counterfactualWeek.value = to;
}

/** Branches the counterfactual run off: from a checkpoint where it begins now, by running the past once more where it began then. */
export async function branch(): Promise<void> {
  end();
  const mine = ++generation;
  failure.value = undefined;
  goneBack.value = false;
  progress.value = { week: 0, to: week.value };
  const { whole, seed, differing } = {
    whole: fromStart.value.length > 0 || otherSeed.value !== "",
    seed: otherSeed.value,
    differing: changes.value,
  };
  const from = branchWeek.value;
  // Between two weeks of the first world, so that what is taken is of the week that it is taken for.
  const begun = await queue.add(async () => {
    const now = week.value;
    const at = whole ? 1 : from === 0 ? now + 1 : Math.min(from, now + 1);
    adopted = allInterventions.value;
    return { now, at, start: await look<Start>((lab) => (at === now + 1 && !whole ? lab.checkpoint() : lab.present())) };
  });
  if (begun?.start === undefined || mine !== generation) return;
  const { now, at, start } = begun;
  const entries = Object.entries(differing);
  const interventions = whole ? [] : entries.map(([path, value]) => ({ week: at, path, value: value as Intervention["value"] }));
  const set = whole ? { ...differing, ...(seed === "" ? {} : { seed }) } : {};
  second = startCounterfactual();
  try {
    const made = await second.branch({ start, interventions, set, to: now }, (done) => {
      if (mine === generation) progress.value = { week: done, to: now };
    });
    if (mine !== generation) return;
    if (!made.ok) {
      failed(made.message);
      return;
    }
    batch(() => {
      take(made.frame.rows, 0, made.frame.week);
      progress.value = undefined;
      branched.value = { at, changes: differing, seed };
      secondWorld.value = branched.value;
    });
    await follow();
  } catch (error) {
    if (mine === generation) failed(saidOfError(error));
  }
}

/** Branches off what a link has asked for, once the run has come to rest where the link says. */
export function followLink(): void {
  const asked = secondWorld.value;
  if (asked === undefined || opening.value || digest.value === "" || branched.value !== undefined || progress.value !== undefined) return;
  untracked(() => {
    batch(() => {
      changes.value = asked.changes;
      otherSeed.value = asked.seed;
      branchWeek.value = asked.at > week.value ? 0 : asked.at;
    });
    void branch();
  });
}

/** The counterfactual run that is being brought on, by its generation. */
let following: { generation: number; done: Promise<void> } | undefined;
/** Whether the first world has moved, or something else is asked of the second, since it was last looked at. */
let called = false;
/** Interventions of the first world that the second has taken over. */
let adopted: readonly Intervention[] | undefined;

/** Brings the counterfactual run to the week of the first; where both rest, what differs is told. */
function follow(): Promise<void> {
  called = true;
  if (second === undefined || branched.value === undefined) return Promise.resolve();
  if (following?.generation !== generation) following = { generation, done: bringOn(second, generation) };
  return following.done;
}

async function bringOn(world: Counterfactual, mine: number): Promise<void> {
  try {
    while (called && mine === generation) {
      called = false;
      await catchUp(world, mine);
      if (mine === generation && !running.value) await rest(world, mine);
    }
  } catch (error) {
    if (mine === generation) failed(saidOfError(error));
  } finally {
    if (following?.generation === mine) following = undefined;
  }
}

async function catchUp(world: Counterfactual, mine: number): Promise<void> {
  while (mine === generation && counterfactualWeek.value < week.value) {
    if (adopted !== allInterventions.value) {
      adopted = allInterventions.value;
      await world.adopt(allInterventions.value);
    }
    const from = counterfactualWeek.value;
    const frame = await world.step(Math.min(26, week.value - from));
    if (mine !== generation) return;
    take(frame.rows, from, frame.week);
    counterfactualDigest.value = "";
    if (frame.week === from) return; // the end of its weeks
  }
}

/** Tells what differs, where both worlds stand in one week. */
async function rest(world: Counterfactual, mine: number): Promise<void> {
  const first = await look((lab) => lab.agentStates());
  if (first === undefined || mine !== generation || first.week !== counterfactualWeek.value) return;
  const [own, resident, organization, graph, crowd, places] = await Promise.all([
    world.digest(),
    world.differences(first, "resident"),
    world.differences(first, "organization"),
    world.network(counterfactualWeek.value),
    world.people(community.value),
    world.communities(counterfactualWeek.value),
  ]);
  if (mine !== generation) return;
  batch(() => {
    counterfactualDigest.value = own;
    differences.value = { resident, organization };
    counterfactualNetwork.value = graph;
    counterfactualPeople.value = crowd;
    counterfactualCommunities.value = places;
  });
}

effect(() => {
  // The first world was built anew, or has gone back: the second branches off a past that is no more.
  past.value;
  const stood = branched.peek() !== undefined || progress.peek() !== undefined;
  failure.value = undefined;
  if (!stood) return;
  end();
  goneBack.value = true;
});
effect(() => {
  void week.value;
  void running.value;
  void digest.value;
  void community.value;
  if (branched.value !== undefined) void untracked(follow);
});

/** Opens one agent in both worlds: how it stands, then its story in each. */
export async function openPair(kind: ComparedKind, index: number): Promise<void> {
  const mine = generation;
  const world = second;
  if (world === undefined) return;
  pause();
  await queue.rest();
  await follow();
  if (mine !== generation) return;
  const to = counterfactualWeek.value;
  try {
    const facts = await Promise.all([look((lab) => lab.inspect(kind, index)), world.inspect(kind, index)]);
    if (mine !== generation) return;
    pair.value = { kind, index, week: to, facts, stories: [undefined, undefined] };
    const starts = [await look((lab) => lab.present()), await world.present()];
    stories ??= startCounterfactual();
    for (const [k, start] of starts.entries()) {
      if (start === undefined) return;
      const story = await stories.tell({ start, agent: { kind, index }, from: 0, to }, () => {});
      if (mine !== generation) return;
      if ("message" in story) {
        failed(story.message);
        return;
      }
      const open: Pair | undefined = pair.peek();
      if (open?.kind !== kind || open.index !== index) return;
      pair.value = { ...open, stories: open.stories.map((old, j) => (j === k ? story : old)) };
    }
  } catch (error) {
    if (mine === generation) failed(saidOfError(error));
  }
}
