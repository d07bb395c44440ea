import { computed, signal } from "@preact/signals";
import { stringify } from "yaml";
import type { Estimate } from "../../../experiment/index.ts";
import type { MeasureId } from "../../../observation/index.ts";
import { say } from "../../../words/index.ts";
import type { Experiments } from "../../../worker/experiments/client.ts";
import { asksOfSecond, changed, file, files, interventions, secondWorld, week } from "../session/index.ts";
import { armsOf } from "./arms.ts";
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

/** Pairs that are run at once; the number is fixed before anything is looked at. */
export const BATCH = 12;
export const pairs = signal(BATCH);
/** The least difference that matters, in points: half a point of adults is 250 people in a district of 65,854. */
export const least = signal(0.5);

/** What the laboratory has changed, if anything. */
export const anyChange = computed(() => Object.keys(changed.value).length + interventions.value.length > 0);
/** The counterfactual run whose change is judged. Its seed does not matter: pairs have seeds of their own. */
export const judgedSecond = computed(() => (asksOfSecond.value ? secondWorld.value : undefined));
const changeWeeks = computed(() => [...interventions.value.map((one) => one.week), ...(judgedSecond.value ? [judgedSecond.value.at] : [])]);
const weeks = computed(() => Math.max(week.value, USUAL, ...changeWeeks.value.map((at) => at + AFTER)));
/** The weeks that are judged: the last year. */
export const span = computed((): readonly [from: number, to: number] => [weeks.value - YEAR + 1, weeks.value]);

/** The pairs as a plan: what is run here, and what a batch runs from a file. */
export const plan = computed(() =>
  stringify(
    {
      title: say("en", "isItReal"),
      titleZh: say("zh", "isItReal"),
      scenario: file.value.replace(/\.ya?ml$/, ""),
      arms: armsOf(changed.value, interventions.value, judgedSecond.value),
      replicates: pairs.value,
      weeks: weeks.value,
      outcomes: outcomes.map((measure) => ({ measure, span: [...span.value] })),
    },
    { lineWidth: 110 },
  ),
);

/** One outcome over the pairs that are there. */
export interface Found {
  measure: MeasureId;
  baseline: Estimate;
  changed: Estimate;
  difference: Estimate;
}
export interface Look {
  plan: string;
  rows: readonly Found[];
}

const planRuns = new PlanRuns();
export const { progress, trouble } = planRuns;
const looks = signal<readonly Look[]>([]);
/** Each look at the pairs of the change that stands, while they come in: what was found of another says nothing of this one. */
export const looksHere = computed(() => {
  const now = questionOf(plan.value);
  return looks.value.filter((look) => questionOf(look.plan) === now);
});
/** The same plan with more pairs asks the same. */
const questionOf = (text: string): string => text.replace(/^replicates: .*$/m, "");

/** Runs what is missing of the pairs, and looks at them as they come in. */
export function runPairs(): Promise<void> {
  const asked = plan.value;
  return planRuns.run({ text: asked, files: files.value }, 2 * pairs.value, (to) => look(to, asked));
}

/** Ends the runs under way; those that are done stay. */
export const stopPairs = (): void => planRuns.stop();

async function look(to: Experiments, asked: string): Promise<void> {
  const { rows, differences } = await to.summary();
  const arm = (name: string) => rows.find((row) => row.arm === name)?.outcomes;
  // The plan names two arms; which of them is taken from the other is told with the difference.
  const of = differences[0];
  const [baseline, withChange] = [arm("baseline"), arm("changed")];
  if (!of || !baseline || !withChange) return;
  const turned = of.arms[0] === "baseline";
  const found = outcomes.map((measure): Found => {
    const difference = of.outcomes[measure];
    return {
      measure,
      baseline: baseline[measure],
      changed: withChange[measure],
      difference: turned ? { ...difference, mean: -difference.mean, low: -difference.high, high: -difference.low } : difference,
    };
  });
  const last = looksHere.value.at(-1);
  if (last && last.rows[0].difference.count === found[0].difference.count) return;
  looks.value = [...looks.value, { plan: asked, rows: found }];
}
