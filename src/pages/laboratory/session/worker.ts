import { batch, signal } from "@preact/signals";
import { type Laboratory, start } from "../../../worker/client.ts";

/** What is wrong with the worker or with what it was asked; empty while all is well. */
export const failure = signal("");
/** True while the worker computes week after week. */
export const running = signal(false);

let laboratory: Laboratory | undefined;

/** Asks the worker, which is started when first needed. When it fails, the page stops and says so. */
export async function ask<T>(work: (lab: Laboratory) => Promise<T>): Promise<T | undefined> {
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

/** Ends a worker that failed; the next question starts another. */
export function dismiss(): void {
  laboratory?.stop();
  laboratory = undefined;
}
