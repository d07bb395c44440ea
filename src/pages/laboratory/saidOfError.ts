import { BeyondMeans } from "../../population/index.ts";
import { type Said, said } from "../../scenario/index.ts";
import { isProblem } from "../../words/index.ts";
import { WorkerEnded } from "../../worker/calls.ts";

/**
 * What an error says: by its own code; by its name, which comes over from a worker where fields do not; else in its own
 * words, which are English: they stand in the console for whoever reads another language.
 */
export function saidOfError(error: unknown): Said {
  if (error instanceof WorkerEnded) return error.said;
  const { name, message } = error as Error;
  for (const code of [name, `Error.${name}`]) if (isProblem(code)) return said(code, { message });
  console.error(error);
  return said("unexpected", { message });
}

/** What the cause of a run that failed says: its message is all that is kept of the error. */
export const saidOfCause = (cause: string): Said => saidOfError({ name: BeyondMeans.nameOf(cause), message: cause });
