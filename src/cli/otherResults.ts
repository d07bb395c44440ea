import { existsSync } from "node:fs";
import { join } from "node:path";
import { CommandFailure } from "./terminal.ts";

/** Whose results a folder may hold, and the files that tell. */
const marks = {
  run: ["manifest.json"],
  batch: ["batch.json", "journal.4c"],
  study: ["experiment.json", "runs.4c"],
} as const;
const names = { run: "of a run", batch: "of a batch or a sensitivity study", study: "of a comparison or a calibration" };

/**
 * Keeps the results of commands apart: files of the same name mean other things in them.
 *
 * @throws CommandFailure if a folder holds results of another kind
 */
export function refuseOtherResults(folder: string, kind: keyof typeof marks): void {
  for (const other of Object.keys(marks) as (keyof typeof marks)[])
    if (other !== kind && marks[other].some((file) => existsSync(join(folder, file))))
      throw new CommandFailure(`${folder}: holds results ${names[other]}. Name another folder with --out.`);
}
