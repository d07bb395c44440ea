import { goTo } from "../goTo.ts";

/** Asks whether it is real: pairs of the change that stands begin to run, unless there are some. */
export async function askWhetherReal(): Promise<void> {
  goTo("real");
  const { pairsHere, runUntilTold } = await import("./pairs.ts");
  if (pairsHere.value === 0) await runUntilTold();
}
