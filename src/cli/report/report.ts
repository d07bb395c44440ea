import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import { indexNames, type Plan } from "../../experiment/index.ts";
import { BatchDescription, Experiment } from "../../exports/index.ts";
import { type Language, marks, say } from "../../words/index.ts";
import { AGAIN } from "../batch/verify.ts";
import { type Checksums, requireWhole } from "../checksums.ts";
import { manifestFrom, sealedFrom, writeWhole } from "../files.ts";
import { type Row, readTable } from "../readTable.ts";
import { CommandFailure, type Terminal } from "../terminal.ts";
import { batchReport } from "./batchReport.ts";
import { escaped, type Html, page, paragraph } from "./page.ts";
import { runReport } from "./runReport.ts";
import { type SeriesRow, studyReport } from "./studyReport.ts";

interface Report {
  kind: "run" | "batch" | "sensitivity" | Experiment["kind"];
  title: string;
  titleZh?: string | undefined;
  question?: string | undefined;
  questionZh?: string | undefined;
  version: string;
  body: Html[];
}

/** Writes one page that holds all of what a run, a batch or a study left in a folder: it needs no script and no network. */
export async function report(folder: string, options: { language: Language; out?: string }, terminal: Terminal): Promise<void> {
  const { title, html } = await reportPage(folder, options.language);
  const file = options.out ?? join(folder, "report.html");
  await writeWhole(file, html);
  terminal.out(`${title}: ${file}, ${(html.length / 1024).toFixed(0)} KiB`);
}

/** The page on results in a folder, the same for the same results. */
export async function reportPage(folder: string, language: Language): Promise<{ title: string; html: Html }> {
  const { kind, title, titleZh, version, body, ...texts } = await reportOn(folder, language);
  const question = (language === "zh" && texts.questionZh) || texts.question;
  const html = page(language, {
    title: language === "zh" ? (titleZh ?? title) : title,
    kind: say(language, kind === "planted" ? "report_fit" : `report_${kind}`),
    body: [
      question === undefined
        ? ""
        : `<p><strong>${say(language, "report_question")}${marks[language].colon}</strong>${escaped(question)}</p>`,
      ...body,
      paragraph(say(language, "report_synthetic")),
      paragraph(
        say(language, "report_made", { version: packageJson.version === version ? version : `${packageJson.version} (${version})` }),
      ),
    ],
  });
  return { title, html };
}

async function reportOn(folder: string, language: Language): Promise<Report> {
  const at = (name: string) => join(folder, name);
  if (existsSync(at("experiment.json"))) {
    const experiment = await sealedFrom(at("experiment.json"), Experiment, "the result of a study of this version", AGAIN);
    const { kind, title, titleZh, question, questionZh, version, sha256 } = experiment;
    const series = "series.parquet" in sha256 ? await tableOf(folder, sha256, "series.parquet") : [];
    return {
      kind,
      title,
      titleZh,
      question,
      questionZh,
      version,
      // Sealed with the study, so the rows are as they were written.
      body: studyReport(language, experiment, series as SeriesRow[]),
    };
  }
  if (existsSync(at("batch.json"))) {
    const description = await sealedFrom(at("batch.json"), BatchDescription, "the description of a batch", AGAIN);
    const { sha256, version, plan: parsed } = description;
    if (!("runs.parquet" in sha256))
      throw new CommandFailure(`${folder}: the batch is not finished. Give the batch command again; it goes on where it stopped.`);
    const plan = parsed as Plan;
    const runs = await tableOf(folder, sha256, "runs.parquet");
    const body = batchReport(language, { ...description, plan }, runs, await tableOf(folder, sha256, "measures.parquet"));
    const { title, titleZh, question, questionZh } = plan;
    return { kind: indexNames(plan).length > 0 ? "sensitivity" : "batch", title, titleZh, question, questionZh, version, body };
  }
  if (!existsSync(at("manifest.json")))
    throw new CommandFailure(
      `${folder}: holds no results. Name a folder that --out of run, batch, compare, sensitivity, calibrate or fit has written.`,
    );
  const { manifest } = await manifestFrom(folder);
  const texts = manifest.scenario as Pick<Report, "title" | "titleZh" | "question" | "questionZh">;
  const { title, titleZh, question, questionZh } = texts;
  const remedy =
    manifest.status === "running" ? "The run may have been stopped while it wrote: go on with --resume." : "Run the scenario again.";
  await requireWhole(folder, manifest.sha256, ["measures.csv"], remedy);
  const csv = await readFile(at("measures.csv"), "utf8");
  return { kind: "run", title, titleZh, question, questionZh, version: manifest.version, body: runReport(language, manifest, csv) };
}

/** A table that is what was written. */
async function tableOf(folder: string, sha256: Checksums, name: string): Promise<Row[]> {
  await requireWhole(folder, sha256, [name], AGAIN);
  return readTable(join(folder, name));
}
