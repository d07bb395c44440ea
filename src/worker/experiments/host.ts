import { ByteWriter } from "hyparquet-writer";
import packageJson from "../../../package.json" with { type: "json" };
import {
  type BatchReport,
  type Execute,
  type Expansion,
  executeRun,
  expandPlan,
  keptWeeks,
  plannedRuns,
  type RunStore,
  RunTable,
  readCorpus,
  readPlan,
  ruleOf,
  runBatch,
  Summary,
  selfTest,
  timeRun,
  weekEstimate,
} from "../../experiment/index.ts";
import { aboutTable, csvSink, measuresColumns, parquetSink, runsColumns, sealedTable, writeTables } from "../../exports/index.ts";
import { fileNamed } from "../fileNamed.ts";
import { armChangesOf, findings } from "./findings.ts";
import type { ExperimentsApi, FinishedCourses, FinishedRuns, KeptPlan, PlanFacts, PlanText } from "./protocol.ts";
import { shownOutcome } from "./shownOutcome.ts";

/** Where runs and plans are kept. */
export interface PlanStore extends RunStore {
  /** False if all of it goes with the page. */
  readonly lasting: boolean;
  keepPlan(plan: KeptPlan, runs: string[]): Promise<void>;
  plans(): Promise<KeptPlan[]>;
  forget(digest: string): Promise<void>;
}

