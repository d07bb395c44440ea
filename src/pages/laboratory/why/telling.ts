import { batch, effect, signal } from "@preact/signals";
import type { Agent, DrawRecord, Force, Story, StoryKind } from "../../../observation/index.ts";
import type { Said } from "../../../scenario/index.ts";
import { type Counterfactual, startCounterfactual } from "../../../worker/counterfactualClient.ts";
import type { Start } from "../../../worker/counterfactualProtocol.ts";
import { saidOfError } from "../saidOfError.ts";
import { look, past, pause, queue } from "../session/index.ts";

/** How far a replay has come, and how long it may still take. */
export interface Progress {
  week: number;
  to: number;
  /** Seconds; NaN while nothing is known. */
  left: number;
}

export const told = signal<Story | undefined>(undefined);
export const progress = signal<Progress | undefined>(undefined);
export const failure = signal<Said | undefined>(undefined);
/** What would have been, had one draw fallen otherwise. */
export const otherwise = signal<{ draw: DrawRecord; mechanism: string; week: number; story: Story } | undefined>(undefined);

let second: Counterfactual | undefined;

/** Where the story told begins, and how it is run again for what would have been. */
let source: { start: Start; agent: Agent<StoryKind>; from: number; to: number } | undefined;

async function replay(request: {
  start: Start;
  agent: Agent<StoryKind>;
  from: number;
  to: number;
  force?: Force;
}): Promise<Story | undefined> {
  second ??= startCounterfactual();
  const mine = second;
  const began = performance.now();
  failure.value = undefined;
  progress.value = { week: 0, to: request.to, left: Number.NaN };
  let shown = 0;
  try {
    const story = await mine.tell(request, (at) => {
      const now = performance.now();
      if (now - shown < 100 || mine !== second) return;
      shown = now;
      progress.value = { week: at, to: request.to, left: ((now - began) / at) * (request.to - at) * 0.001 };
    });
    if ("message" in story) {
      failure.value = story.message;
      return undefined;
    }
    return story;
  } catch (error) {
    if (mine !== second) return undefined; // given up
    stop();
    failure.value = saidOfError(error);
    return undefined;
  } finally {
    if (mine === second) progress.value = undefined;
  }
}

/** That there is no such agent: its kind, and how many there have been. */
export const nobody = signal<{ agent: Agent<StoryKind>; count: number } | undefined>(undefined);

let tellings = 0;

/** Gives up what is being told and takes away what was. */
function clear(): void {
  tellings++;
  if (progress.peek()) stop();
  batch(() => {
    told.value = undefined;
    otherwise.value = undefined;
    failure.value = undefined;
    nobody.value = undefined;
  });
}

// A story is one of the weeks that have run: of others it says nothing.
effect(() => {
  past.value;
  clear();
});

/** Tells some weeks of the story of an agent of the run that stands, at rest. */
export async function tell(agent: Agent<StoryKind>, { from, to }: { from: number; to: number }): Promise<void> {
  pause();
  clear();
  const mine = tellings;
  const asked = await queue.add(async () => ({
    count: await look((lab) => lab.agents(agent.kind)),
    start: await look((lab) => lab.present()),
  }));
  if (mine !== tellings || asked?.count === undefined || asked.start === undefined) return;
  const { count, start } = asked;
  if (agent.index >= count) {
    nobody.value = { agent, count };
    return;
  }
  source = { start, agent, from: from - 1, to };
  const story = await replay(source);
  if (mine === tellings) told.value = story;
}

/** Runs the weeks of the story told once more with one draw fallen on the other side. */
export async function askOtherwise(mechanism: string, at: number, record: DrawRecord): Promise<void> {
  if (source === undefined || progress.peek()) return;
  otherwise.value = undefined;
  const { stream, key, draw, outcome } = record;
  const story = await replay({ ...source, force: { week: at, mechanism, stream, key, draw, outcome: 1 - outcome } });
  if (story) otherwise.value = { draw: record, mechanism, week: at, story };
}

/** Gives up a replay that takes too long. */
export function stop(): void {
  second?.stop();
  second = undefined;
  progress.value = undefined;
}
