import { batch, computed, effect, signal } from "@preact/signals";
import type { PlanIndex, SummaryRow } from "../../../experiment/index.ts";
import { type Experiments, startExperiments } from "../../../worker/experiments/client.ts";
import type { ArmSeries, KeptPlan, PlanAnswer, ResultsAnswer, ResultsFacts } from "../../../worker/experiments/protocol.ts";
import { changed, file, files, interventions, resultsFile } from "../session/index.ts";
import { type Draft, planText } from "./draft.ts";

export const draft = signal<Draft>({
  title: "An experiment",
  kind: "grid",
  size: 8,
  arms: "offOn",
  replicates: 4,
  weeks: 104,
  factors: [],
  outcomes: ["participation_rate", "settlement_rate_true", "motivation_mean"],
});
/** The plan as a file: what runs. */
export const text = signal("");
export const answer = signal<PlanAnswer | undefined>(undefined);
export const facts = computed(() => (answer.value?.ok ? answer.value : undefined));
/** Results that a batch wrote elsewhere and the reader has opened; they are shown instead of those of the plan. */
export const opened = signal<{ name: string; answer: ResultsAnswer } | undefined>(undefined);
const openedFacts = computed(() => (opened.value?.answer.ok ? opened.value.answer : undefined));
/** What the results that are shown stand for. */
export const shown = computed((): Omit<ResultsFacts, "rows" | "title"> | undefined => openedFacts.value ?? facts.value);
export const progress = signal({ done: 0, total: 0, found: 0, since: 0 });
export const conducting = signal(false);
/** What went wrong with the experiment, if anything did. */
export const trouble = signal<{ message: string; full: boolean } | undefined>(undefined);
export const failures = signal<{ count: number; cause: string } | undefined>(undefined);
export const results = signal<{ rows: SummaryRow[]; indices: PlanIndex[] }>({ rows: [], indices: [] });
export const point = signal(0);
export const courses = signal<readonly ArmSeries[]>([]);
export const kept = signal<readonly KeptPlan[]>([]);
/** As many as the machine has. */
export const lanes = signal(navigator.hardwareConcurrency || 2);

// A change of the form, or of the laboratory's scenario, writes the plan anew.
effect(() => {
  text.value = planText(draft.value, { file: file.value, changed: changed.value, interventions: interventions.value });
});

let experiments: Experiments | undefined;

/** Asks the worker, which is started when first needed; if it fails, the room says so and the next question starts another. */
async function ask<T>(work: (to: Experiments) => Promise<T>): Promise<T | undefined> {
  try {
    experiments ??= startExperiments();
    return await work(experiments);
  } catch (error) {
    experiments = undefined;
    batch(() => {
      trouble.value = { message: (error as Error).message, full: false };
      conducting.value = false;
    });
    return undefined;
  }
}

let reading = 0;

/** Reads the plan as it is written, and what is kept of it. */
export async function read(): Promise<void> {
  const mine = ++reading;
  const found = await ask((to) => to.read({ text: text.peek(), files: files.peek() }));
  if (mine !== reading) return;
  answer.value = found;
  if (found?.ok) await showResults();
}

/** Fetches what the kept runs say. */
export async function showResults(): Promise<void> {
  if (!facts.peek() || openedFacts.peek()) return;
  const found = await ask((to) => to.summary());
  if (openedFacts.peek()) return; // opened while the answer was on its way
  if (found) results.value = found;
  await showCourse(Math.min(point.peek(), (facts.peek()?.points ?? 1) - 1));
}

/** The measure of an outcome week by week at a point. */
export async function showCourse(at: number, outcome = 0): Promise<void> {
  point.value = at;
  const measure = facts.peek()?.outcomes[outcome]?.measure;
  const { measures = [] } = facts.peek() ?? {};
  if (measure === undefined || !measures.includes(measure)) return;
  const found = await ask((to) => to.series(at, measure));
  if (found && !openedFacts.peek()) courses.value = found;
}

effect(() => {
  const chosen = resultsFile.value;
  if (chosen) void openResults(chosen);
});

/** Shows what the runs.parquet of a batch holds. */
async function openResults(chosen: File): Promise<void> {
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  const found = await ask((to) => to.open(bytes));
  if (!found) return;
  batch(() => {
    opened.value = { name: chosen.name, answer: found };
    courses.value = [];
    if (found.ok) results.value = { rows: found.rows, indices: [] };
  });
}

/** Goes back to the results of the plan. */
export async function closeResults(): Promise<void> {
  batch(() => {
    opened.value = undefined;
    resultsFile.value = undefined;
    results.value = { rows: [], indices: [] };
  });
  await showResults();
}

export async function listKept(): Promise<void> {
  kept.value = (await ask((to) => to.kept())) ?? [];
}

const REFRESH = 2000; // milliseconds between looks at the results while runs come in

/** Runs what is missing of the plan. */
export async function conduct(): Promise<void> {
  if (conducting.value || !facts.value) return;
  batch(() => {
    conducting.value = true;
    trouble.value = undefined;
    failures.value = undefined;
    progress.value = { done: 0, total: facts.value?.runs ?? 0, found: 0, since: performance.now() };
  });
  let looked = performance.now();
  const outcome = await ask((to) =>
    to.run(lanes.value, ({ done, total, found }) => {
      progress.value = { ...progress.value, done, total, found };
      if (performance.now() - looked < REFRESH) return;
      looked = performance.now();
      void showResults();
    }),
  );
  conducting.value = false;
  if (outcome?.ok) {
    progress.value = { ...progress.value, done: outcome.done, total: outcome.total };
    if (outcome.failed > 0) failures.value = { count: outcome.failed, cause: outcome.failures[0]?.cause ?? "" };
  } else if (outcome) trouble.value = outcome;
  await Promise.all([showResults(), listKept()]);
}

export async function pause(): Promise<void> {
  await ask((to) => to.pause());
}

export async function forget(digest: string): Promise<void> {
  await ask((to) => to.forget(digest));
  await Promise.all([listKept(), showResults()]);
}

/** A table of the plan as a file. */
export const table = (name: "runs" | "measures", format: "parquet" | "csv") => ask((to) => to.table(name, format));
