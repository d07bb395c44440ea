import { batch, signal } from "@preact/signals";
import type { Problem } from "../../../scenario/index.ts";
import type { District, Frame } from "../../../worker/protocol.ts";
import { keepBeside } from "./before.ts";
import { forget } from "./kept.ts";
import { clearPictures } from "./pictures.ts";
import { digest, halt, queue, replayTo, series, take, week } from "./runControls.ts";
import {
  anotherPast,
  built,
  changed,
  changesOfBaseline,
  description,
  file,
  interventions,
  loaded,
  own,
  requestOf,
  type Setup,
  seed,
  setup,
} from "./scenario.ts";
import { ask, failure } from "./worker.ts";

/** What is to stand in the place of what does, while it is being built. */
export const building = signal<Partial<Setup> | undefined>(undefined);
/** Why something does not stand in the place of what does: what is wrong with a file that was opened, or else with a change. */
export const refusal = signal<{ file: string | undefined; problems: readonly Problem[] } | undefined>(undefined);

interface Order {
  part: Partial<Setup>;
  to: number;
  work: () => Promise<boolean>;
  done: Promise<boolean | undefined>;
}
let latest: Order | undefined;
let orders = 0;

/**
 * Builds the district anew, with something changed or nothing, and runs it again to a week. What cannot be built leaves
 * everything as it is. Of several that wait one behind the other only what they come to is built.
 *
 * @returns whether it stands
 */
export function build(part: Partial<Setup> = {}, to = 0): Promise<boolean | undefined> {
  batch(() => {
    building.value = { ...building.value, ...part };
    digest.value = ""; // that of what is to go
  });
  if (latest && latest.work === queue.last()) {
    latest.part = { ...latest.part, ...part };
    latest.to = to;
    return latest.done;
  }
  const order: Order = { part, to, work: () => carryOut(order), done: Promise.resolve(undefined) };
  orders++;
  latest = order;
  order.done = queue.add(order.work);
  return order.done;
}

async function carryOut({ part, to }: Order): Promise<boolean> {
  const stands = await construct(part);
  if (--orders === 0) building.value = undefined;
  if (!stands) return false;
  halt();
  replayTo(to);
  return true;
}

/** Builds the district within a command; the run is bound for where it was. */
export async function construct(part: Partial<Setup>): Promise<boolean> {
  const next: Setup = { ...setup(), ...part };
  const outcome = await ask(async (lab) => {
    description.value ??= await lab.describe();
    return lab.load(requestOf(next));
  });
  if (outcome === undefined) return false;
  if (outcome.ok) stand(next, outcome);
  else refusal.value = { file: part.file, problems: outcome.problems };
  return outcome.ok;
}

/** Another run has come to stand in the worker, at week 0 or with all its weeks so far. */
export function stand(run: Setup, district: District, frame?: Frame): void {
  forget();
  batch(() => {
    keepBeside(run);
    if (run.text !== undefined) own.value = { ...own.value, [run.file]: run.text };
    file.value = run.file;
    seed.value = run.seed;
    changed.value = run.changed;
    built.value = run.changed;
    interventions.value = run.interventions;
    changesOfBaseline.value = run.baseline;
    loaded.value = district;
    failure.value = undefined;
    refusal.value = undefined;
    clearPictures();
    series.value = (description.value?.measures ?? []).map(() => []);
    week.value = 0;
    digest.value = "";
    if (frame) take(frame, 0);
    anotherPast();
  });
}
