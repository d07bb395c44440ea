import { computed, signal } from "@preact/signals";
import { stringify } from "yaml";
import { drawnSets, enoughPairs, type RunTime, secondsOf } from "../../../experiment/index.ts";
import type { MeasureId } from "../../../observation/index.ts";
import { say } from "../../../words/index.ts";
import type { Study } from "../../../worker/experiments/readStudy.ts";
import { posterior } from "../experiments/study.ts";
import { changed, changesOfBaseline, file, files, interventions, week } from "../session/index.ts";
import { armsOf, changesAnything } from "./arms.ts";
import { type Found, foundIn } from "./found.ts";
import { PlanRuns } from "./planRuns.ts";

/** Shares alone, so that all differences are points. The first is the one that is asked about, the others say at what price. */
export const outcomes: readonly MeasureId[] = [
  "participation_rate",
  "participation_members",
  "settlement_rate_true",
  "settlement_rate_recorded",
  "matched_share",
  "coverage_functional",
  "org_quality_mean",
  "org_autonomy_mean",
  "admin_hours_share",
  "volunteer_hours_gini",
];

const YEAR = 52;
/** Weeks of a run without a change that asks for more, and weeks that a change is given to show. */
const USUAL = 2 * YEAR;
const AFTER = YEAR;

/** Pairs that are added when more are asked for. */
export const BATCH = 12;
/** Pairs at which a run that stops when it is precise ends in any case. */
const MOST = 60;
/** The least difference that matters, in points: half a point of adults is 250 people in a district of 65,854. */
export const least = signal(0.5);

/** What the laboratory has changed. */
const changes = computed(() => ({ changed: changed.value, interventions: interventions.value }));
/** Whether the run or its baseline differs from the scenario file. */
export const anyChange = computed(() => changesAnything(changes.value) || changesAnything(changesOfBaseline.value));
const changeWeeks = computed(() => [...interventions.value, ...changesOfBaseline.value.interventions].map((one) => one.week));
const weeks = computed(() => Math.max(week.value, USUAL, ...changeWeeks.value.map((at) => at + AFTER)));
/** The weeks that are judged: the last year. */
export const span = computed((): readonly [from: number, to: number] => [weeks.value - YEAR + 1, weeks.value]);

const arms = computed(() => armsOf(changes.value, changesOfBaseline.value));

/** A set of parameters for each pair, with random numbers of its own; what the arms set themselves is left out. */
function drawn({ sets, seed }: Study, pairs: number) {
  const own = new Set(Object.values(arms.value).flatMap(({ set }) => Object.keys(set)));
  const free = (parameters: Readonly<Record<string, unknown>>) => Object.entries(parameters).filter(([path]) => !own.has(path));
  const rows = drawnSets(sets, pairs, seed).map((parameters) => Object.fromEntries(free(parameters)));
  return { design: { kind: "rows", draws: "own", rows }, replicates: 1 };
}

/** The pairs as a plan: what is run here, and what a batch runs from a file. */
function planOf(pairs: number): string {
  return stringify(
    {
      title: say("en", "isItReal"),
      titleZh: say("zh", "isItReal"),
      scenario: file.value.replace(/\.ya?ml$/, ""),
      arms: arms.value,
      ...(posterior.value ? drawn(posterior.value, pairs) : { replicates: pairs }),
      weeks: weeks.value,
      outcomes: outcomes.map((measure) => ({ measure, span: [...span.value] })),
    },
    { lineWidth: 110 },
  );
}

/** What is asked, however many pairs there are to be. */
const question = computed(() => planOf(BATCH));

/** A look at the pairs that were there. */
interface Look {
  question: string;
  rows: readonly Found[];
}

const planRuns = new PlanRuns();
export const { progress, trouble } = planRuns;
const looks = signal<readonly Look[]>([]);
/** Each look at the pairs of the change that stands, while they come in: what was found of another says nothing of this one. */
export const looksHere = computed(() => {
  const now = question.value;
  return looks.value.filter((look) => look.question === now);
});
/** Pairs that are there. */
export const pairsHere = computed(() => looksHere.value.at(-1)?.rows[0].difference.count ?? 0);
/** The pairs that are there as a plan, and at least as many as are usual. */
export const plan = computed(() => planOf(Math.max(BATCH, pairsHere.value)));
/** Whether pairs run until they are enough, or until there are as many as were asked for. */
export const untilTold = signal(false);

/** Runs pairs until they are enough. */
export const runUntilTold = (): Promise<void> => runPairs(Math.max(MOST, pairsHere.value + BATCH), true);
/** Runs some pairs more, whatever they say: the interval holds at every look. */
export const runMore = (): Promise<void> => runPairs(pairsHere.value + BATCH, false);

/** Runs what is missing of the pairs, and looks at them as they come in. */
async function runPairs(pairs: number, until: boolean): Promise<void> {
  const asked = question.value;
  untilTold.value = until;
  await planRuns.run({ text: planOf(pairs), files: files.value }, 2 * pairs, async (to) => {
    look(foundIn(await to.runs()), asked);
    if (until && enough(looksHere.value.at(-1)?.rows[0])) stopPairs();
  });
}

const POINTS = 100;
/** Why the pairs of an outcome are enough, if they are. */
export function enough(found: Found | undefined): ReturnType<typeof enoughPairs> {
  return found && enoughPairs(found.difference, least.value / POINTS);
}

/** Ends the runs under way; those that are done stay. */
export const stopPairs = (): void => planRuns.stop();

function look(rows: readonly Found[], asked: string): void {
  const { count } = rows[0].difference;
  const last = looks.value.findLast((one) => one.question === asked);
  if (count > 0 && last?.rows[0].difference.count !== count) looks.value = [...looks.value, { question: asked, rows }];
}

/** How long one run of the plan takes here, with the question of which that is known. */
const timed = signal<{ question: string; time: RunTime } | undefined>(undefined);
/** Seconds that a pair takes here; undefined until it was timed. */
export const secondsOfPair = computed(() => {
  const known = timed.value;
  if (known?.question !== question.value) return undefined;
  return secondsOf(known.time, { runs: 2, weeks: weeks.value, lanes: navigator.hardwareConcurrency || 2 });
});

/** Times a run of the pairs, if that is not known and nothing runs. */
export async function timePairs(): Promise<void> {
  const asked = question.peek();
  if (timed.peek()?.question === asked) return;
  const time = await planRuns.ask((to) => to.trial({ text: asked, files: files.peek() }));
  if (time) timed.value = { question: asked, time };
}
