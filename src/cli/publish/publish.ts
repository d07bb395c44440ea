import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../files.ts";
import { CommandFailure, type Terminal } from "../terminal.ts";
import { derivedFiles, RESULTS } from "./crate.ts";
import { resultsIn } from "./results.ts";

interface Options {
  out: string;
  author: string[];
  license: string;
  date: string;
  title?: string;
}

/** Writes results with all that it takes to read and to repeat them into one new folder: a research object. */
export async function publish(folder: string, { out, author, license, date, title }: Options, terminal: Terminal): Promise<void> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
    throw new CommandFailure(`--date: ${JSON.stringify(date)} is not a day. Write one such as 2026-11-27.`);
  if (!URL.canParse(license))
    throw new CommandFailure(
      `--license: ${JSON.stringify(license)} is not an address. Write one such as https://spdx.org/licenses/CC-BY-4.0.`,
    );
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new CommandFailure(`${out}: holds files already. Name a new folder with --out, so that nothing else is published.`);
  const results = await resultsIn(folder);
  const publication = {
    title: title ?? results.title,
    description: results.question ?? `Results of four-circles ${results.version}.`,
    date,
    license,
    authors: author,
  };
  const derived = await derivedFiles(results, folder, publication);
  for (const name of results.files) await writeWhole(join(out, RESULTS, name), await readFile(join(folder, name)));
  for (const [path, { content }] of derived) await writeWhole(join(out, path), content);
  terminal.out(`${publication.title}: ${out}, ${results.files.length + derived.size} files. verify ${out} computes them again.`);
}
