import type { Shade } from "./palette.ts";

/** Kinds of agents of the network, by their codes. */
export { nodeKinds as networkKinds } from "../observation/index.ts";

/** What a legend says: a word beside a patch of colour. */
export interface LegendEntry {
  text: string;
  colour: Shade;
}
