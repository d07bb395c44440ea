import packageJson from "../../package.json" with { type: "json" };
import { Run } from "../experiment/index.ts";
import { SCHEMA_VERSION } from "../exports/index.ts";
import { mechanisms } from "../mechanisms/index.ts";
import { isMeasure, measures } from "../observation/index.ts";
import { type ReadOptions, type Scenario, type ScenarioSource, scenarioOf } from "./scenario.ts";

/** A week that has just been simulated. */
export interface Week {
  /** Counted from 1. */
  readonly week: number;
  /** Value of a measure, in the unit that `measures` names; NaN where there is nothing to measure. @throws RangeError if there is no such measure */
  value(measure: string): number;
}

export interface SimulateOptions extends ReadOptions {
  /** Called after each week and awaited. It can change nothing; what it throws ends the run. */
  onWeek?(week: Week): void | Promise<void>;
}

/** A finished run: the fields of a manifest.json of the same names, and all measures. */
export interface Simulated {
  readonly program: "four-circles";
  readonly version: string;
  readonly schemaVersion: number;
  readonly scenario: Scenario;
  readonly seed: string;
  /** Weeks simulated. */
  readonly weeks: number;
  /** SHA-256 of the final state and of all measures, 64 hexadecimal digits each. Equal digests mean equal runs, here, on the command line and in the laboratory. */
  readonly digest: { readonly state: string; readonly measures: string };
  /** [measure][week - 1] in the unit that `measures` names; NaN where there is nothing to measure. */
  readonly measures: { readonly [measure: string]: Float64Array };
}

/**
 * Runs a scenario in the calling thread: put it into a worker where a page must stay free.
 *
 * @throws ScenarioError if the scenario cannot be run; its `problems` say where and why
 */
export async function simulate(scenario: ScenarioSource, options: SimulateOptions = {}): Promise<Simulated> {
  const { onWeek, ...reading } = options;
  const run = Run.start(await scenarioOf(scenario, reading), mechanisms);
  const { recorder, world } = run;
  const value = (measure: string) => {
    if (!isMeasure(measure)) throw new RangeError(`value: ${measure} is not a measure. Name one of those that “measures” lists.`);
    return recorder.value(measure);
  };
  while (world.week < run.scenario.weeks) {
    run.step();
    if (onWeek) await onWeek({ week: world.week, value });
  }
  return {
    program: "four-circles",
    version: packageJson.version,
    schemaVersion: SCHEMA_VERSION,
    scenario: run.scenario,
    seed: run.scenario.seed,
    weeks: world.week,
    digest: { state: run.stateDigest(), measures: run.measuresDigest() },
    measures: Object.fromEntries(measures.map(({ id }) => [id, recorder.series(id)])),
  };
}
