import { batch, signal } from "@preact/signals";
import type { Agent, Cast, Force, Story, StoryKind } from "../../../observation/index.ts";
import { type SecondWorld, startSecond } from "../../../worker/secondClient.ts";
import type { Start } from "../../../worker/secondProtocol.ts";
import { ask, week } from "../session/index.ts";

/** How far a replay has come, and how long it may still take. */
export interface Progress {
  week: number;
  to: number;
  /** Seconds; NaN while nothing is known. */
  left: number;
}

export const told = signal<Story | undefined>(undefined);
export const progress = signal<Progress | undefined>(undefined);
export const failure = signal("");
/** What would have been, had one draw fallen otherwise. */
export const otherwise = signal<{ cast: Cast; mechanism: string; week: number; story: Story } | undefined>(undefined);

let second: SecondWorld | undefined;

/** Where the story told begins, and how it is run again for what would have been. */
let source: { start: Start; agent: Agent<StoryKind>; from: number; to: number } | undefined;

async function replay(request: {
  start: Start;
  agent: Agent<StoryKind>;
  from: number;
  to: number;
  force?: Force;
}): Promise<Story | undefined> {
  second ??= startSecond();
  const mine = second;
  const began = performance.now();
  failure.value = "";
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
    failure.value = (error as Error).message;
    second = undefined;
    return undefined;
  } finally {
    if (mine === second || second === undefined) progress.value = undefined;
  }
}

/** Tells the story of an agent of the run that stands. @param last  weeks to tell, the last of the run; 0 all */
export async function tell(agent: Agent<StoryKind>, last: number): Promise<void> {
  if (progress.peek()) stop();
  batch(() => {
    told.value = undefined;
    otherwise.value = undefined;
  });
  const start = await ask((lab) => lab.present());
  if (start === undefined) return;
  const to = week.value;
  source = { start, agent, from: last === 0 ? 0 : Math.max(0, to - last), to };
  told.value = await replay(source);
}

/** Runs the weeks of the story told once more with one draw fallen on the other side. */
export async function askOtherwise(mechanism: string, at: number, cast: Cast): Promise<void> {
  if (source === undefined || progress.peek()) return;
  otherwise.value = undefined;
  const { stream, key, draw, outcome } = cast;
  const story = await replay({ ...source, force: { week: at, mechanism, stream, key, draw, outcome: 1 - outcome } });
  if (story) otherwise.value = { cast, mechanism, week: at, story };
}

/** Gives up a replay that takes too long. */
export function stop(): void {
  second?.stop();
  second = undefined;
  progress.value = undefined;
}
