import { log, pow } from "../numeric/index.ts";
import { measureIndex } from "../observation/index.ts";
import { type BaseScenario, withValue } from "../scenario/index.ts";
import { type Estimate, meanWithInterval } from "./intervals.ts";
import type { Job, Means, RunJobs } from "./job.ts";

const HOLDS = 0.8; // a pattern counts if at least this share of runs lies in its band (science.md section 5)
const YEAR = 52;
const SEVEN_YEARS = 7 * YEAR;

export interface CheckRow {
  /** Number of the pattern in science.md section 5, or the row of the table of 2.2. */
  pattern: string;
  what: string;
  /** C may be used for calibration, D is a structural check. */
  use: "C" | "D";
  source: string;
  band: readonly [number, number];
  estimate: Estimate;
  /** Share of runs inside the band. */
  inside: number;
  pass: boolean;
  /** Why it cannot be met or measured, where that is known. */
  note: string;
}

interface Band {
  pattern: string;
  what: string;
  use: "C" | "D";
  source: string;
  band: readonly [number, number];
  note?: string;
  value(measure: (id: string) => number, late: (id: string) => number): number;
}

const logOdds = (p: number) => log(p / (1 - p));

/** Patterns of science.md section 5 that may be used for calibration (C) or are structural checks (D). */
const bands: readonly Band[] = [
  {
    pattern: "2",
    what: "active in a year among registered volunteers",
    use: "C",
    source: "[S43]-[S45]",
    band: [0.05, 0.5],
    value: (m) => m("volunteers_active_share"),
  },
  {
    pattern: "2",
    what: "hours given a year per registered volunteer",
    use: "C",
    source: "[S43]-[S45]",
    band: [2, 20],
    note: "All hours given, over the number registered: the model does not tell platform hours apart.",
    value: (m) => m("volunteer_hours_per_adult") / m("volunteers_registered_share"),
  },
  ...(
    [
      ["18-29", "participation_age_18_29", 0.14],
      ["50-59", "participation_age_50_59", 0.56],
      ["70-79", "participation_age_70_79", 0.78],
    ] as const
  ).map(
    ([age, id, center]): Band => ({
      pattern: "4",
      what: `participation at ${age}`,
      use: "C",
      source: "[S76]",
      band: [center - 0.08, center + 0.08],
      value: (m) => m(id),
    }),
  ),
  {
    pattern: "5",
    what: "participation of members over that of others",
    use: "C",
    source: "[S76], [S3]",
    band: [1.2, 1.6],
    value: (m) => m("participation_members") / m("participation_others"),
  },
  {
    pattern: "5",
    what: "log-odds gap of members",
    use: "C",
    source: "[S76], [A]",
    band: [0.4, 1],
    value: (m) => logOdds(m("participation_members")) - logOdds(m("participation_others")),
  },
  {
    pattern: "6",
    what: "adults without active contact with neighbours",
    use: "C",
    source: "[S77], [S78]",
    band: [0.24, 0.28],
    note: "The other half of the pattern, weekly contact, is not measured: ties carry no rhythm.",
    value: (m) => m("acquaintance_isolated_share"),
  },
  {
    pattern: "11",
    what: "ties kept after seven years",
    use: "C",
    source: "[S93]",
    band: [0.4, 0.56],
    value: (_, late) => late("acquaintance_retention_since_start"),
  },
  {
    pattern: "11",
    what: "core ties kept in a year",
    use: "C",
    source: "[S94]",
    band: [0.96, 0.99],
    value: (_, late) => pow(late("acquaintance_core_retention_since_start"), 1 / 7),
  },
  {
    pattern: "14",
    what: "organizations with a branch of their own",
    use: "D",
    source: "table 2.2",
    band: [0.03, 0.31],
    note: "The table has organizations with staff only; here six in ten are filed groups without any. Over registered ones the share is two and a half times as high.",
    value: (m) => m("coverage_own"),
  },
  {
    pattern: "22",
    what: "disputes mediated per 1,000 residents a year",
    use: "C",
    source: "[S61], [S16], [S62]",
    band: [8, 20],
    value: (m) => m("disputes_mediated_per_1000"),
  },
  {
    pattern: "27",
    what: "hours of community workers on assigned paperwork",
    use: "C",
    source: "[S80]",
    band: [0.3, 0.6],
    value: (m) => m("worker_paperwork_share"),
  },
  {
    pattern: "27",
    what: "community workers under a heavy load",
    use: "C",
    source: "[S10]",
    band: [0.7, 0.9],
    value: (m) => m("workers_heavy_share"),
  },
  {
    pattern: "28",
    what: "net growth of organizations a year, with support",
    use: "C",
    source: "[S30]",
    band: [0.03, 0.08],
    value: (m) => (m("orgs_founded") - m("orgs_closed")) / m("orgs_alive"),
  },
];

/** The structural ceiling of science.md 2.2: members among staff, staff mean and median, own branches, nobody, ceiling. */
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
 * Measures the calibration bands and the structural ceiling.
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
  const burnIn = base.burnInWeeks;
  const seeded = (scenario: BaseScenario, seed: string): BaseScenario => ({ ...scenario, seed });
  const jobs: Job[] = seeds.map((seed) => ({
    scenario: seeded(base, seed),
    spans: [
      [burnIn + 1, SEVEN_YEARS],
      [SEVEN_YEARS, SEVEN_YEARS],
    ],
  }));
  const rows = ceilings.map(([members, mean, median]) => {
    let scenario = withValue(base, "organizations.registered", 1);
    for (const [path, value] of [
      ["organizations.count", organizations],
      ["organizations.members", members],
      ["organizations.staffMean", mean],
      ["organizations.staffMedian", median],
      ["mechanisms.administrativePromotion.initiative", 0.5],
      ["mechanisms.administrativePromotion.imitation", 2],
      ["mechanisms.administrativePromotion.target", 1],
      ["mechanisms.administrativePromotion.pressure", 20],
    ] as const)
      scenario = withValue(scenario, path, value);
    return seeds.map(
      (seed): Job => ({ scenario: seeded(scenario, seed), spans: [[CEILING_WEEKS, CEILING_WEEKS]], only: ["administrativePromotion"] }),
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
  const of = (means: Means, span: number) => (id: string) => means[span][measureIndex.get(id) as number];

  const out: CheckRow[] = bands.map(({ value, note = "", ...rest }) => {
    const values = all.slice(0, jobs.length).map((means) => value(of(means, 0), of(means, 1)));
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
          band: [ceiling - 0.06, 1 - none + 0.03],
          note: `Random grouping gives ${ceiling}; those who look for partners can reach ${(1 - none).toFixed(2)}, all organizations with any member.`,
        },
        values.map((means) => of(means, 0)("coverage_formal")),
      ),
      judged(
        { ...shared, what: `own branches, ${name}`, band: [own - 0.04, own + 0.04], note: "" },
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
        band: [-1, 0],
        note: "Overlap at the same number of ties slows simple spread.",
      },
      differences,
    ),
  );
  return out;
}

function judged(row: Omit<CheckRow, "estimate" | "inside" | "pass">, values: readonly number[]): CheckRow {
  const inside = values.filter((value) => value >= row.band[0] && value <= row.band[1]).length / values.length;
  return { ...row, estimate: meanWithInterval(values), inside, pass: inside >= HOLDS };
}
