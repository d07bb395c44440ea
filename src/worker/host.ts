import packageJson from "../../package.json" with { type: "json" };
import { Run, register } from "../experiment/index.ts";
import { mechanisms, scenarioSchema } from "../mechanisms/index.ts";
import { fatesOf, measures } from "../observation/index.ts";
import { type BaseScenario, maySchedule, parameterCatalog, readScenario, withValue } from "../scenario/index.ts";
import { networkFrame, peopleFrame } from "./frames.ts";
import { inspect } from "./inspect.ts";
import { type PictureName, type Pictures, picture } from "./pictures.ts";
import { advance, presentScenario } from "./present.ts";
import type { LaboratoryApi } from "./protocol.ts";

/** The laboratory's side of the boundary that holds the world: an ordinary object, of use without a worker too. */
export function createHost() {
  let run: Run | undefined;
  const catalog = parameterCatalog(scenarioSchema);

  const current = (what: string): Run => {
    if (!run) throw new Error(`${what}: no scenario is loaded. Call load first.`);
    return run;
  };

  const api = {
    describe: () => ({
      parameters: catalog,
      measures,
      mechanisms: mechanisms.map(({ id, verb, title, summary, chances = {} }) => ({ id, verb, title, summary, chances })),
      register: register(),
    }),

    async load({ file, files, seed, set }) {
      run = undefined; // the old world goes before the new one comes
      const source = (path: string) => {
        const name = path.replace(/^\.\//, "");
        return name in files ? { path: name, text: files[name] } : undefined;
      };
      const chosen = source(file);
      if (!chosen) throw new Error(`load: ${file} is not among the files.`);
      const reading = await readScenario(chosen, {
        schema: scenarioSchema,
        set: [...set, `seed=${JSON.stringify(seed)}`],
        resolve: async (path) => source(path),
      });
      if (!reading.ok) return reading;
      const began = performance.now();
      run = Run.start(reading.scenario, mechanisms);
      run.keepPast();
      const { communities, organizations, residents } = run.world;
      const { title, titleZh, question, weeks } = reading.scenario;
      return {
        ok: true,
        title,
        titleZh: titleZh ?? title,
        question: question ?? "",
        weeks,
        residents: residents.rows,
        organizations: organizations.rows,
        communities: Array.from({ length: communities.rows }, (_, c) => ({
          residents: communities.columns.residents[c],
          village: communities.columns.village[c] === 1,
        })),
        values: Object.fromEntries(catalog.map(({ path }) => [path, valueAt(reading.scenario, path)])),
        buildMilliseconds: performance.now() - began,
      };
    },

    step: (weeks) => advance(current("step"), weeks),

    intervene(path, value) {
      const { world } = current("intervene");
      if (!maySchedule(path)) return { ok: false, message: `${path} cannot change during a run; it applies at reset.` };
      const changed = scenarioSchema.safeParse(withValue(world.scenario, path, value));
      if (!changed.success) return { ok: false, message: `${path}: ${changed.error.issues[0].message}` };
      world.schedule.add({ week: world.week + 1, path, value });
      return { ok: true, week: world.week + 1 };
    },

    picture: <K extends PictureName>(name: K, asked: Pictures[K]["ask"]) => picture(current("picture"), name, asked),
    network: () => networkFrame(current("network").world),
    people: (community) => peopleFrame(current("people").world, community),
    inspect: (kind, index) => inspect(current("inspect").world, kind, index),
    present: () => presentScenario(current("present")),
    fates: () => fatesOf(current("fates").world),
    checkpoint: () => current("checkpoint").checkpoint(packageJson.version),
    digest: () => current("digest").stateDigest(),
  } satisfies {
    [K in keyof LaboratoryApi]: (
      ...args: Parameters<LaboratoryApi[K]>
    ) => ReturnType<LaboratoryApi[K]> | Promise<ReturnType<LaboratoryApi[K]>>;
  };
  return api;
}

const valueAt = (scenario: BaseScenario, path: string): unknown =>
  path.split(".").reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], scenario);
