import { existsSync, statSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { readObservations } from "../experiment/index.ts";
import { scenarioSchema } from "../mechanisms/index.ts";
import { contradictionsOf } from "../population/index.ts";
import { DISTRICT_FILE, type District, parametersOf, residentsOf } from "../scenario/index.ts";
import { type Language, lineHeadings, say, tellContradictions, tellLine, tellRemark } from "../words/index.ts";
import { type GivenFile, type Reading, readDistrict, seriesFile, templateFile } from "../workbook/index.ts";
import { makeFolder, writeWhole } from "./files.ts";
import { aligned, CommandFailure, type Terminal } from "./terminal.ts";

const TABLES = /\.(xlsx|xls|csv|tsv|txt|geojson|json)$/i;
const MOST_BYTES = 64 * 1024 * 1024;

interface Options {
  out?: string;
  language: Language;
  json?: boolean;
}

/** What can be done about a district of one's own. */
export async function district(action: "template" | "read", path: string, options: Options, terminal: Terminal): Promise<void> {
  if (action === "template") return writeTemplate(path, terminal);
  const { out } = options;
  if (out === undefined) throw new CommandFailure("district read: where to? Name a folder with --out.");
  return read(path, { ...options, out }, terminal);
}

/** Writes an empty workbook, with headings in both languages. */
async function writeTemplate(path: string, terminal: Terminal): Promise<void> {
  if (!path.endsWith(".xlsx")) throw new CommandFailure(`district template: ${path} is no workbook. Name a file that ends in .xlsx.`);
  if (existsSync(path)) throw new CommandFailure(`district template: ${path} is there already. Name another file.`);
  await writeWhole(path, await templateFile());
  terminal.out(`${path}: an empty workbook. Only the sheet 社区 communities is needed.`);
}

/** Reads the tables of a district, says what is known and what is doubtful, and writes what scenarios read. */
async function read(path: string, options: Options & { out: string }, terminal: Terminal): Promise<void> {
  const { language, out } = options;
  const reading = await readDistrict(await filesAt(path), readObservations);
  const faults = reading.remarks.filter(({ is }) => is === "fault");
  const doubts = reading.remarks.filter(({ is }) => is === "doubt");
  for (const one of doubts) terminal.err(tellRemark(language, one));
  if (!reading.district)
    throw new CommandFailure(
      [
        ...faults.map((one) => tellRemark(language, one)),
        ...(reading.more > 0 ? [say(language, "districtMore", { count: reading.more })] : []),
      ].join("\n"),
    );
  const contradictions = contradictionsIn(reading.district, language);
  for (const one of contradictions) terminal.err(one);
  await makeFolder(out);
  const { district, boundaries } = reading;
  await writeWhole(join(out, DISTRICT_FILE), `${JSON.stringify(district)}\n`);
  for (const one of ["en", "zh"] as const) await writeWhole(join(out, `report.${one}.md`), reportOf(reading, one));
  if (district.series) await writeWhole(join(out, "series.csv"), seriesFile(district.series));
  if (boundaries !== undefined) await writeWhole(join(out, "boundaries.geojson"), boundaries.geojson);
  const scenario = join(out, "scenario.yaml");
  if (!existsSync(scenario)) await writeWhole(scenario, scenarioText(basename(out)));
  if (options.json) terminal.json({ digest: district.digest, lines: reading.lines, remarks: reading.remarks, contradictions });
  else {
    terminal.out(summaryOf(district, language).join("\n"));
    terminal.out(aligned([lineHeadings(language), ...reading.lines.map((line) => tellLine(language, line))]));
    terminal.out(say(language, "districtPrivacy"));
    terminal.out(`four-circles run ${scenario}`);
  }
}

/** The files that are read together: the one that is named, or those of a folder. */
async function filesAt(path: string): Promise<GivenFile[]> {
  if (!existsSync(path)) throw new CommandFailure(`${path}: cannot be read. Name a workbook, a table, or a folder of tables.`);
  const paths = statSync(path).isDirectory()
    ? (await readdir(path))
        .filter((name) => TABLES.test(name) && name !== DISTRICT_FILE)
        .sort()
        .map((name) => join(path, name))
    : [path];
  if (paths.length === 0) throw new CommandFailure(`${path}: holds no tables. Put a communities.csv there.`);
  return Promise.all(
    paths.map(async (one) => {
      if ((await stat(one)).size > MOST_BYTES)
        throw new CommandFailure(`${one}: is larger than ${MOST_BYTES / 2 ** 20} MB. Leave out what is not needed.`);
      return { name: basename(one), bytes: new Uint8Array(await readFile(one)) };
    }),
  );
}

/** What of its margins cannot be met together. */
function contradictionsIn(district: District, language: Language): string[] {
  const scenario = scenarioSchema.parse({ title: "-", ...parametersOf(district), district });
  return tellContradictions(
    language,
    contradictionsOf(scenario),
    district.communities.map(({ name }) => name),
  );
}

const number = (value: number): string => value.toLocaleString("en-US");

const summaryOf = (district: District, language: Language): string[] => [
  say(language, "districtRead", {
    communities: district.communities.length,
    residents: number(residentsOf(district)),
    organizations: number(district.organizations?.length ?? (parametersOf(district).organizations as { count: number }).count),
  }),
  say(language, "districtDigest", { digest: district.digest }),
];

/** What is given, derived and assumed, for people and for an ODD. */
function reportOf(reading: Reading, language: Language): string {
  const district = reading.district as District;
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const headings = lineHeadings(language);
  const doubts = [...reading.remarks.map((one) => tellRemark(language, one)), ...contradictionsIn(district, language)];
  return [
    `# ${say(language, "districtStanding")}`,
    summaryOf(district, language).join("\n\n"),
    [row(headings), row(headings.map(() => "---")), ...reading.lines.map((line) => row(tellLine(language, line)))].join("\n"),
    ...(doubts.length > 0
      ? [`## ${say(language, "districtDoubts", { count: doubts.length + reading.more })}`, doubts.map((one) => `- ${one}`).join("\n")]
      : []),
    `${say(language, "districtPrivacy")}\n`,
  ].join("\n\n");
}

/** A scenario of the district as it is, to begin with. */
const scenarioText = (name: string): string =>
  `# The district of this folder, with the defaults of the model for all that its tables do not say.\ntitle: ${JSON.stringify(name)}\ndistrict: .\n`;
