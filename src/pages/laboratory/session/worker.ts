import { signal } from "@preact/signals";
import type { Said } from "../../../scenario/index.ts";
import { WorkerEnded } from "../../../worker/calls.ts";
import { type Laboratory, start } from "../../../worker/client.ts";
import { saidOfError } from "../saidOfError.ts";
import { tellFault } from "./notice.ts";

/** Why the computation has stopped; empty while all is well. Until it begins anew there is no world to ask. */
export const failure = signal<Said | undefined>(undefined);

let laboratory: Laboratory | undefined;

/**
 * Has the worker do something to the world; it is started when first needed. If that fails, the world may be half of one
 * week and half of the next: the worker is ended, and the page says so.
 */
export async function ask<T>(work: (lab: Laboratory) => Promise<T>): Promise<T | undefined> {
  const asked = (laboratory ??= begin());
  try {
    return await work(asked);
  } catch (error) {
    fail(asked, error);
    return undefined;
  }
}

/** Asks the worker for something to look at. What goes wrong there is told, and the run goes on, if only the worker lives. */
export async function look<T>(work: (lab: Laboratory) => Promise<T>): Promise<T | undefined> {
  const asked = laboratory;
  if (asked === undefined) return undefined;
  try {
    return await work(asked);
  } catch (error) {
    if (error instanceof WorkerEnded) fail(asked, error);
    else tellFault("lookFailed", saidOfError(error));
    return undefined;
  }
}

function begin(): Laboratory {
  const begun = start();
  begun.ended.catch((error) => fail(begun, error)); // also when nothing is being asked
  return begun;
}

function fail(which: Laboratory, error: unknown): void {
  if (which !== laboratory) return; // dismissed meanwhile
  dismiss();
  failure.value = saidOfError(error);
}

/** Ends the worker; the next thing that it is to do starts another. */
export function dismiss(): void {
  laboratory?.stop();
  laboratory = undefined;
}
