import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { stringify } from "yaml";
import { CRATE_FILE, type CrateFile, crateMetadata, odd, oddSummary, type Publication, trace } from "../../exports/index.ts";
import { standAlone } from "../report/figures.ts";
import { reportPage } from "../report/report.ts";
import type { Results } from "./results.ts";

/** Folder of the results in what is published. */
export const RESULTS = "results";

/** A published folder: what is written beside the results, each file with what it is. */
export type Derived = ReadonlyMap<string, { what: string; content: string }>;

/**
 * What stands beside results that are published, made of them alone: the same results and the same publication give the same
 * bytes.
 *
 * @param folder  where the results are
 */
export async function derivedFiles(results: Results, folder: string, publication: Publication): Promise<Derived> {
  const { scenario, plan } = results;
  const files = new Map<string, { what: string; content: string }>();
  const add = (path: string, what: string, content: string) => files.set(path, { what, content });
  add("scenario.yaml", "Scenario, every parameter with the value in force", stringify(scenario, { lineWidth: 0 }));
  if (plan) add("plan.yaml", "Plan of the batch as it was read", stringify(plan, { lineWidth: 0 }));
  add("ODD.md", "The model in ODD order with the values of the scenario", withoutLocalLinks(odd(scenario)));
  add("ODD-summary.md", "The model in a page (summary ODD)", oddSummary(scenario));
  add("TRACE.md", "How the model was made, tested and used (TRACE)", withoutLocalLinks(trace()));
  const english = await reportPage(folder, "en");
  add("report.html", "Report in English", english.html);
  add("report.zh.html", "Report in Chinese", (await reportPage(folder, "zh")).html);
  const figures = parseHTML(english.html).document.querySelectorAll("figure");
  for (const [k, figure] of [...figures].entries()) {
    const svg = figure.querySelector("svg");
    const caption = figure.querySelector("figcaption")?.textContent ?? "";
    if (svg) add(`figures/${String(k + 1).padStart(2, "0")}.svg`, caption, standAlone(svg.outerHTML, caption));
  }
  add("README.md", "What is in this folder, and how to compute it again", readme(results, files, publication));
  const described = [
    ...(await describedResults(results, folder)),
    ...[...files].map(([path, { what, content }]) => describe(path, what, content)),
  ];
  const of = (under: boolean) => described.map(({ path }) => path).filter((path) => path.startsWith(`${RESULTS}/`) === under);
  const made = {
    from: of(false).filter((path) => path.endsWith(".yaml")),
    results: of(true),
    version: results.version,
    node: results.node,
  };
  add(CRATE_FILE, "Description of the folder as a Research Object Crate", crateMetadata(publication, described, made));
  return files;
}

const describedResults = ({ files }: Results, folder: string): Promise<CrateFile[]> =>
  Promise.all(files.map(async (name) => describe(`${RESULTS}/${name}`, `Results: ${name}`, await readFile(join(folder, name)))));

const describe = (path: string, what: string, content: string | Uint8Array): CrateFile => ({
  path,
  what,
  bytes: Buffer.byteLength(content),
  sha256: createHash("sha256").update(content).digest("hex"),
});

/** Links to files of the project lead nowhere from elsewhere: their texts stay. */
const withoutLocalLinks = (markdown: string): string => markdown.replace(/\[([^\]]+)\]\((?!https?:)[^)]+\)/g, "$1");

const readme = ({ version, question }: Results, files: Derived, { title, date, license, authors }: Publication): string => `# ${title}

${[...(question === undefined ? [] : [question]), `Published on ${date}${authors.length > 0 ? ` by ${authors.join(", ")}` : ""}, under ${license}.`].join("\n\n")}

A synthetic society, made by four-circles ${version}; its residents are nobody's data. To compute all of this again and compare it to the byte:

\`\`\`
npx four-circles@${version} verify .
\`\`\`

| file | what it is |
|---|---|
${[...[...files].map(([path, { what }]) => [path, what]), [`${RESULTS}/`, "what the program wrote, with checksums"], [CRATE_FILE, "description of the folder for machines (RO-Crate 1.1)"]].map(([path, what]) => `| [${path}](${path}) | ${what.replaceAll("|", "\\|")} |`).join("\n")}
`;
