import { type Said, said } from "../../scenario/index.ts";
import { WorkerEnded } from "../../worker/calls.ts";

/**
 * What an error says: by its own code; by its name, which comes over from a worker where fields do not; else in its own
 * words, which are those of the program or of the browser.
 */
export function saidOfError(error: unknown): Said {
  if (error instanceof WorkerEnded) return error.said;
  const { name, message } = error as Error;
  return name?.startsWith("BeyondMeans.") ? said(name, { message }) : said("unexpected", { message });
}
