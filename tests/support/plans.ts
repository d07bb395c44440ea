import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Expansion, expandPlan, type PlanReading, readPlan } from "../../src/experiment/index.ts";
import { formatProblem } from "../../src/words/index.ts";

const folder = join(import.meta.dirname, "../../scenarios");

/** Reads a plan from text, as if it stood in the folder of scenarios. */
export const readPlanText = (text: string): Promise<PlanReading> =>
  readPlan({ path: "plan.yaml", text }, async (path, from) => {
    try {
      const file = join(dirname(from), path);
      return { path: file, text: readFileSync(join(folder, file), "utf8") };
    } catch {
      return undefined;
    }
  });

/** A plan of tiny runs, with lines of its own. */
export const tinyPlan = (...lines: string[]): string =>
  [
    "title: Tiny",
    "scenario: community.yaml",
    "set: { population.residents: 200, organizations.count: 3 }",
    "weeks: 6",
    "outcomes: [{ measure: participation_rate, span: [1, 6] }]",
    ...lines,
  ].join("\n");

/** The runs of a plan in text. */
export async function expanded(text: string, program = "test"): Promise<Expansion> {
  const reading = await readPlanText(text);
  if (!reading.ok) throw new Error(reading.problems.map((one) => formatProblem(one)).join("\n"));
  return expandPlan(reading.plan, reading.base, program);
}

export { MemoryStore } from "../../src/experiment/index.ts";
