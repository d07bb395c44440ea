import { batch, computed, effect, signal, untracked } from "@preact/signals";
import { type RunTime, secondsOf } from "../../../experiment/index.ts";
import type { Problem, Said } from "../../../scenario/index.ts";
import { WorkerEnded } from "../../../worker/calls.ts";
import { type Experiments, startExperiments } from "../../../worker/experiments/client.ts";
import type {
  Course,
  KeptPlan,
  PlanAnswer,
  PlanResults,
  PlanText,
  ResultsAnswer,
  ResultsFacts,
} from "../../../worker/experiments/protocol.ts";
import { readAside } from "../../../worker/experiments/readAside.ts";
import { t } from "../preferences.ts";
import { saidOfCause, saidOfError } from "../saidOfError.ts";
import { changed, file, files, interventions, planFile, type ResultsFile, resultsFile, type TextFile } from "../session/index.ts";
import { type Draft, planText } from "./draft.ts";

export const draft = signal<Draft>({
  title: t("planUntitled"),
  kind: "grid",
  size: 8,
  arms: "offOn",
  replicates: 4,
  weeks: 104,
  factors: [],
  outcomes: ["participation_rate", "settlement_rate_true", "motivation_mean"].map((measure) => ({ measure })),
});
/** The plan as a file: what runs. */
export const text = signal("");
/** Scenario files that the plan was kept with, by name; they go before those of the laboratory. */
const keptFiles = signal<Readonly<Record<string, string>>>({});
export const answer = signal<PlanAnswer | undefined>(undefined);
export const facts = computed(() => (answer.value?.ok ? answer.value : undefined));
export const progress = signal({ done: 0, total: 0, found: 0, since: 0 });
export const conducting = signal(false);
/** What went wrong with the experiment, if anything did. */
export const trouble = signal<{ why: Said; full: boolean } | undefined>(undefined);
export const failures = signal<{ count: number; cause: Said } | undefined>(undefined);
/** A file that could not be opened, and why; what was open stays. */
export const refused = signal<
  { name: string; why: (ResultsAnswer & { ok: false })["why"] | "plan"; problems?: readonly Problem[] } | undefined
>(undefined);
/** How long a run takes here, timed by a short trial, and of which plan. */
const timed = signal<{ digest: string; time: RunTime } | undefined>(undefined);
export const kept = signal<{ plans: readonly KeptPlan[]; lasting: boolean }>({ plans: [], lasting: true });
/** As many as the machine has. */
export const lanes = signal(navigator.hardwareConcurrency || 2);

/** What kept runs say, beside the plan that they are of: it may be another than the one that is being written. */
const ofPlan = signal<PlanResults | undefined>(undefined);
/** Results that a batch wrote elsewhere and the reader has opened; they are shown instead of those of the plan. */
export const opened = signal<{ name: string; results: ResultsFacts } | undefined>(undefined);
type Told = Pick<ResultsFacts, "rows" | "differences" | "pooled" | "indices" | "effects">;
export interface Results extends Told {
  of: Omit<ResultsFacts, keyof Told>;
}
/** The results that are shown. */
export const results = computed((): Results | undefined => {
  const file = opened.value?.results;
  return file ? { ...file, of: file } : ofPlan.value;
});
/** Whether they are those of a plan as it was before it was last written. */
export const outdated = computed(() => !opened.value && ofPlan.value !== undefined && ofPlan.value.of.digest !== facts.value?.digest);
/** Runs that are missing of the plan that is written; the most, if there is a stopping rule. */
const missing = computed(() => {
  if (!facts.value) return 0;
  const there = ofPlan.value?.of.digest === facts.value.digest ? ofPlan.value.rows : [];
  return facts.value.runs - there.reduce((sum, { replicates }) => sum + replicates, 0);
});
/** Seconds that those take here; undefined until a run was timed. */
export const secondsMissing = computed(() => {
  const [plan, known] = [facts.value, timed.value];
  if (!plan || known?.digest !== plan.digest || missing.value === 0) return undefined;
  return secondsOf(known.time, { runs: missing.value, weeks: plan.weeks, lanes: lanes.value });
});
export const course = signal<Course | undefined>(undefined);

/** The plan as the form and the laboratory's scenario say it. */
const drafted = computed(() => planText(draft.value, { file: file.value, changed: changed.value, interventions: interventions.value }));
let draftedFrom: Draft | undefined;
/** What the form wrote last: a text that is another was written by hand, taken up or opened. */
let byForm = "";
/** Whether the form would write another plan than the one that stands there. */
export const apart = computed(() => text.value !== drafted.value);

/** Writes the plan anew from the form. */
export function redraft(): void {
  batch(() => {
    byForm = drafted.value;
    text.value = byForm;
    keptFiles.value = {};
  });
}

// A change of the form writes the plan anew; one of the laboratory's scenario does so too, but not over what was written
// by hand, or has run.
effect(() => {
  drafted.value;
  if (conducting.peek()) return;
  const formChanged = draft.value !== draftedFrom;
  draftedFrom = draft.value;
  if (formChanged || (text.peek() === byForm && progress.peek().total === 0)) untracked(redraft);
});

let experiments: Experiments | undefined;

/** Asks the worker, which is started when first needed; if it fails, the page says so and the next question starts another. */
async function ask<T>(work: (to: Experiments) => Promise<T>): Promise<T | undefined> {
  const asked = (experiments ??= startExperiments());
  try {
    return await work(asked);
  } catch (error) {
    if (asked !== experiments) return undefined; // another has taken its place
    if (error instanceof WorkerEnded) {
      asked.stop();
      experiments = undefined;
    }
    batch(() => {
      trouble.value = { why: saidOfError(error), full: false };
      conducting.value = false;
    });
    return undefined;
  }
}

