import { incomeSources } from "../population/index.ts";
import type { World } from "./world.ts";

/** Money that came to an organization enters its books of the year. @param source  index of incomeSources */
export function earns({ organizations }: World, g: number, source: number, yuan: number): void {
  organizations.columns.incomeYear[g * incomeSources.length + source] += yuan;
}
