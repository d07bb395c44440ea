import { checksumOf, Experiment, type ResultColumn, resultFiles, sealed } from "../../src/exports/index.ts";

const paths = ["rigidity", "mechanisms.participation.mean"];
interface Set {
  weight: number;
  values: readonly number[];
}

/** Two weeks as they were observed, of which the second was held out, and what a fit foretold of them. */
const predictions = [
  { week: 4, value: 0.1, low: 0.05, high: 0.2, heldOut: false, inside: true },
  { week: 8, value: 0.5, low: 0.1, high: 0.3, heldOut: true, inside: false },
].map(({ week, low, high, ...rest }) => ({
  name: `participation_rate week ${week}`,
  measure: "participation_rate",
  span: [week, week],
  error: 0.01,
  low,
  median: (low + high) / 2,
  high,
  ...rest,
}));

/** What a fit writes: what it says of itself, and its sets of parameters. */
export function studyFiles({ kind = "fit", sets = [{ weight: 1, values: [0.2, 0.3] }] }: { kind?: "fit" | "compare"; sets?: Set[] } = {}) {
  const column = (name: string, value: ResultColumn<Set>["value"]): ResultColumn<Set> => ({
    name,
    type: "DOUBLE",
    unit: "",
    description: name,
    value,
  });
  const columns = [column("weight", ({ weight }) => weight), ...paths.map((path, k) => column(path, ({ values }) => values[k]))];
  const tables = new Map(resultFiles("posterior", columns, sets));
  const posterior = tables.get("posterior.parquet") as Uint8Array<ArrayBuffer>;
  const sha256 = { "posterior.parquet": checksumOf(posterior) };
  const described = sealed(
    Experiment.omit({ checksum: true }).parse({
      program: "four-circles",
      version: "test",
      schemaVersion: 1,
      kind,
      title: "A small fit",
      plan: { factors: Object.fromEntries(paths.map((path) => [path, "0 to 1"])) },
      scenario: {},
      seed: "5",
      runs: 2,
      results: { effective: 1, predictions, reach: { reached: true, p: 0.4, beyond: [] } },
      files: Object.keys(sha256),
      sha256,
    }),
  );
  return { description: JSON.stringify(described), posterior };
}
