import { z } from "zod";
import { exchangeCircles, nodeKinds } from "../circles/index.ts";
import { holderKinds, matterClasses, matterRoutes, matterStates, matterTypes } from "../engine/index.ts";
import { type Measure, measures } from "../observation/index.ts";
import { branchForms, coverageForms, incomeSources, organizationRoles, organizationTypes, type TableSpec } from "../population/index.ts";
import { BatchDescription } from "./batch/description.ts";
import { factorTypes, measuresTable, runsTable } from "./batch/tables.ts";
import { mattersCsvColumns, measuresCsvColumns } from "./csv.ts";
import { Manifest } from "./manifest.ts";
import { markdownTable } from "./markdownTable.ts";
import { parquetTypes, snapshot } from "./parquet.ts";

interface DictionaryColumn {
  /** Of a column of several values per row, which is written as `name_0`, `name_1`, ..., the name without the number. */
  name: string;
  type: string;
  unit: string;
  description: string;
  descriptionZh?: string;
  /** True if there may be no value. */
  nullable?: boolean;
  /** Values per row. */
  width?: number;
  /** Weeks from one measurement to the next; between, the last value stands. */
  every?: number;
}

interface DictionaryFile {
  file: string;
  /** What it holds. */
  holds: string;
  columns: readonly DictionaryColumn[];
}

/** What the numbers of codes, and of columns of several values, stand for. */
const codes: Readonly<Record<string, readonly string[]>> = {
  organizationTypes,
  organizationRoles,
  incomeSources,
  coverageForms,
  branchForms,
  matterTypes,
  matterClasses,
  matterStates,
  matterRoutes,
  holderKinds,
  nodeKinds,
  exchangeCircles,
};

interface Field {
  type?: string;
  unit?: string;
  description?: string;
  properties?: Record<string, Field>;
}

/** Fields of a document by path "a.b", from its JSON Schema. */
const fields = ({ properties = {} }: Field, path = ""): DictionaryColumn[] =>
  Object.entries(properties).flatMap(([key, field]) =>
    field.properties
      ? fields(field, `${path}${key}.`)
      : [{ name: path + key, type: field.type as string, unit: field.unit ?? "", description: field.description as string }],
  );

const ofSpec = (spec: TableSpec): DictionaryColumn[] =>
  Object.entries(spec).map(([name, { type, unit, description, width }]) => ({
    name,
    type: parquetTypes[type],
    unit,
    description,
    ...(width > 1 && { width }),
  }));

/** Every file that a run or a batch writes, with what its columns mean. */
export function dictionary(): { files: DictionaryFile[]; codes: typeof codes } {
  const ofMeasure = new Map<string, Measure>(measures.map((measure) => [measure.id, measure]));
  return {
    files: [
      {
        file: "manifest.json",
        holds: "Of a run: what one needs to know of it to trust it, and to run it again. JSON; a field inside another is named by both.",
        columns: fields(z.toJSONSchema(Manifest) as Field),
      },
      {
        file: "measures.csv",
        holds: "Of a run: a row is a week. What is taken less often keeps its last value in between.",
        columns: measuresCsvColumns.map((column) => {
          const measure = ofMeasure.get(column.name);
          return measure ? { ...column, every: measure.every, descriptionZh: `${measure.label.zh}。${measure.help.zh}` } : column;
        }),
      },
      { file: "matters.csv", holds: "Of a run: a row is a week and a type of matter.", columns: mattersCsvColumns },
      ...snapshot.map(({ name, row, spec }) => ({
        file: `week-N/${name}`,
        holds: `Of a run with \`--snapshot N\`, the state after week N, and of a batch with \`keep.snapshots\`, under \`snapshots/KEY\`: a row is ${row}.`,
        columns: ofSpec(spec),
      })),
      {
        file: "batch.json",
        holds: "Of a batch: what it was asked for, and the checksums of what it has written; none before its tables are there. JSON.",
        columns: fields(z.toJSONSchema(BatchDescription) as Field),
      },
      {
        file: "runs.parquet",
        holds: "Of a batch: a row is a run.",
        columns: runsTable<DictionaryColumn>(
          [
            {
              name: "FACTOR",
              type: [...new Set(Object.values(factorTypes))].join(", "),
              unit: "of the parameter",
              description: "For each factor of the plan a column, named by its path: the value in the run.",
            },
          ],
          [
            {
              name: "OUTCOME",
              type: "DOUBLE",
              unit: "of the measure",
              description: "For each outcome of the plan a column of its name: the mean of its measure over its weeks.",
              nullable: true,
            },
          ],
        ),
      },
      {
        file: "measures.parquet",
        holds: "Of a batch: a row is a run and a week that is kept.",
        columns: measuresTable<DictionaryColumn>([
          {
            name: "MEASURE",
            type: "DOUBLE",
            unit: "of the measure",
            description: "For each measure that is kept a column of its name, as in measures.csv.",
            nullable: true,
          },
        ]),
      },
    ],
    codes,
  };
}

const heads = ["column", "type", "unit", "taken every", "meaning", "中文"];

function columnTable(columns: readonly DictionaryColumn[]): string {
  const rows = columns.map(({ name, width, type, nullable, unit, every, description, descriptionZh = "" }) => [
    width ? `\`${name}_0\` to \`${name}_${width - 1}\`` : `\`${name}\``,
    nullable ? `${type}, may be empty` : type,
    unit,
    every ? (every === 1 ? "week" : `${every} weeks`) : "",
    description,
    descriptionZh,
  ]);
  const used = heads.map((_, k) => k).filter((k) => rows.some((row) => row[k] !== ""));
  const take = (row: readonly string[]) => used.map((k) => row[k]);
  return markdownTable(take(heads), rows.map(take));
}

/** The dictionary as a page. Markdown. */
export function dictionaryPage(): string {
  return `${[
    `# Data dictionary

What stands in the files that \`run\` and \`batch\` write. This text is printed by \`npx four-circles dictionary\`, from the specifications by which the program writes them; \`--json\` prints the same for programs.

Types are those of Parquet; a CSV file has the same values as text, and an empty cell where there is no value; a text that begins with \`=\`, \`+\`, \`-\`, \`@\`, a tab or a line end, as an arm may be named, has an apostrophe before it there, so that no spreadsheet takes it for a formula. Every Parquet file carries unit and meaning of its columns in its metadata, as JSON under the key \`four_circles\`; in the tables of batches and studies \`checksum\` stands beside them, the SHA-256 of the file with zeros in its place, by which the laboratory tells whether a file is as it was written. Where the unit is an agent, such as resident, organization or community, the value is its number, from 0: the row in its file, if it has one. A flag is 0 or 1, a share lies between 0 and 1, and codes stand [at the end](#codes). How the measures come about says [model.md](model.md).`,
    ...dictionary().files.map(({ file, holds, columns }) => `## ${file}\n\n${holds}\n\n${columnTable(columns)}`),
    `## Codes

${markdownTable(
  ["list", "values"],
  Object.entries(codes).map(([name, values]) => [`\`${name}\``, values.map((value, code) => `${code} ${value}`).join(", ")]),
)}`,
  ].join("\n\n")}\n`;
}
