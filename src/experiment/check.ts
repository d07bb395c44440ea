import { type MeasureId, placeOfMeasure } from "../observation/index.ts";
import { type BaseScenario, withValue } from "../scenario/index.ts";
import { type Estimate, meanWithInterval } from "./intervals.ts";
import type { Job, Means, RunJobs } from "./job.ts";
import { patternSpans, patterns, patternValue } from "./patterns.ts";

/** A pattern counts if at least this share of runs lies in its target range (references: patterns). */
export const HOLDS = 0.8;

export interface CheckRow {
  /** Number of the pattern (references: patterns); 2.2 for the structural ceiling. */
  pattern: string;
  what: string;
  /** C may be used for calibration, D is a structural check. */
  use: "C" | "D";
  source: string;
  targetRange: readonly [number, number];
  estimate: Estimate;
  /** Share of runs inside the target range. */
  inside: number;
  pass: boolean;
  /** Why it cannot be met or measured, where that is known. */
  note: string;
}

/** The structural ceiling (references: party organizations): members among staff, staff mean and median, own branches, nobody, ceiling. */
const ceilings = [
  [0.065, 6, 3, 0.03, 0.74, 0.2],
  [0.065, 12, 5, 0.08, 0.63, 0.36],
  [0.1, 6, 3, 0.05, 0.65, 0.33],
  [0.1, 12, 5, 0.13, 0.53, 0.48],
  [0.15, 12, 5, 0.2, 0.43, 0.58],
  [0.25, 12, 5, 0.31, 0.31, 0.67],
] as const;
const CEILING_WEEKS = 156;

/**
 * Measures the target ranges and the structural ceiling.
 *
 * @param base       the default district
 * @param small      a small district, for the sign of overlap
 * @param seeds      runs for each row
 * @param organizations  organizations of the district in which the ceiling is measured
 */
export async function check(
  base: BaseScenario,
  small: BaseScenario,
  seeds: readonly string[],
  runJobs: RunJobs,
  organizations = 400,
): Promise<CheckRow[]> {
  const seeded = (scenario: BaseScenario, seed: string): BaseScenario => ({ ...scenario, seed });
  const jobs: Job[] = seeds.map((seed) => ({
    scenario: seeded(base, seed),
    spans: patternSpans(base),
  }));
  const rows = ceilings.map(([members, mean, median]) => {
    let scenario = withValue(base, "organizations.registered", 1);
    for (const [path, value] of [
      ["organizations.count", organizations],
      ["organizations.members", members],
      ["organizations.staffMean", mean],
      ["organizations.staffMedian", median],
      ["mechanisms.administrativeDrive.initiative", 0.5],
      ["mechanisms.administrativeDrive.imitation", 2],
      ["mechanisms.administrativeDrive.target", 1],
      ["mechanisms.administrativeDrive.pressure", 20],
    ] as const)
      scenario = withValue(scenario, path, value);
    return seeds.map(
      (seed): Job => ({ scenario: seeded(scenario, seed), spans: [[CEILING_WEEKS, CEILING_WEEKS]], only: ["administrativeDrive"] }),
    );
  });
  const overlap = [0, 0.9].map((value) =>
    seeds.map((seed): Job => {
      let scenario = seeded(withValue(small, "circles.overlap", value), seed);
      for (const [path, set] of [
        ["mechanisms.awareness.reach", 0.001],
        ["mechanisms.awareness.wordOfMouth", 0.1],
      ] as const)
        scenario = withValue(scenario, path, set);
      return { scenario, spans: [[20, 32]], only: ["awareness"] };
    }),
  );
  const all = await runJobs([...jobs, ...rows.flat(), ...overlap.flat()]);
  const of = (means: Means, span: number) => (id: MeasureId) => means[span][placeOfMeasure(id)];

  const out: CheckRow[] = patterns.map((pattern) => {
    const { value: _, note = "", ...rest } = pattern;
    const values = all.slice(0, jobs.length).map((means) => patternValue(pattern, means));
    return judged({ ...rest, note }, values);
  });
  ceilings.forEach(([members, mean, median, own, none, ceiling], k) => {
    const from = jobs.length + k * seeds.length;
    const values = all.slice(from, from + seeds.length);
    const name = `p ${members}, staff ${mean}/${median}`;
    const shared = { pattern: "2.2", use: "D" as const, source: "[A], 200,000 draws" };
    out.push(
      judged(
        {
          ...shared,
          what: `formal coverage at its plateau, ${name}`,
          targetRange: [ceiling - 0.06, 1 - none + 0.03],
          note: `Random grouping gives ${ceiling}; those who look for partners can reach ${(1 - none).toFixed(2)}, all organizations with any member.`,
        },
        values.map((means) => of(means, 0)("coverage_formal")),
      ),
      judged(
        { ...shared, what: `own branches, ${name}`, targetRange: [own - 0.04, own + 0.04], note: "" },
        values.map((means) => of(means, 0)("coverage_own")),
      ),
    );
  });
  const first = jobs.length + ceilings.length * seeds.length;
  const differences = seeds.map(
    (_, s) => of(all[first + seeds.length + s], 0)("awareness_knows") - of(all[first + s], 0)("awareness_knows"),
  );
  out.push(
    judged(
      {
        pattern: "26",
        what: "awareness by simple word of mouth, circles overlapping (0.9) minus not (0)",
        use: "D",
        source: "[S2], [S95]",
        targetRange: [-1, 0],
        note: "Overlap at the same number of ties slows simple spread.",
      },
      differences,
    ),
  );
  return out;
}

function judged(row: Omit<CheckRow, "estimate" | "inside" | "pass">, values: readonly number[]): CheckRow {
  const inside = values.filter((value) => value >= row.targetRange[0] && value <= row.targetRange[1]).length / values.length;
  return { ...row, estimate: meanWithInterval(values), inside, pass: inside >= HOLDS };
}
