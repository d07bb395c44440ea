import { batch, computed, signal } from "@preact/signals";
import type { Description, Frame } from "../../../worker/protocol.ts";
import { forget, keep } from "./kept.ts";
import { clearPictures, redraw } from "./pictures.ts";
import { built, changed, description, loaded, request, weeks } from "./scenario.ts";
import { ask, failure, running } from "./worker.ts";

export const week = signal(0);
/** Weeks a second; 0 is as fast as the worker goes. */
export const speed = signal(0);
/** Digest of the state at the end of the week shown; empty until it has been computed. */
export const digest = signal("");
/** [measure][week - 1] */
export const series = signal<readonly (readonly number[])[]>([]);
export const finished = computed(() => weeks.value > 0 && week.value >= weeks.value);
/** The week that is run to again, while the past is replayed. */
export const replaying = signal<number | undefined>(undefined);

// Pictures of a run that goes on: every second, or after some weeks, but never so often that the weeks wait for them.
const REDRAW = { weeks: 4, least: 250, most: 1000 }; // milliseconds
let drawnAt = { week: 0, time: 0 };

let generation = 0;
let loop: Promise<void> = Promise.resolve();

/** Builds the district anew from what the run is made of, and runs it again to a week. */
export async function load(to = 0): Promise<void> {
  const mine = ++generation;
  batch(() => {
    running.value = false;
    replaying.value = undefined;
    failure.value = "";
    loaded.value = undefined;
    week.value = 0;
    digest.value = "";
    clearPictures();
  });
  forget();
  await ask(async (lab) => {
    description.value ??= await lab.describe();
    const with_ = request();
    const result = await lab.load(with_);
    if (mine !== generation) return;
    batch(() => {
      loaded.value = result;
      built.value = changed.value;
      series.value = (description.value as Description).measures.map(() => []);
    });
    if (!result.ok) return;
    await redraw();
    if (to > 0) await replay(to);
    else digest.value = (await ask((lab) => lab.digest())) ?? "";
  });
}

/** Takes in weeks that the worker has computed, after those up to a week. */
export function take(frame: Frame, after: number): void {
  const width = (description.value as Description).measures.length;
  batch(() => {
    series.value = (description.value as Description).measures.map((_, m) => {
      const next = (series.value[m] ?? []).slice(0, after);
      for (let row = 0; row < frame.week - after; row++) next.push(frame.rows[row * width + m]);
      return next;
    });
    week.value = frame.week;
    digest.value = ""; // that of an earlier week is not that of this one
  });
}

async function advance(count: number): Promise<void> {
  const mine = generation;
  const began = performance.now();
  const frame = await ask((lab) => lab.step(count));
  if (frame === undefined || mine !== generation) return;
  const took = performance.now() - began;
  take(frame, week.value);
  const since = performance.now() - drawnAt.time;
  if (since >= REDRAW.most || (since >= REDRAW.least && Math.abs(frame.week - drawnAt.week) >= REDRAW.weeks)) {
    drawnAt = { week: frame.week, time: performance.now() };
    await redraw();
  }
  if (mine === generation) await keep(frame.week, took);
}

/** Runs until a week, paused or finished. The worker computes; the page only asks for the next weeks. */
async function drive(to: number, pace: () => number): Promise<void> {
  running.value = true;
  const mine = generation;
  let each = 1;
  while (running.value && week.value < to && mine === generation) {
    const began = performance.now();
    await advance(pace() === 0 ? Math.min(each, to - week.value) : 1);
    const took = performance.now() - began;
    // Small worlds run several weeks per request, so that the picture changes about twenty times a second.
    each = Math.max(1, Math.min(26, Math.round((each * 50) / Math.max(1, took))));
    if (pace() > 0) await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1000 / pace() - took)));
  }
  if (mine !== generation) return;
  running.value = false;
  await settle();
}

/** Shows the week that a run has come to rest in. */
export async function settle(): Promise<void> {
  const mine = generation;
  await redraw();
  const found = await ask((lab) => lab.digest());
  if (mine === generation && found !== undefined) digest.value = found;
}

/** Does something when what is under way has come to rest with its checkpoint, unless another district has come by then. */
function next(work: () => Promise<void>): Promise<void> {
  const mine = generation;
  loop = loop.then(() => (mine === generation ? work() : undefined));
  return loop;
}

export async function run(): Promise<void> {
  if (running.value || !loaded.value?.ok || finished.value) return;
  running.value = true;
  await next(async () => {
    if (running.value) await drive(weeks.value, () => speed.value);
  });
}

/** Runs again to a week, as fast as can be, and says so. */
export async function replay(to: number): Promise<void> {
  replaying.value = to;
  loop = drive(Math.min(to, weeks.value), () => 0).finally(() => (replaying.value = undefined));
  await loop;
}

export function pause(): void {
  running.value = false;
}

/** Does something to the world between two weeks, then lets a run go on that was under way. */
export async function between(work: () => Promise<void>): Promise<void> {
  const target = replaying.value;
  const wasRunning = running.value && target === undefined;
  running.value = false;
  await loop;
  const mine = generation;
  loop = work();
  await loop;
  if (mine !== generation) return;
  if (target !== undefined) void replay(target);
  else if (wasRunning) void run();
}

export async function stepOnce(): Promise<void> {
  if (running.value || finished.value || !loaded.value?.ok) return;
  await next(async () => {
    await advance(1);
    await settle();
  });
}

/** Another run has come to stand in the worker: what was under way belongs to the one before. */
export function supersede(): void {
  generation++;
  running.value = false;
  replaying.value = undefined;
}
