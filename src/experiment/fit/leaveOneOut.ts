import type { MeasureId } from "../../observation/index.ts";
import type { RunMeans } from "../means.ts";
import { type Fitting, fitModel, type Reach } from "./fitModel.ts";
import { holdingOut } from "./observation.ts";

/** A measure that a fit has not seen, and how well it was foretold. */
export interface LeftOut {
  measure: MeasureId;
  count: number;
  inside: number;
  reach: Reach;
}

/** Fits as often as there are measures, each time without one of them: which of them do the others foretell? */
export async function leaveOneOut(fitting: Fitting, runMeans: RunMeans): Promise<LeftOut[]> {
  const ids = [...new Set(fitting.observations.map(({ measure }) => measure))];
  const found: LeftOut[] = [];
  for (const measure of ids.length > 1 ? ids : []) {
    const { predictions, heldOut } = await fitModel({ ...fitting, observations: holdingOut(fitting.observations, { measure }) }, runMeans);
    const own = predictions.filter((one) => one.heldOut);
    found.push({ measure, count: own.length, inside: own.filter(({ inside }) => inside).length, reach: heldOut as Reach });
  }
  return found;
}