const planNow = (): PlanText => ({ text: text.peek(), files: { ...files.peek(), ...keptFiles.peek() } });
let reader: Experiments | undefined;

/** Asks the worker about the plan that was read; one that has come in the place of another reads it first. */
const askOfPlan = <T>(work: (to: Experiments) => Promise<T>): Promise<T | undefined> =>
  ask(async (to) => {
    if (reader !== to) {
      await to.read(planNow());
      reader = to;
    }
    return work(to);
  });

let reading = 0;

/** Reads the plan as it is written, and what is kept of it. */
export async function read(): Promise<void> {
  if (conducting.peek()) return;
  const mine = ++reading;
  const found = await ask(async (to) => {
    const one = await to.read(planNow());
    reader = to;
    return one;
  });
  if (mine !== reading || found === undefined) return;
  const another = found.ok && found.digest !== facts.peek()?.digest;
  batch(() => {
    answer.value = found;
    if (!another) return;
    // What was said of the plan before is not said of this one.
    progress.value = { done: 0, total: 0, found: 0, since: 0 };
    failures.value = undefined;
    trouble.value = undefined;
  });
  if (!found.ok) return;
  await showResults();
  if (another && missing.peek() > 0 && !conducting.peek()) await time(found.digest);
}

/** Times a run of the plan, so that it can be said how long all of them take. */
async function time(digest: string): Promise<void> {
  const found = await ask((to) => to.trial(planNow()));
  if (found) timed.value = { digest, time: found };
}

/** Fetches what the kept runs say. */
export async function showResults(): Promise<void> {
  if (!facts.peek()) return;
  const found = await askOfPlan((to) => to.summary());
  if (found === undefined) return;
  ofPlan.value = found;
  const { point = 0, measure } = course.peek() ?? {};
  await showCourse(Math.min(point, found.of.points - 1), measure);
}

/** A measure week by week at a point of the plan; the first outcome's if the plan keeps no such measure. */
export async function showCourse(point: number, measure?: string): Promise<void> {
  const plan = facts.peek();
  if (!plan) return;
  const { measures, outcomes } = plan;
  const which = measures.find((id) => id === measure) ?? outcomes.find((one) => measures.includes(one.measure))?.measure;
  if (which === undefined) {
    course.value = undefined;
    return;
  }
  const found = await askOfPlan((to) => to.series(point, which));
  if (found) course.value = found;
}

effect(() => {
  const chosen = resultsFile.value;
  if (chosen) void openResults(chosen);
});

/** Shows what the runs.parquet of a batch holds. */
async function openResults({ table: { name }, table: file, description }: ResultsFile): Promise<void> {
  resultsFile.value = undefined;
  refused.value = undefined;
  const bytes = await file.arrayBuffer().catch(() => new ArrayBuffer()); // gone meanwhile
  try {
    const found = await readAside(new Uint8Array(bytes), await description?.text());
    if (found.ok) opened.value = { name, results: found };
    else refused.value = { name, why: found.why };
  } catch (error) {
    trouble.value = { why: saidOfError(error), full: false };
  }
}

/** Goes back to the results of the plan. */
export function closeResults(): void {
  opened.value = undefined;
}

effect(() => {
  const chosen = planFile.value;
  if (chosen) void openPlan(chosen);
});

/** Takes up a plan that is written in a file, if it can be read. */
export async function openPlan({ name, text: written }: TextFile): Promise<void> {
  planFile.value = undefined;
  refused.value = undefined;
  const found = await ask((to) => to.read({ text: written, files: files.peek() }));
  if (found?.ok) takeUp(written);
  else if (found) refused.value = { name, why: "plan", problems: found.problems };
}

/** Puts a plan in the place of the one that is written, with the scenario files that it was kept with. */
export function takeUp(plan: string, withFiles: Readonly<Record<string, string>> = {}): void {
  batch(() => {
    text.value = plan;
    keptFiles.value = withFiles;
  });
}

export async function listKept(): Promise<void> {
  kept.value = (await ask((to) => to.kept())) ?? kept.peek();
}

const REFRESH = 2000; // milliseconds between looks at the results while runs come in

/** Runs what is missing of the plan. */
export async function conduct(): Promise<void> {
  await read(); // what is written now, and not what was a moment ago
  if (conducting.value || !facts.value) return;
  batch(() => {
    conducting.value = true;
    trouble.value = undefined;
    failures.value = undefined;
    progress.value = { done: 0, total: facts.value?.runs ?? 0, found: 0, since: performance.now() };
  });
  let looked = performance.now();
  const outcome = await askOfPlan((to) =>
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
    if (outcome.failed > 0) failures.value = { count: outcome.failed, cause: saidOfCause(outcome.failures[0]?.cause ?? "") };
  } else if (outcome) trouble.value = { why: saidOfError(outcome), full: outcome.name === "QuotaExceededError" };
  await Promise.all([showResults(), listKept()]);
}

export async function pause(): Promise<void> {
  await ask(async (to) => to.pause());
}

export async function forget(digest: string): Promise<void> {
  await ask((to) => to.forget(digest));
  await Promise.all([listKept(), showResults()]);
}

/** A table of the plan as a file. */
export const table = (name: "runs" | "measures", format: "parquet" | "csv") => askOfPlan((to) => to.table(name, format));
