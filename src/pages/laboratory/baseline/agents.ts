import { effect, signal } from "@preact/signals";
import type { AgentDifferences, Story } from "../../../observation/index.ts";
import type { Said } from "../../../scenario/index.ts";
import { type Counterfactual, startCounterfactual } from "../../../worker/counterfactualClient.ts";
import type { Inspection } from "../../../worker/protocol.ts";
import { saidOfError } from "../saidOfError.ts";
import { look, pause, queue } from "../session/index.ts";
import { baseline, baselineWeek, bothRest } from "./baseline.ts";

export type ComparedKind = "resident" | "organization";

/** With whom it stands otherwise than in the baseline, in the week in which both rest. */
export const differences = signal<Readonly<Record<ComparedKind, AgentDifferences>> | undefined>(undefined);
/** Why somebody cannot be told of. */
export const failure = signal<Said | undefined>(undefined);

/** One agent in the baseline and in the run. */
interface Pair {
  kind: ComparedKind;
  index: number;
  week: number;
  facts: (Inspection | undefined)[];
  stories: (Story | undefined)[];
}
export const pair = signal<Pair | undefined>(undefined);

let stories: Counterfactual | undefined;

// What was told is of the week in which both rested.
effect(() => {
  if (bothRest.value) return;
  stories?.stop();
  stories = undefined;
  differences.value = undefined;
  pair.value = undefined;
  failure.value = undefined;
});

/** Tells who differs. */
export async function tellDifferences(): Promise<void> {
  const other = baseline.value;
  if (!other) return;
  await orFail(async () => {
    const own = await look((lab) => lab.agentStates());
    if (own === undefined || !stillRest(other) || own.week !== baselineWeek.value) return;
    const [resident, organization] = await Promise.all([other.differences(own, "resident"), other.differences(own, "organization")]);
    if (stillRest(other)) differences.value = { resident, organization };
  });
}

/** Opens one agent in both runs: how it stands, then its story in each. */
export async function openPair(kind: ComparedKind, index: number): Promise<void> {
  const other = baseline.value;
  if (!other) return;
  pause();
  await queue.rest();
  const to = baselineWeek.value;
  await orFail(async () => {
    const facts = await Promise.all([other.inspect(kind, index), look((lab) => lab.inspect(kind, index))]);
    if (!stillRest(other)) return;
    pair.value = { kind, index, week: to, facts, stories: [undefined, undefined] };
    const starts = [await other.present(), await look((lab) => lab.present())];
    stories ??= startCounterfactual();
    for (const [k, start] of starts.entries()) {
      if (start === undefined) return;
      const story = await stories.tell({ start, agent: { kind, index }, from: 0, to }, () => {});
      if ("message" in story) {
        failure.value = story.message;
        return;
      }
      const open: Pair | undefined = pair.peek();
      if (open?.kind !== kind || open.index !== index) return;
      pair.value = { ...open, stories: open.stories.map((old, j) => (j === k ? story : old)) };
    }
  });
}

const stillRest = (other: Counterfactual) => bothRest.value && baseline.value === other;

async function orFail(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (bothRest.value) failure.value = saidOfError(error); // else it was given up
  }
}
