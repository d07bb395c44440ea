import {
  type SensitivityMethod,
  type SensitivityRow,
  sensitivityIndices,
  sensitivityRuns,
  sensitivity as study,
} from "../../experiment/index.ts";
import { type ResultColumn, resultFiles } from "../../exports/index.ts";
import { scenarioFrom } from "../files.ts";
import { interval, number } from "../numbers.ts";
import { pooled } from "../pool.ts";
import { aligned, CommandFailure, type Terminal, wholeNumber } from "../terminal.ts";
import { factorsFrom, rangesOf } from "./factors.ts";
import { describe, measuresOf, type StudyOptions, spanOf, threadsOf, weeksSet, writeStudy } from "./study.ts";

/** Measures that are studied unless others are named. */
const OUTCOMES = ["participation_rate", "settlement_rate_true", "self_settled_share", "motivation_mean"];
const SHOWN = 15;
const MORRIS =
  "mu*: importance; mu: direction; sigma: interaction or curvature. Effects of moving a factor across its whole range; of options without order, from any to any other, without direction.";
const SOBOL =
  "total: share of the variance with all interactions; first: alone. Chance varies between base points and is in no index, so first orders need not sum to one.";

/** Which factors move which measures, by elementary effects or by shares of the variance. */
export async function sensitivity(
  path: string,
  options: StudyOptions & { method: SensitivityMethod; factors: string[]; measures: string[]; size?: string; candidates?: string },
  terminal: Terminal,
): Promise<void> {
  const { method, seed, out } = options;
  const base = await scenarioFrom(path, weeksSet(options));
  const factors = factorsFrom("sensitivity", options.factors);
  const measures = measuresOf("sensitivity", options.measures.length > 0 ? options.measures : OUTCOMES);
  const size = wholeNumber(options.size ?? (method === "morris" ? "10" : "64"), "sensitivity: --size", 2, 1_000_000);
  if (method === "sobol" && factors.length > 500) throw new CommandFailure(`sensitivity: ${factors.length} factors. Name 500 at most.`);
  if (method === "sobol" && options.candidates !== undefined)
    throw new CommandFailure("sensitivity: --candidates belongs to --method morris. Leave it out.");
  const candidates =
    options.candidates === undefined
      ? Math.max(size, Math.min(4 * size, 100))
      : wholeNumber(options.candidates, "sensitivity: --candidates", size, 1000);
  const span = spanOf("sensitivity", options, base);
  const runs = sensitivityRuns({ method, size, factors });
  if ((size & (size - 1)) !== 0 && method === "sobol")
    terminal.err(`sensitivity: --size ${size} is no power of two, so the points are not quite even.`);
  terminal.err(
    `${runs} runs of ${span[1]} weeks: ${factors.length} factors, ${size} ${method === "morris" ? "trajectories" : "base points"}.`,
  );
  const pool = await pooled(terminal, "sensitivity", threadsOf(options), out);
  try {
    const rows = await study({ base, method, factors, measures, size, candidates, seed, span }, pool.runJobs);
    const plan = { method, size, ...(method === "morris" ? { candidates } : {}), span, measures, factors: rangesOf(factors) };
    const described = { kind: "sensitivity" as const, plan, scenario: base, seed, runs, results: rows };
    if (out !== undefined) await writeStudy(out, described, resultFiles("indices", columns(method), rows));
    if (options.json) {
      terminal.json(describe(described, {}));
      return;
    }
    const indices = sensitivityIndices[method];
    for (const measure of measures) {
      const of = rows.filter((row) => row.measure === measure);
      terminal.out(
        aligned([
          [measure, ...indices.flatMap((index) => [index === "muStar" ? "mu*" : index, "95% interval"]), "used"],
          ...of
            .slice(0, SHOWN)
            .map(({ factor, indices: found, count }) => [
              `  ${factor}`,
              ...indices.flatMap((index) => [number(found[index].value), interval(found[index])]),
              `${count} of ${size}`,
            ]),
        ]),
      );
      if (of.length > SHOWN) terminal.out(`  and ${of.length - SHOWN} weaker ones`);
      terminal.out("");
    }
    terminal.out(
      `${method === "morris" ? MORRIS : SOBOL} Intervals: jackknife over ${method === "morris" ? "trajectories" : "base points"}. Weeks ${span[0]} to ${span[1]}, seed ${seed}.`,
    );
    if (out !== undefined) terminal.err(`written to ${out}`);
  } finally {
    await pool.close();
  }
}

const columns = (method: SensitivityMethod): ResultColumn<SensitivityRow>[] => [
  { name: "measure", type: "STRING", unit: "", description: "Measure.", value: (row) => row.measure },
  { name: "factor", type: "STRING", unit: "", description: "Path of the parameter.", value: (row) => row.factor },
  ...sensitivityIndices[method].flatMap((index): ResultColumn<SensitivityRow>[] =>
    (["value", "low", "high"] as const).map((end) => ({
      name: `${index === "muStar" ? "mu_star" : index}${end === "value" ? "" : `_${end}`}`,
      type: "DOUBLE",
      unit: method === "morris" ? "unit of the measure per range of the factor" : "share of variance",
      description: end === "value" ? `Index ${index}.` : `${end === "low" ? "Low" : "High"} end of its 95% jackknife interval.`,
      value: ({ indices }) => indices[index][end],
    })),
  ),
  { name: "count", type: "INT32", unit: "", description: "Trajectories or base points used.", value: (row) => row.count },
];
