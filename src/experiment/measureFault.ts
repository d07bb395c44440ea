import { isMeasure, measureIndex } from "../observation/index.ts";
import { didYouMean, type Fault, legible, said } from "../scenario/index.ts";

/** What is wrong with a name of a measure; undefined if there is such a measure. */
export function measureFault(id: string): Fault | undefined {
  if (isMeasure(id)) return undefined;
  const remedy = didYouMean(id, measureIndex.keys()) ?? said("nameOfDictionary");
  return { path: [], message: said("namesNoMeasure", { id: legible(id) }), remedy };
}
