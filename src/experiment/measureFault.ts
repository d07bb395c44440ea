import { isMeasure, measureIndex } from "../observation/index.ts";
import { type Fault, legible, nearest } from "../scenario/index.ts";

/** What is wrong with a name of a measure; undefined if there is such a measure. */
export function measureFault(id: string): Fault | undefined {
  if (isMeasure(id)) return undefined;
  const near = nearest(id, measureIndex.keys());
  const remedy = near ? `Did you mean ${near}?` : "Name one that “four-circles dictionary” lists under measures.csv.";
  return { path: [], code: "unknown_measure", message: `names ${legible(id)}, which is not a measure.`, remedy };
}
