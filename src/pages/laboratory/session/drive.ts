import { batch, computed, signal } from "@preact/signals";
import type { Description } from "../../../worker/protocol.ts";
import { clearPictures, redraw } from "./pictures.ts";
import { changed, description, file, files, loaded, seed, weeks } from "./scenario.ts";
import { ask, dismiss, failure, running } from "./worker.ts";

export const week = signal(0);
/** Weeks a second; 0 is as fast as the worker goes. */
export const speed = signal(0);
/** Digest of the state at the end of the week shown; empty until it has been computed. */
export const digest = signal("");
/** [measure][week - 1] */
export const series = signal<readonly (readonly number[])[]>([]);
/** What was changed while running, as it happened. */
export const interventions = signal<readonly { week: number; path: string; value: unknown }[]>([]);
export const finished = computed(() => weeks.value > 0 && week.value >= weeks.value);

const REDRAW = 4; // weeks between pictures of the network and of the residents while running

let generation = 0;

/** Builds the district anew from the scenario, the seed and what was changed. */
export async function load(): Promise<void> {
  const mine = ++generation;
  batch(() => {
    running.value = false;
    failure.value = "";
    loaded.value = undefined;
    week.value = 0;
    digest.value = "";
    interventions.value = [];
    clearPictures();
  });
  await ask(async (lab) => {
    description.value ??= await lab.describe();
    const set = Object.entries(changed.value).map(([path, value]) => `${path}=${JSON.stringify(value)}`);
    const result = await lab.load({ file: file.value, files, seed: seed.value || "1", set });
    if (mine !== generation) return;
    batch(() => {
      loaded.value = result;
      series.value = (description.value as Description).measures.map(() => []);
    });
    if (result.ok) await redraw();
  });
}

/** Ends a worker that failed and begins again. */
export async function restart(): Promise<void> {
  dismiss();
  await load();
}

async function advance(count: number): Promise<void> {
  const mine = generation;
  const frame = await ask((lab) => lab.step(count));
  if (frame === undefined || mine !== generation) return;
  const width = (description.value as Description).measures.length;
  const before = week.value;
  batch(() => {
    series.value = series.value.map((old, m) => {
      const next = old.slice();
      for (let row = 0; row < frame.week - before; row++) next.push(frame.rows[row * width + m]);
      return next;
    });
    week.value = frame.week;
    digest.value = ""; // that of an earlier week is not that of this one
  });
  if (!running.value || Math.floor(before / REDRAW) !== Math.floor(frame.week / REDRAW)) await redraw();
}

/** Runs until paused or finished. The worker computes; the page only asks for the next weeks. */
export async function run(): Promise<void> {
  if (running.value || !loaded.value?.ok || finished.value) return;
  running.value = true;
  const mine = generation;
  let each = 1;
  while (running.value && !finished.value && mine === generation) {
    const began = performance.now();
    await advance(speed.value === 0 ? each : 1);
    const took = performance.now() - began;
    // Small worlds run several weeks per request, so that the picture changes about twenty times a second.
    each = Math.max(1, Math.min(26, Math.round((each * 50) / Math.max(1, took))));
    if (speed.value > 0) await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1000 / speed.value - took)));
  }
  if (mine !== generation) return;
  running.value = false;
  await redraw();
  digest.value = (await ask((lab) => lab.digest())) ?? "";
}

export function pause(): void {
  running.value = false;
}

export async function stepOnce(): Promise<void> {
  if (running.value || finished.value || !loaded.value?.ok) return;
  await advance(1);
  digest.value = (await ask((lab) => lab.digest())) ?? "";
}
