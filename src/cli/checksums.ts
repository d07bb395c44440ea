import { createHash } from "node:crypto";
import { createReadStream, lstatSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { CommandFailure } from "./terminal.ts";

/** Checksums of files, SHA-256, by their paths in a folder. */
export type Checksums = Readonly<Record<string, string>>;

/** SHA-256 of a file, read piece by piece. */
export async function checksumOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}

/** A path that leads nowhere but into its folder: such names come from documents that anybody may have written. */
const staysInside = (name: string) => name.split("/").every((part) => /^[\w.-]+$/.test(part) && !/^\.+$/.test(part));

/** What became of a file since its checksum was taken. */
async function stateOf(folder: string, name: string, checksum: string): Promise<"whole" | "altered" | "missing"> {
  const path = join(folder, name);
  const found = staysInside(name) ? lstatSync(path, { throwIfNoEntry: false }) : undefined;
  if (!found?.isFile()) return "missing";
  return (await checksumOfFile(path)) === checksum ? "whole" : "altered";
}

/** Files that are not what was written, each with what is wrong with it. */
export async function changedFiles(folder: string, checksums: Checksums): Promise<{ name: string; state: "altered" | "missing" }[]> {
  const changed: { name: string; state: "altered" | "missing" }[] = [];
  for (const [name, checksum] of Object.entries(checksums)) {
    const state = await stateOf(folder, name, checksum);
    if (state !== "whole") changed.push({ name, state });
  }
  return changed;
}

/**
 * Sees to it that files are what was written before anything in them is read.
 *
 * @param names   files that are needed
 * @param remedy  what to do about one that is not
 * @throws CommandFailure that names the first that is not
 */
export async function requireWhole(folder: string, checksums: Checksums, names: readonly string[], remedy: string): Promise<void> {
  for (const name of names) {
    const state = name in checksums ? await stateOf(folder, name, checksums[name]) : "missing";
    if (state !== "whole") throw new CommandFailure(`${join(folder, name)}: ${inWords(state)}. ${remedy}`);
  }
}

export const inWords = (state: "altered" | "missing"): string =>
  state === "missing" ? "is missing" : "is not what was written there: its SHA-256 is another";
