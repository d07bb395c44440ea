import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms, scenarioSchema } from "../../src/mechanisms/index.ts";
import { type BaseScenario, type District, type Reading, readScenario, settings } from "../../src/scenario/index.ts";
import { formatProblem } from "../../src/words/index.ts";

const folder = join(import.meta.dirname, "../../scenarios");

/** Reads a scenario from text, as if it stood in the folder of scenarios. */
export const readText = (text: string, set: string[] = []): Promise<Reading> =>
  readScenario(
    { path: "test.yaml", text },
    {
      schema: scenarioSchema,
      set: settings("--set", set),
      resolve: async (path, from) => {
        try {
          const file = join(dirname(from), path);
          return { path: file, text: readFileSync(join(folder, file), "utf8") };
        } catch {
          return undefined;
        }
      },
    },
  );

/** A scenario of the folder with some parameters changed. */
export async function scenario(name: "community" | "zhonglou-tenth" | "zhonglou", ...set: string[]): Promise<BaseScenario> {
  const reading = await readText(`extends: ${name}.yaml`, set);
  if (!reading.ok) throw new Error(reading.problems.map((one) => formatProblem(one)).join("\n"));
  return reading.scenario;
}

/** A scenario of a district of one's own. */
export async function withDistrict(district: District, set: string[] = [], text = "title: Own\ndistrict: own"): Promise<BaseScenario> {
  const reading = await readScenario(
    { path: "test.yaml", text },
    {
      schema: scenarioSchema,
      set: settings("--set", set),
      resolve: async (path) =>
        path === "own/district.json" ? { path, text: JSON.stringify(district) } : { path, text: readFileSync(join(folder, path), "utf8") },
    },
  );
  if (!reading.ok) throw new Error(reading.problems.map((one) => formatProblem(one)).join("\n"));
  return reading.scenario;
}

/** A small community: quick, with an organization or two of each kind. */
export const small = (...set: string[]) => scenario("community", "population.residents=600", "organizations.count=8", ...set);

/** Runs some weeks. */
export function runWeeks(of: BaseScenario, weeks: number, which = mechanisms): Run {
  const run = Run.start(of, which);
  for (let week = 0; week < weeks; week++) run.step();
  return run;
}

/** The named mechanisms alone. */
export const only = (...ids: string[]) => mechanisms.filter(({ id }) => ids.includes(id));
