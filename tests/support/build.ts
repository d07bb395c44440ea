import { execFileSync } from "node:child_process";
import { browserOptions } from "./chromium.ts";

/** Of the process that runs the tests: each of its projects loads this file anew. */
const here = globalThis as { isBuilt?: boolean };

/** Builds the command line and the pages once, before the tests that use them as people do, and has a browser ready. */
export default async function setup(): Promise<void> {
  if (here.isBuilt) return;
  execFileSync("npm", ["run", "build"], { stdio: ["ignore", "ignore", "inherit"] });
  await browserOptions(); // npm's unpacks itself: two tests at once would take a half for a whole
  here.isBuilt = true;
}
