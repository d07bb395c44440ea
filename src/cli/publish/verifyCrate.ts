import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { z } from "zod";
import { CRATE_FILE, type Publication } from "../../exports/index.ts";
import { CommandFailure } from "../terminal.ts";
import type { Tell } from "../verify.ts";
import { derivedFiles, RESULTS } from "./crate.ts";
import { resultsIn } from "./results.ts";

const reference = z.object({ "@id": z.string() });
const Root = z.object({
  name: z.string(),
  description: z.string(),
  datePublished: z.string(),
  license: reference,
  author: z.array(reference).default([]),
});
const Graph = z.object({ "@graph": z.array(z.looseObject({ "@id": z.string() })) });

/** Makes what stands beside published results again, and compares it to the byte. */
export async function verifyCrate(path: string, tell: Tell): Promise<string[]> {
  const publication = await publicationIn(join(path, CRATE_FILE));
  const derived = await derivedFiles(await resultsIn(join(path, RESULTS)), join(path, RESULTS), publication);
  const faults: string[] = [];
  for (const [name, { content }] of derived) {
    const file = join(path, name);
    if (!existsSync(file)) faults.push(`${name} is missing.`);
    else if (!(await readFile(file)).equals(Buffer.from(content))) faults.push(`${name} is not what the results give.`);
  }
  const found = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(path, sep).length).split(sep).join("/"))
    .filter((name) => !name.startsWith(`${RESULTS}/`) && !derived.has(name));
  for (const name of found) faults.push(`${name} is no part of what was published.`);
  tell("published", faults.length === 0, [...derived.keys()].join(", "));
  return faults;
}

/** What the description of a folder says of its publication. */
async function publicationIn(file: string): Promise<Publication> {
  const refuse = (why: string) => new CommandFailure(`${file}: ${why}. Publish the results again.`);
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, "utf8"));
  } catch {
    throw refuse("is not JSON");
  }
  const graph = Graph.safeParse(json).data?.["@graph"] ?? [];
  const root = Root.safeParse(graph.find((one) => one["@id"] === "./"));
  if (!root.success) throw refuse("does not describe a folder that publish has written");
  const { name, description, datePublished, license, author } = root.data;
  const nameOf = (id: string) => String(graph.find((one) => one["@id"] === id)?.name ?? "");
  return { title: name, description, date: datePublished, license: license["@id"], authors: author.map((one) => nameOf(one["@id"])) };
}
