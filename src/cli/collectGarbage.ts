import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Node collects garbage on demand where a flag allows it, which a context made later sees. */
export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("globalThis.gc?.()"); // Bun has none
}
