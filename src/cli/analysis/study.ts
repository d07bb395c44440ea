import { join } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import { lastYear, type Span } from "../../experiment/index.ts";
import { checksumOf, Experiment, SCHEMA_VERSION, sealed } from "../../exports/index.ts";
import { isMeasure, type MeasureId, measures } from "../../observation/index.ts";
import type { BaseScenario, Setting } from "../../scenario/index.ts";
import type { Checksums } from "../checksums.ts";
import { writeWhole } from "../files.ts";
import { CommandFailure } from "../terminal.ts";

/** Options that comparisons, sensitivity studies and calibrations share. */
export interface StudyOptions {
  set: string[];
  seed: string;
  weeks?: string;
  span?: string;
  out?: string;
  json?: boolean;
  threads?: string;
}

/** "53:104" or, left out, the last year of the run. */
export function spanOf(command: string, { span }: { span?: string }, { weeks }: { weeks: number }): Span {
  const byDefault = lastYear(weeks);
  if (span === undefined) return byDefault;
  const [from, to, ...rest] = span.split(":").map(Number);
  if (!Number.isInteger(from) || !Number.isInteger(to) || rest.length > 0 || from < 1 || from > to || to > weeks)
    throw new CommandFailure(
      `${command}: --span is ${span}. Write first and last week within the ${weeks} of the run, such as ${byDefault.join(":")}.`,
    );
  return [from, to];
}

/** Names of measures, each checked. */
export function measuresOf(command: string, names: readonly string[]): MeasureId[] {
  return names.map((name) => {
    if (isMeasure(name)) return name;
    const near = measures.filter(({ id }) => id.includes(name)).slice(0, 5);
    throw new CommandFailure(
      `${command}: ${name} is not a measure. ${near.length > 0 ? `Do you mean ${near.map(({ id }) => id).join(", ")}?` : "“four-circles dictionary” lists them under measures.csv."}`,
    );
  });
}

/** What is set in a run whose length is given by itself. */
export const weeksSet = ({ set, weeks }: { set: readonly string[]; weeks?: string }): (string | Setting)[] => [
  ...set,
  ...(weeks === undefined ? [] : [{ given: "--weeks", path: "weeks", text: weeks }]),
];

type Described = Pick<Experiment, "kind" | "plan" | "runs" | "results" | "seed"> & { scenario: BaseScenario };

/**
 * What was found, with all that is needed to trust it and to find it again.
 *
 * @param sha256  checksums of the tables, by their names
 */
export function describe({ scenario, ...rest }: Described, sha256: Checksums): Experiment {
  const { title, titleZh, question, questionZh } = scenario;
  return sealed(
    Experiment.omit({ checksum: true }).parse({
      program: "four-circles",
      version: packageJson.version,
      schemaVersion: SCHEMA_VERSION,
      ...rest,
      title,
      titleZh,
      question,
      questionZh,
      scenario: { ...scenario },
      files: Object.keys(sha256),
      sha256,
    }),
  );
}

/** Writes the tables of a study and, last, experiment.json. */
export async function writeStudy(out: string, described: Described, tables: readonly [string, string | Uint8Array][]): Promise<void> {
  for (const [name, content] of tables) await writeWhole(join(out, name), content);
  const experiment = describe(described, Object.fromEntries(tables.map(([name, content]) => [name, checksumOf(content)])));
  await writeWhole(join(out, "experiment.json"), `${JSON.stringify(experiment, null, 1)}\n`);
}
