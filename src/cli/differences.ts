import { type Row, readTable } from "./readTable.ts";
import { CommandFailure } from "./terminal.ts";

const SHOWN = 3;

/** A value as people compare it. */
const shown = (value: unknown): string => (value === undefined || value === null || value === "" ? "nothing" : String(value));

/**
 * In which rows a table is another than it should be, in words: "1 of 104 rows differs: row 5, participation_rate is 0.9
 * instead of 0.12". Undefined if none does.
 *
 * @param label  names a row
 */
export function differences(expected: readonly Row[], found: readonly Row[], label: (row: Row, r: number) => string): string | undefined {
  const columns = Object.keys(expected[0] ?? found[0] ?? {});
  const added = Object.keys(found[0] ?? {}).filter((name) => !columns.includes(name));
  const rows: string[] = [];
  let count = 0;
  for (let r = 0; r < Math.max(expected.length, found.length); r++) {
    const [due, is] = [expected[r], found[r]];
    const changed = due && is ? [...columns, ...added].filter((name) => shown(due[name]) !== shown(is[name])) : [];
    if (due && is && changed.length === 0) continue;
    if (++count > SHOWN) continue;
    const what =
      due && is
        ? changed
            .slice(0, SHOWN)
            .map((name) => `${name} is ${shown(is[name])} instead of ${shown(due[name])}`)
            .join(", ") + (changed.length > SHOWN ? `, and ${changed.length - SHOWN} more columns` : "")
        : due
          ? "is missing"
          : "is one too many";
    rows.push(`${label(due ?? is, r)}: ${what}`);
  }
  if (count === 0) return undefined;
  const more = count > SHOWN ? `; and ${count - SHOWN} more` : "";
  return `${count} of ${expected.length} rows ${count === 1 ? "differs" : "differ"}: ${rows.join("; ")}${more}`;
}

/** The same of a Parquet file, which may be damaged. */
export async function tableDifferences(
  expected: readonly Row[],
  path: string,
  label: (row: Row, r: number) => string,
): Promise<string | undefined> {
  try {
    return differences(expected, await readTable(path), label);
  } catch (error) {
    if (error instanceof CommandFailure) return "cannot be read as Parquet";
    throw error;
  }
}
