import { execFileSync } from "node:child_process";

/** Builds the command line and the pages once, before the tests that use them as people do. */
export default function setup(): void {
  execFileSync("npm", ["run", "build"], { stdio: ["ignore", "ignore", "inherit"] });
}
