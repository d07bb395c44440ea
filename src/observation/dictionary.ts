import { matterColumns } from "../engine/index.ts";
import { branchColumns, organizationColumns, residentColumns, type TableSpec } from "../population/index.ts";
import { measures } from "./measures.ts";
import { matterCounts } from "./recorder.ts";

export interface DictionaryEntry {
  file: string;
  column: string;
  unit: string;
  description: string;
  descriptionZh?: string;
}

const columns = (file: string, spec: TableSpec): DictionaryEntry[] =>
  Object.entries(spec).map(([column, { unit, description, width }]) => ({
    file,
    column,
    unit,
    description: width > 1 ? `${description} ${width} values, as columns ${column}_0 to ${column}_${width - 1}.` : description,
  }));

/** What every column of every file that a run writes means. */
export function dictionary(): DictionaryEntry[] {
  return [
    { file: "measures.csv", column: "week", unit: "week", description: "Week, counted from 1.", descriptionZh: "周（从1起）" },
    ...measures.map(({ id, unit, en, zh }) => ({ file: "measures.csv", column: id, unit, description: en, descriptionZh: zh })),
    { file: "matters.csv", column: "week", unit: "week", description: "Week, counted from 1." },
    { file: "matters.csv", column: "type", unit: "", description: "Type of matter." },
    ...matterCounts.map((count) => ({
      file: "matters.csv",
      column: count,
      unit: "matters",
      description: `Matters of the type in the week: ${count}.`,
    })),
    ...columns("residents.parquet", residentColumns),
    ...columns("organizations.parquet", organizationColumns),
    ...columns("branches.parquet", branchColumns),
    ...columns("matters.parquet", matterColumns),
    { file: "ties.parquet", column: "a", unit: "resident", description: "One end of an acquaintance tie; a < b." },
    { file: "ties.parquet", column: "b", unit: "resident", description: "The other end." },
    { file: "ties.parquet", column: "core", unit: "flag", description: "1 if a core tie." },
  ];
}
