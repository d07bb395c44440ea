import type { Ensemble } from "./judge.ts";

/** The finished runs of a plan: those outcomes and courses that its arms have. */
interface FinishedArms {
  weeks: number;
  arms: readonly string[];
  runs: readonly { replicate: number; arm: string; outcomes: readonly number[]; course: readonly number[] }[];
}

/** The runs of those seeds that all arms have. */
export function ensembleOf({ weeks, arms, runs }: FinishedArms): Ensemble {
  const byArm = arms.map((arm) => new Map(runs.filter((run) => run.arm === arm).map((run) => [run.replicate, run])));
  const seeds = [...byArm[0].keys()].filter((seed) => byArm.every((of) => of.has(seed))).sort((a, b) => a - b);
  const pick = <T>(of: (run: FinishedArms["runs"][number]) => T): T[][] =>
    byArm.map((ofArm) => seeds.map((seed) => of(ofArm.get(seed) as FinishedArms["runs"][number])));
  return { weeks, courses: pick((run) => run.course), outcomes: pick((run) => run.outcomes[0]) };
}