/** The side of the boundary that conducts experiments: an ordinary object, of use without a worker too. */
export function createExperiments(store: PlanStore, pool: { execute: Execute; stop(): void }, now: () => number) {
  let current: { plan: PlanText; expansion: Expansion; facts: PlanFacts } | undefined;
  let controller: AbortController | undefined;

  const taken = (what: string) => {
    if (!current) throw new Error(`${what}: no plan is there. Call read first.`);
    return current;
  };

  /** What is kept of the plan, nothing computed. */
  const found = (expansion: Expansion): Promise<BatchReport> => runBatch(expansion, { store, lanes: 1, retryFailed: false });

  const api = {
    async read(plan) {
      const reading = await readingOf(plan);
      if (!reading.ok) return reading;
      const expansion = await expandPlan(reading.plan, reading.base, packageJson.version);
      current = { plan, expansion, facts: factsOf(expansion) };
      return current.facts;
    },

    async run(lanes, progress) {
      const { plan, expansion } = taken("run");
      controller = new AbortController();
      const keys = new Set<string>();
      const all = new Uint32Array(expansion.points).fill(expansion.replicates);
      for (const { request } of plannedRuns(expansion, all)) keys.add(request.key);
      const { title, titleZh = title } = expansion.plan;
      const keep = (done: number, total: number, failed: number) =>
        store.keepPlan({ digest: expansion.digest, title, titleZh, ...plan, done, total, failed, at: now() }, [...keys]);
      try {
        await keep(0, keys.size, 0);
        const report = await runBatch(expansion, { store, lanes, execute: pool.execute, signal: controller.signal, progress });
        const { done, total, failed, failures, interrupted } = report;
        await keep(done, total, failed);
        return { ok: true, done, total, failed, failures, interrupted };
      } catch (error) {
        const { name, message } = error as Error;
        return { ok: false, name, message };
      } finally {
        pool.stop();
      }
    },

    async selfTest(bytes, lanes, progress) {
      const known = await readCorpus(bytes);
      const { execute } = pool;
      const { same, of } = await selfTest(known, { runs: known.length, lanes, execute, program: packageJson.version }, progress);
      return { same, of };
    },

    pause() {
      controller?.abort();
      pool.stop();
    },

    async summary() {
      const { expansion, facts } = taken("summary");
      const { replicates } = await found(expansion);
      const summary = new Summary(expansion);
      const runs = new RunTable();
      for (const run of plannedRuns(expansion, replicates)) {
        const result = await store.get(run.request.key);
        if (result) summary.add(run, result);
        if (result?.ok) runs.add(run, result.outcomes);
      }
      summary.close();
      const { rows, differences } = summary;
      return { of: facts, rows, differences, ...findings(expansion.plan, expansion, expansion.values, rows, runs) };
    },

    async runs() {
      const { expansion, facts } = taken("runs");
      const { replicates } = await found(expansion);
      const runs: FinishedRuns["runs"] = [];
      for (const { point, replicate, arm, request } of plannedRuns(expansion, replicates)) {
        const result = await store.get(request.key);
        if (result?.ok) runs.push({ point, replicate, arm, outcomes: [...result.outcomes] });
      }
      return { of: facts, runs };
    },

    async courses(measure) {
      const { expansion, facts } = taken("courses");
      const { keep } = expansion;
      const { replicates } = await found(expansion);
      const weeks = keptWeeks(expansion.weeks, keep.every);
      const column = keep.measures.indexOf(measure);
      const runs: FinishedCourses["runs"] = [];
      for (const { point, replicate, arm, request } of plannedRuns(expansion, replicates)) {
        const result = point === 0 ? await store.get(request.key) : undefined;
        if (!result?.ok) continue;
        const course = weeks.map((_, k) => result.series[k * keep.measures.length + column]);
        runs.push({ replicate, arm, outcomes: [...result.outcomes], course });
      }
      return { of: facts, weeks, runs };
    },

    async firstState(plan) {
      const reading = await readingOf(plan);
      if (!reading.ok) return { ok: false };
      const expansion = await expandPlan(reading.plan, reading.base, packageJson.version);
      const began = now();
      const result = executeRun(expansion.run(0, 0, expansion.arms[0]).request, () => []);
      return result.ok ? { ok: true, state: result.digest.state, milliseconds: now() - began } : { ok: false };
    },

    async trial(plan) {
      const reading = await readingOf(plan);
      if (!reading.ok) return undefined;
      const expansion = await expandPlan(reading.plan, reading.base, packageJson.version);
      return timeRun(expansion.run(0, 0, expansion.arms[0]).request.scenario, now);
    },

    async series(point, measure) {
      const { expansion, facts } = taken("series");
      const { keep } = expansion;
      const { replicates } = await found(expansion);
      const weeks = keptWeeks(expansion.weeks, keep.every);
      const column = keep.measures.indexOf(measure);
      const arms = await Promise.all(
        expansion.arms.map(async (arm) => {
          const values = weeks.map((): number[] => []);
          for (let replicate = 0; replicate < replicates[point]; replicate++) {
            const result = await store.get(expansion.run(point, replicate, arm).request.key);
            if (result?.ok) for (const [k, of] of values.entries()) of.push(result.series[k * keep.measures.length + column]);
          }
          return { arm, weeks, values: values.map((of) => weekEstimate(expansion.plan, measure, of)) };
        }),
      );
      return { of: facts, point, measure, arms };
    },

    async table(name, format) {
      const { expansion } = taken("table");
      const { replicates, missing } = await found(expansion);
      if (missing > 0) throw new Error(`table: ${missing} runs are missing. Run the plan to its end first.`);
      const columns = name === "runs" ? runsColumns(expansion) : measuresColumns(expansion);
      const about = aboutTable(expansion, name);
      const writer = new ByteWriter();
      const lines: string[] = [];
      const sink =
        format === "parquet"
          ? parquetSink(writer, columns, about)
          : csvSink(
              (text) => lines.push(text),
              columns,
              () => {},
            );
      const none = { runs: [], measures: [] };
      await writeTables(expansion, replicates, (key) => store.get(key), { ...none, [name]: [sink] });
      return format === "parquet" ? sealedTable(writer) : new TextEncoder().encode(lines.join(""));
    },

    kept: async () => ({ plans: await store.plans(), lasting: store.lasting }),
    forget: (digest) => store.forget(digest),
  } satisfies ExperimentsApi;
  return api;
}

/** Reads a plan with the scenario files that it may name: by their names, there are no folders. */
function readingOf({ text, files }: PlanText) {
  return readPlan({ path: "plan.yaml", text }, async (path) => fileNamed(files, path) ?? fileNamed(files, `${path}.yaml`));
}

/** What there is to know of a plan before it runs. */
function factsOf({ plan, arms, digest, factors, keep, points, replicates, weeks }: Expansion): PlanFacts {
  const { title, titleZh = title, question = "", design } = plan;
  return {
    ok: true,
    digest,
    title,
    titleZh,
    question,
    design: design.kind,
    draws: design.draws,
    factors: factors.map(({ path }) => path),
    arms,
    armChanges: armChangesOf(plan),
    outcomes: keep.outcomes.map(shownOutcome),
    measures: keep.measures,
    points,
    replicates,
    weeks,
    runs: points * replicates * arms.length,
    intervals: ruleOf(plan),
  };
}
