import { batch, computed, signal } from "@preact/signals";
import type { Description, Frame } from "../../../worker/protocol.ts";
import { CommandQueue } from "./commandQueue.ts";
import { keep } from "./kept.ts";
import { redraw } from "./pictures.ts";
import { description, loaded, weeks } from "./scenario.ts";
import { ask, failure } from "./worker.ts";

export const week = signal(0);
/** Weeks a second; 0 is as fast as the worker goes. */
export const speed = signal(0);
/** Digest of the state at the end of the week shown; empty until it has been computed. */
export const digest = signal("");
/** [measure][week - 1] */
export const series = signal<readonly (readonly number[])[]>([]);
export const finished = computed(() => weeks.value > 0 && week.value >= weeks.value);

/** The week that the run is bound for, and the week up to which it has been run before; it stands still without the first. */
const goal = signal<number | undefined>(undefined);
const again = signal(0);
/** True while weeks are run one after the other. */
export const running = computed(() => goal.value !== undefined);
/** The week that is run to again, while the past is replayed. */
export const replaying = computed(() => (running.value && week.value < again.value ? again.value : undefined));

// Pictures of a run that goes on: every second, or after some weeks, but never so often that the weeks wait for them.
const REDRAW = { weeks: 4, least: 250, most: 1000 }; // milliseconds
let drawnAt = { week: 0, time: 0 };
/** When the next week is due, at a speed that is not the fastest. */
let due = 0;
/** Weeks that are asked for at once: several in small worlds, so that the picture changes about twenty times a second. */
let each = 1;
const PACE = { milliseconds: 50, mostWeeks: 26 };

/** All that changes the world waits here for its turn; while nothing waits, the run goes on. */
export const queue = new CommandQueue(async () => {
  if (goal.value !== undefined && week.value < goal.value && standing()) await goOn();
  else if (goal.value !== undefined) halt();
  else if (digest.value === "" && standing()) await settle();
  else return false;
  return true;
});

const standing = (): boolean => loaded.value !== undefined && failure.value === undefined;

export async function run(): Promise<void> {
  await queue.add(async () => bindFor(weeks.value), true);
}

/** Runs up to a week. */
export async function runUpTo(to: number): Promise<void> {
  await queue.add(async () => bindFor(to), true);
}

export async function stepOnce(): Promise<void> {
  if (running.value) return;
  await queue.add(async () => {
    if (standing() && !finished.value) await advance(1);
  });
}

export function pause(): void {
  queue.dropPassing();
  halt();
  queue.go();
}

/** Sets the week that the run is bound for. Weeks that have been run before are run as fast as can be, and the page says so. */
export function bindFor(to: number, before = 0): void {
  const end = Math.min(to, weeks.value);
  if (end <= week.value) return;
  batch(() => {
    goal.value = end;
    again.value = Math.min(before, end);
  });
  queue.go();
}

/** Runs again what is behind a week, then goes on as it was going. */
export function replayTo(to: number): void {
  bindFor(Math.max(to, again.value, goal.value ?? 0), Math.max(to, replaying.value ?? 0));
}

/** The run stands still. */
export function halt(): void {
  batch(() => {
    goal.value = undefined;
    again.value = 0;
  });
}

/** Takes in weeks that the worker has computed, after those up to a week. */
export function take(frame: Frame, after: number): void {
  const { measures } = description.value as Description;
  batch(() => {
    series.value = measures.map((_, m) => {
      const next = (series.value[m] ?? []).slice(0, after);
      for (let row = 0; row < frame.week - after; row++) next.push(frame.rows[row * measures.length + m]);
      return next;
    });
    week.value = frame.week;
    digest.value = ""; // that of an earlier week is not that of this one
  });
}

async function goOn(): Promise<void> {
  const leisurely = speed.value > 0 && replaying.value === undefined;
  const left = (goal.value as number) - week.value;
  const now = performance.now();
  if (leisurely && due > now) {
    await queue.sleep(due - now);
    return;
  }
  const count = leisurely ? 1 : Math.min(each, left, (replaying.value ?? Number.POSITIVE_INFINITY) - week.value);
  await advance(count);
  const took = performance.now() - now;
  if (leisurely) due = now + 1000 / speed.value;
  else each = Math.max(1, Math.min(PACE.mostWeeks, Math.round((each * PACE.milliseconds) / Math.max(1, took))));
}

async function advance(count: number): Promise<void> {
  const began = performance.now();
  const frame = await ask((lab) => lab.step(count));
  if (frame === undefined) return;
  const took = performance.now() - began;
  take(frame, week.value);
  const since = performance.now() - drawnAt.time;
  if (since >= REDRAW.most || (since >= REDRAW.least && Math.abs(frame.week - drawnAt.week) >= REDRAW.weeks)) {
    drawnAt = { week: frame.week, time: performance.now() };
    await redraw();
  }
  await keep(frame.week, took);
}

/** Shows the week that the run has come to rest in. */
async function settle(): Promise<void> {
  await redraw();
  const found = await ask((lab) => lab.digest());
  if (found !== undefined) digest.value = found;
}
