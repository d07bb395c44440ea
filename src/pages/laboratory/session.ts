import { batch, computed, signal } from "@preact/signals";
import { type Laboratory, start } from "../../worker/client.ts";
import type { Description, InspectedKind, Inspection, Loaded, NetworkFrame, PeopleFrame } from "../../worker/protocol.ts";

const texts = import.meta.glob<string>("../../../scenarios/*.yaml", { query: "?raw", import: "default", eager: true });

/** Scenario files by name. */
export const files: Record<string, string> = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path.split("/").at(-1), text]),
);
export const firstFile = "community.yaml";

export const file = signal(firstFile);
export const seed = signal("1");
/** Parameters that differ from the scenario file, by path; they apply at reset, those that may also at once. */
export const changed = signal<Readonly<Record<string, unknown>>>({});
/** What was changed while running, as it happened. */
export const interventions = signal<readonly { week: number; path: string; value: unknown }[]>([]);

export const description = signal<Description | undefined>(undefined);
export const loaded = signal<Loaded | undefined>(undefined);
export const week = signal(0);
export const running = signal(false);
/** Weeks a second; 0 is as fast as the worker goes. */
export const speed = signal(0);
export const failure = signal("");
/** Digest of the state at the end of the week shown; empty until it has been computed. */
export const digest = signal("");
/** [measure][week - 1] */
export const series = signal<readonly (readonly number[])[]>([]);
export const network = signal<NetworkFrame | undefined>(undefined);
export const community = signal(0);
export const people = signal<PeopleFrame | undefined>(undefined);
export const opened = signal<Inspection | undefined>(undefined);
export const weeks = computed(() => (loaded.value?.ok ? loaded.value.weeks : 0));
export const finished = computed(() => weeks.value > 0 && week.value >= weeks.value);

const REDRAW = 4; // weeks between pictures of the network and of the residents while running

let laboratory: Laboratory | undefined;
let generation = 0;

/** What a failing worker means for the page: it stops and says so. */
async function guarded<T>(work: (lab: Laboratory) => Promise<T>): Promise<T | undefined> {
  try {
    laboratory ??= start();
    return await work(laboratory);
  } catch (error) {
    batch(() => {
      failure.value = (error as Error).message;
      running.value = false;
    });
    return undefined;
  }
}

/** Builds the district anew from the scenario, the seed and what was changed. */
export async function load(): Promise<void> {
  const mine = ++generation;
  batch(() => {
    running.value = false;
    failure.value = "";
    loaded.value = undefined;
    week.value = 0;
    digest.value = "";
    network.value = undefined;
    people.value = undefined;
    opened.value = undefined;
    interventions.value = [];
  });
  await guarded(async (lab) => {
    description.value ??= await lab.describe();
    const set = Object.entries(changed.value).map(([path, value]) => `${path}=${JSON.stringify(value)}`);
    const result = await lab.load({ file: file.value, files, seed: seed.value || "1", set });
    if (mine !== generation) return;
    batch(() => {
      loaded.value = result;
      series.value = (description.value as Description).measures.map(() => []);
      community.value = 0;
    });
    if (result.ok) await redraw();
  });
}

/** Ends a worker that failed and begins again. */
export async function restart(): Promise<void> {
  laboratory?.stop();
  laboratory = undefined;
  await load();
}

async function advance(count: number): Promise<void> {
  const mine = generation;
  const frame = await guarded((lab) => lab.step(count));
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

async function redraw(): Promise<void> {
  const mine = generation;
  await guarded(async (lab) => {
    const open = opened.value;
    const [graph, crowd, again] = await Promise.all([
      lab.network(),
      lab.people(community.value),
      open ? lab.inspect(open.kind, open.index) : Promise.resolve(undefined),
    ]);
    if (mine !== generation) return;
    batch(() => {
      network.value = graph;
      people.value = crowd;
      if (open && opened.value === open) opened.value = again;
    });
  });
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
  digest.value = (await guarded((lab) => lab.digest())) ?? "";
}

export function pause(): void {
  running.value = false;
}

export async function stepOnce(): Promise<void> {
  if (running.value || finished.value || !loaded.value?.ok) return;
  await advance(1);
  digest.value = (await guarded((lab) => lab.digest())) ?? "";
}

/** Sets a parameter: at once where it may change during a run, at the next reset otherwise. */
export async function setParameter(path: string, value: unknown, live: boolean): Promise<void> {
  const result = loaded.value;
  const next = { ...changed.value };
  if (result?.ok && week.value === 0 && JSON.stringify(result.values[path]) === JSON.stringify(value)) delete next[path];
  else next[path] = value;
  changed.value = next;
  if (!result?.ok) return;
  if (week.value === 0) {
    await load();
    return;
  }
  if (!live) return;
  const outcome = await guarded((lab) => lab.intervene(path, value as number));
  if (outcome?.ok) interventions.value = [...interventions.value, { week: outcome.week, path, value }];
  else if (outcome) failure.value = outcome.message;
}

export async function open(kind: InspectedKind, index: number): Promise<void> {
  opened.value = await guarded((lab) => lab.inspect(kind, index));
  if (kind === "community") await showCommunity(index);
}

export async function showCommunity(index: number): Promise<void> {
  community.value = index;
  people.value = await guarded((lab) => lab.people(index));
}
