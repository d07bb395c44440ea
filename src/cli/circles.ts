import { buildCircles, circleTargets, measureCircles } from "../circles/index.ts";
import { buildPopulation } from "../population/index.ts";
import { scenarioFrom } from "./files.ts";
import { decimal } from "./numbers.ts";
import type { Terminal } from "./terminal.ts";

/** Builds the district of a scenario and prints its circles beside their targets (references: networks). */
export async function circles(path: string, options: { set: string[]; json?: boolean }, terminal: Terminal): Promise<void> {
  const scenario = await scenarioFrom(path, options.set);
  const population = buildPopulation(scenario, scenario.seed);
  const measured = measureCircles(population, buildCircles(population, scenario, scenario.seed).ties);
  const rows = Object.entries(measured).map(([measure, value]: [string, number]) => {
    const targetRange = circleTargets[measure as keyof typeof measured];
    return {
      measure,
      value,
      targetRange: targetRange ?? null,
      inside: targetRange ? value >= targetRange[0] && value <= targetRange[1] : null,
    };
  });
  if (options.json) terminal.json(rows);
  else
    for (const { measure, value, targetRange, inside } of rows)
      terminal.out(
        `${measure.padEnd(30)} ${decimal(value, 4, targetRange ?? []).padStart(9)}  ${targetRange ? `${targetRange[0]}-${targetRange[1]}`.padEnd(10) : ""} ${inside === null ? "" : inside ? "inside" : "OUTSIDE"}`.trimEnd(),
      );
}
