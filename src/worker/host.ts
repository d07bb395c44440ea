import packageJson from "../../package.json" with { type: "json" };
import { paperIndex, Run } from "../experiment/index.ts";
import { networkGexf } from "../exports/index.ts";
import { mechanisms, scenarioSchema } from "../mechanisms/index.ts";
import { agentStatesOf, agentsOf, measures } from "../observation/index.ts";
import {
  type BaseScenario,
  interventionFaults,
  parameterCatalog,
  placeNames,
  said,
  scenarioText,
  valueAt,
  withChanges,
} from "../scenario/index.ts";
import { circleOf } from "./circleOf.ts";
import { inspect } from "./inspect.ts";
import { Keyframes } from "./keyframes.ts";
import { type PictureName, type Pictures, picture } from "./pictures.ts";
import { advance, measuresBetween, presentScenario } from "./present.ts";
import type { District, GivenPlaces, LaboratoryApi, Reopened } from "./protocol.ts";
import { readerOf, readRequest } from "./readRequest.ts";

const catalog = parameterCatalog(scenarioSchema);

/**
 * The laboratory's side of the boundary that holds the world: an ordinary object, of use without a worker too.
 *
 * @param hire  lets other threads help with a run; returns what ends them
 */
export function createHost(hire: (run: Run) => () => void = () => () => {}) {
  let run: Run | undefined;
  let dismiss = () => {};
  let keyframes = new Keyframes();
  const look = ({ world }: Run) => keyframes.observe(world);

  const current = (what: string): Run => {
    if (!run) throw new Error(`${what}: no scenario is loaded. Call load first.`);
    return run;
  };

  const api = {
    describe: () => ({
      program: packageJson.version,
      parameters: catalog,
      measures,
      mechanisms: mechanisms.map((mechanism) => {
        const { id, phase, title, summary, chances = {} } = mechanism;
        return { id, phase, circle: circleOf(mechanism), title, summary, chances };
      }),
      paperIndex: paperIndex(),
    }),

    async load(request) {
      const reading = await readRequest(request);
      if (!reading.ok) return reading;
      dismiss();
      run?.end();
      run = undefined; // the old world goes before the new one comes
      const began = performance.now();
      run = Run.start(reading.scenario, mechanisms);
      run.keepPast();
      keyframes = new Keyframes();
      look(run);
      dismiss = hire(run);
      return district(run, reading.file, performance.now() - began);
    },

    step: (weeks) => advance(current("step"), weeks, look),

    schedule(interventions) {
      const { world } = current("schedule");
      const problems = interventions.flatMap((one, k) =>
        [...interventionFaults(scenarioSchema, world.scenario, one)].map(({ path, message, remedy }) => ({
          file: "changes",
          line: 0,
          column: 0,
          path: [k, ...path].join("."),
          message,
          remedy,
        })),
      );
      if (problems.length > 0) return { ok: false, problems };
      world.schedule.replace(interventions);
      return { ok: true };
    },

    networkGexf() {
      const run = current("networkGexf");
      return networkGexf(run.world, run.keepPast().network);
    },

    checkpoint: () => current("checkpoint").checkpoint(packageJson.version),

    restore(bytes) {
      const outcome = reopen(bytes);
      if (!outcome.ok) return outcome;
      dismiss();
      if (run !== undefined && pastOf(run, outcome.run.world.week) === pastOf(outcome.run)) keyframes.forgetAfter(outcome.run.world.week);
      else keyframes = new Keyframes();
      run?.end();
      run = outcome.run;
      look(run);
      dismiss = hire(run);
      return outcome.answer;
    },

    async write(request) {
      const plain = await readerOf(request)({});
      if (!plain.ok) throw new Error(`write: ${request.file} cannot be read.`);
      const { scenario } = plain;
      const seed = request.seed === scenario.seed ? {} : { seed: request.seed };
      return withChanges(request.files[request.file], {
        set: { ...request.changed, ...seed },
        inherited: scenario.interventions,
        interventions: request.interventions,
      });
    },

    picture: <K extends PictureName>(name: K, asked: Pictures[K]["ask"]) => picture(current("picture"), keyframes, name, asked),
    inspect: (kind, index) => inspect(current("inspect").world, kind, index),
    agents: (kind) => agentsOf(current("agents").world, kind),
    suggestions() {
      const run = current("suggestions");
      return run.keepPast().stories.suggestions(run.world);
    },
    present: () => presentScenario(current("present")),
    agentStates: () => agentStatesOf(current("agentStates").world),
    digest: () => current("digest").stateDigest(),
    // Loaded when it is asked for: most people bring no tables.
  } satisfies {
    [K in keyof LaboratoryApi]: (
      ...args: Parameters<LaboratoryApi[K]>
    ) => ReturnType<LaboratoryApi[K]> | Promise<ReturnType<LaboratoryApi[K]>>;
  };
  return api;
}

/** All that a run depends on up to a week: its scenario, and the interventions until then. */
function pastOf(run: Run, week = run.world.week): string {
  const { interventions, ...scenario } = presentScenario(run);
  return JSON.stringify([scenario, interventions.filter((one) => one.week <= week)]);
}

/** Reads a checkpoint and says what stands in it; nothing else is touched. */
function reopen(bytes: Uint8Array): { ok: true; run: Run; answer: Reopened } | (Reopened & { ok: false }) {
  try {
    const outcome = Run.resume(bytes, mechanisms);
    if (!outcome.ok) return outcome;
    const { run, program } = outcome;
    const { scenario, world } = run;
    run.keepPast();
    const file = scenarioSchema.parse({ ...scenario, interventions: [] });
    const text = scenarioText(file, scenarioSchema);
    const interventions = [...world.schedule.interventions];
    const frame = measuresBetween(run, 0, world.week);
    return {
      ok: true,
      run,
      answer: { ok: true, program, text, seed: scenario.seed, interventions, district: district(run, file, 0), frame },
    };
  } catch (error) {
    return { ok: false, message: said("cannotBeReadFor", { message: (error as Error).message }) };
  }
}

const givenPlaces = (tables: NonNullable<BaseScenario["district"]>): GivenPlaces => ({
  names: placeNames(tables),
  outlines: tables.communities.map(({ outline }) => outline),
  placed: tables.communities.every(({ at }) => at !== undefined),
  shifted: tables.shifted,
});

function district({ world, scenario }: Run, file: BaseScenario, buildMilliseconds: number): District {
  const { communities, organizations, residents } = world;
  const { title, titleZh, question = "", questionZh = question, lookFor = "", lookForZh = lookFor, weeks } = scenario;
  return {
    ok: true,
    title,
    titleZh: titleZh ?? title,
    question: { en: question, zh: questionZh },
    lookFor: { en: lookFor, zh: lookForZh },
    weeks,
    residents: residents.rows,
    organizations: organizations.rows,
    communities: Array.from({ length: communities.rows }, (_, c) => ({
      residents: communities.columns.residents[c],
      village: communities.columns.village[c] === 1,
      treated: communities.columns.treated[c] === 1,
    })),
    given: scenario.district && givenPlaces(scenario.district),
    observed: scenario.district?.series ?? [],
    values: Object.fromEntries(catalog.map(({ path }) => [path, valueAt(file, path)])),
    interventions: file.interventions,
    buildMilliseconds,
  };
}
