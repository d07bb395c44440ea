import { execFileSync } from "node:child_process";

/** Of the process that runs the tests: each of its projects loads this file anew. */
const here = globalThis as { isBuilt?: boolean };

/** Builds the command line and the pages once, before the tests that use them as people do. */
export default function setup(): void {
  if (here.isBuilt) return;
  execFileSync("npm", ["run", "build"], { stdio: ["ignore", "ignore", "inherit"] });
  here.isBuilt = true;
}
