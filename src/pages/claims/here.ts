import { computed, signal } from "@preact/signals";
import { stringify } from "yaml";
import type { ContrastRow } from "../../experiment/index.ts";
import type { Experiments } from "../../worker/experiments/client.ts";
import type { FirstState } from "../../worker/experiments/protocol.ts";
import { BATCH } from "../laboratory/real/pairs.ts";
import { PlanRuns } from "../laboratory/real/planRuns.ts";
import { shipped } from "../laboratory/session/index.ts";
import { claimPlan, lastWeek, rowsOfRuns } from "./claimPlan.ts";
import { type Claim, record } from "./shipped.ts";

/** The district of the contrasts by its name among the scenarios of the laboratory. */
export const district = record.scenario.split("/").at(-1) as string;
export const districtFile = `${district}.yaml`;

const planRuns = new PlanRuns();
export const { progress, trouble } = planRuns;

/** The claim whose pairs are run, while they are. */
export const running = signal<string | undefined>(undefined);
/** [claim] what its pairs came to at each look, the last at the end. */
const looks = signal<Readonly<Record<string, readonly (readonly ContrastRow[])[]>>>({});
/** Claims that are shown as they were recorded although they were run here. */
export const asRecorded = signal<ReadonlySet<string>>(new Set());

export const looksOf = (claim: Claim): readonly (readonly ContrastRow[])[] => looks.value[claim.id] ?? [];
/** What was found here, over the pairs that are there. */
export const rowsHere = (claim: Claim): readonly ContrastRow[] | undefined => looksOf(claim).at(-1);
/** What is shown of a claim: what was run here, else what was recorded. */
export const rowsShown = (claim: Claim): readonly ContrastRow[] | undefined =>
  (asRecorded.value.has(claim.id) ? undefined : rowsHere(claim)) ?? claim.rows;

/** Pairs of a claim that are there, and that it is to have when it is run again. */
const pairsHere = (claim: Claim): number => rowsHere(claim)?.[0]?.pairs.length ?? 0;
export const pairsNext = (claim: Claim): number => {
  const there = pairsHere(claim);
  return there < BATCH ? BATCH : there + BATCH;
};

/** The plan of a claim, with as many pairs as it is to have. */
export const planOf = (claim: Claim): string => claimPlan(claim.contrast, district, record.seed, pairsNext(claim));

/** Runs what is missing of the pairs of a claim. */
export async function runHere(claim: Claim): Promise<void> {
  if (running.value !== undefined) return;
  const { id, contrast } = claim;
  const pairs = pairsNext(claim);
  running.value = id;
  asRecorded.value = new Set([...asRecorded.value].filter((other) => other !== id));
  const draws = claim.rows?.map((row) => row.draws) ?? [];
  const look = async (to: Experiments): Promise<void> => {
    const rows = rowsOfRuns(contrast, await to.runs(), draws);
    const count = rows[0].pairs.length;
    if (count === 0 || count === rowsHere(claim)?.[0].pairs.length) return;
    looks.value = { ...looks.value, [id]: [...looksOf(claim), rows] };
  };
  try {
    await planRuns.run(
      { text: claimPlan(contrast, district, record.seed, pairs), files: shipped },
      pairs * Object.keys(contrast.arms).length,
      look,
    );
  } finally {
    running.value = undefined;
  }
}

export const stopHere = (): void => planRuns.stop();

/** In which state the model of this page leaves the district, as the record says it of its own; asked for once. */
const here = signal<FirstState | undefined>(undefined);
export async function lookAtModel(): Promise<void> {
  if (here.value !== undefined) return;
  const text = stringify({ title: "model", scenario: district, seed: record.seed, outcomes: [{ measure: "participation_rate" }] });
  here.value = await planRuns.ask((to) => to.firstState({ text, files: shipped }));
}

/** Whether this page has the model that was recorded; undefined until it is known. */
export const model = computed(() => {
  const found = here.value;
  return found?.ok ? { state: found.state, same: found.state === record.model } : undefined;
});

/** Seconds that the pairs of a claim that are missing take on this machine, by the one run that was timed; undefined until it is known. */
export function secondsFor(claim: Claim): number | undefined {
  const found = here.value;
  if (!found?.ok) return undefined;
  const runs = runsFor(claim);
  return (runs * found.milliseconds * (lastWeek(claim.contrast) / DISTRICT_WEEKS)) / 1000 / (navigator.hardwareConcurrency || 2);
}

/** Runs that are missing of the pairs that come next. */
export const runsFor = (claim: Claim): number => (pairsNext(claim) - pairsHere(claim)) * Object.keys(claim.contrast.arms).length;

/** Weeks of the district as its file says them, which the timed run has. */
const DISTRICT_WEEKS = Number(/^weeks: (\d+)/m.exec(shipped[districtFile])?.[1]);
