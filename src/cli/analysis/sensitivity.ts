import { parse } from "yaml";
import packageJson from "../../../package.json" with { type: "json" };
import { expandPlan, mostRuns, pointCount, type SensitivityMethod, sensitivityPlan, type Value } from "../../experiment/index.ts";
import type { MeasureId } from "../../observation/index.ts";
import { settings } from "../../scenario/index.ts";
import { conduct } from "../batch/conduct.ts";
import { scenarioFrom } from "../files.ts";
import { threadPool } from "../pool.ts";
import { CommandFailure, type Terminal, threadsOf, wholeNumber } from "../terminal.ts";
import { factorsFrom } from "./factors.ts";
import { measuresOf, type StudyOptions, spanOf, weeksSet } from "./study.ts";

/** Measures that are studied unless others are named. */
const OUTCOMES: readonly MeasureId[] = ["participation_rate", "settlement_rate_true", "self_settled_share", "motivation_mean"];

type SensitivityOptions = StudyOptions & {
  method: SensitivityMethod;
  factors: string[];
  measures: string[];
  size?: string;
  candidates?: string;
};

/** Which factors move which measures: a plan made from options, run as any other. */
export async function sensitivity(path: string, options: SensitivityOptions, terminal: Terminal): Promise<void> {
  const { method, seed, out, json } = options;
  const scenario = await scenarioFrom(path, weeksSet(options));
  const { title, titleZh, question, questionZh } = scenario;
  const factors = factorsFrom("sensitivity", options.factors);
  const { size, candidates } = sizeOf(options, factors.length);
  const span = spanOf("sensitivity", options, scenario);
  const plan = sensitivityPlan({
    ...{ title, titleZh, question, questionZh, scenario: path, set: setOf(options) },
    ...{ method, factors, size, candidates, seed, span },
    measures: measuresOf("sensitivity", options.measures.length > 0 ? options.measures : OUTCOMES),
  });
  const runs = pointCount(plan);
  if (runs > mostRuns)
    throw new CommandFailure(
      `sensitivity: --size ${size} asks for ${runs} runs. A plan may have ${mostRuns}: take a smaller one, or fewer factors.`,
    );
  if ((size & (size - 1)) !== 0 && method === "sobol")
    terminal.err(`sensitivity: --size ${size} is no power of two, so the points are not quite even.`);
  terminal.err(
    `${runs} runs of ${span[1]} weeks: ${factors.length} factors, ${size} ${method === "morris" ? "trajectories" : "base points"}.`,
  );
  const threads = threadsOf(options.threads);
  const expansion = await expandPlan(plan, { ...scenario, weeks: span[1] }, packageJson.version);
  await conduct(expansion, { command: "sensitivity", out, csv: true, json, executor: () => threadPool(threads) }, terminal);
}

/** How large the design is. */
function sizeOf(options: SensitivityOptions, factors: number): { size: number; candidates: number } {
  const { method } = options;
  const size = wholeNumber(options.size ?? (method === "morris" ? "10" : "64"), "sensitivity: --size", 2, 1_000_000);
  if (method === "sobol" && factors > 500) throw new CommandFailure(`sensitivity: ${factors} factors. Name 500 at most.`);
  if (method === "sobol" && options.candidates !== undefined)
    throw new CommandFailure("sensitivity: --candidates belongs to --method morris. Leave it out.");
  const candidates =
    options.candidates === undefined
      ? Math.max(size, Math.min(4 * size, 100))
      : wholeNumber(options.candidates, "sensitivity: --candidates", size, 1000);
  return { size, candidates };
}

/** What is set for all runs, as a plan has it: seed and length stand elsewhere there. */
const setOf = ({ set }: SensitivityOptions): Record<string, Value> =>
  Object.fromEntries(
    settings("--set", set)
      .filter(({ path }) => path !== "seed" && path !== "weeks")
      .map(({ path, text = "" }) => [path, parse(text) as Value]),
  );
