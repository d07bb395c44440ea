import { execFileSync } from "node:child_process";

/** What a command prints at once, or undefined if there is none or it fails. */
export function told(command: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The version that a command tells. */
export const versionOf = (command: string): string | undefined => told(command, ["--version"])?.match(/\d+(\.\d+)+/)?.[0];

/** Where a command is installed. */
export const onPath = (name: string): string | undefined => told("sh", ["-c", `command -v ${name}`]);

/** The command of a package of npm, which is fetched if it is not here yet. */
export const fromNpm = (spec: string, bin: string): string | undefined =>
  told("npm", ["exec", "--yes", `--package=${spec}`, "--", "sh", "-c", `command -v ${bin}`]);
