import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import packageJson from "../../../package.json" with { type: "json" };
import { Experiment } from "../../exports/index.ts";
import { type Language, say } from "../../words/index.ts";
import { manifestFrom, writeWhole } from "../files.ts";
import { CommandFailure, type Terminal } from "../terminal.ts";
import { type BatchDescription, batchReport, type Row } from "./batchReport.ts";
import { escaped, type Html, page, paragraph } from "./page.ts";
import { runReport } from "./runReport.ts";
import { type SeriesRow, studyReport } from "./studyReport.ts";

interface Report {
  kind: "run" | "batch" | Experiment["kind"];
  title: string;
  titleZh?: string | undefined;
  question?: string | undefined;
  version: string;
  body: Html[];
}

/** Writes one page that holds all of what a run, a batch or a study left in a folder: it needs no script and no network. */
export async function report(folder: string, options: { language: Language; out?: string }, terminal: Terminal): Promise<void> {
  const { language } = options;
  const { kind, title, titleZh, question, version, body } = await reportOn(folder, language);
  const html = page(language, {
    title: language === "zh" ? (titleZh ?? title) : title,
    kind: say(language, `report_${kind}`),
    body: [
      question === undefined ? "" : `<p><strong>${say(language, "report_question")}:</strong> ${escaped(question)}</p>`,
      ...body,
      paragraph(say(language, "report_synthetic")),
      paragraph(
        say(language, "report_made", { version: packageJson.version === version ? version : `${packageJson.version} (${version})` }),
      ),
    ],
  });
  const file = options.out ?? join(folder, "report.html");
  await writeWhole(file, html);
  terminal.out(`${title}: ${file}, ${(html.length / 1024).toFixed(0)} KiB`);
}

async function reportOn(folder: string, language: Language): Promise<Report> {
  const at = (name: string) => join(folder, name);
  if (existsSync(at("experiment.json"))) {
    const parsed = Experiment.safeParse(await jsonFrom(at("experiment.json")));
    if (!parsed.success)
      throw new CommandFailure(
        `${at("experiment.json")}: is not of this version (${parsed.error.issues[0].path.join(".")}). Make the study again.`,
      );
    const experiment = parsed.data;
    const series = existsSync(at("series.parquet")) ? await rowsFrom(at("series.parquet")) : [];
    const { kind, title, titleZh, question, version } = experiment;
    return { kind, title, titleZh, question, version, body: studyReport(language, experiment, series as unknown as SeriesRow[]) };
  }
  if (existsSync(at("batch.json"))) {
    if (!existsSync(at("runs.parquet")))
      throw new CommandFailure(`${folder}: the batch is not finished. Give the batch command again; it goes on where it stopped.`);
    const description = (await jsonFrom(at("batch.json"))) as BatchDescription;
    const { title, titleZh, question } = description.plan;
    const body = batchReport(language, description, await rowsFrom(at("runs.parquet")), await rowsFrom(at("measures.parquet")));
    return { kind: "batch", title, titleZh, question, version: description.version, body };
  }
  if (!existsSync(at("manifest.json")))
    throw new CommandFailure(
      `${folder}: holds no results. Name a folder that --out of run, batch, compare, sensitivity or calibrate has written.`,
    );
  const { manifest } = await manifestFrom(folder);
  const { title, titleZh, question } = manifest.scenario as { title: string; titleZh?: string; question?: string };
  const csv = await readFile(at("measures.csv"), "utf8");
  return { kind: "run", title, titleZh, question, version: manifest.version, body: runReport(language, manifest, csv) };
}

async function jsonFrom(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new CommandFailure(`${path}: cannot be read (${(error as Error).message}). Make the results again.`);
  }
}

async function rowsFrom(path: string): Promise<Row[]> {
  return parquetReadObjects({ file: await asyncBufferFromFile(path) });
}
