import { stringify } from "yaml";
import {
  armChanges,
  type Contrast,
  type ContrastRow,
  contrastRow,
  estimandOutcome,
  inFamily,
  spanOf,
  weighted,
} from "../../experiment/index.ts";
import type { FinishedRuns } from "../../worker/experiments/protocol.ts";

type Estimand = Contrast["estimands"][number];

/** The last week that a contrast looks at. */
export const lastWeek = (contrast: Contrast): number => Math.max(...contrast.estimands.map((estimand) => spanOf(contrast, estimand)[1]));

/** A contrast as a plan: the same arms in the same district on the same random numbers, so that its pairs are those of the command. */
export function claimPlan(contrast: Contrast, scenario: string, seed: string, pairs: number): string {
  const { title, titleZh, question, questionZh, set, arms, estimands } = contrast;
  const outcomes = new Map(
    estimands.map((estimand) => {
      const { span, ...outcome } = estimandOutcome(contrast, estimand);
      return [outcome.name, { ...outcome, span: [...span] }];
    }),
  );
  const bare = (arm: string) => {
    const own = contrast.from === 1 ? arms[arm].set : {};
    const { interventions } = armChanges(contrast, arm);
    return { ...(Object.keys(own).length > 0 ? { set: own } : {}), ...(interventions.length > 0 ? { interventions } : {}) };
  };
  return stringify(
    {
      title,
      titleZh,
      ...(question ? { question } : {}),
      ...(questionZh ? { questionZh } : {}),
      scenario,
      ...(Object.keys(set).length > 0 ? { set } : {}),
      arms: Object.fromEntries(Object.keys(arms).map((arm) => [arm, bare(arm)])),
      replicates: pairs,
      seed,
      weeks: lastWeek(contrast),
      outcomes: [...outcomes.values()],
    },
    { lineWidth: 110 },
  );
}

/**
 * What the pairs of a plan say of a contrast.
 *
 * @param draws  [estimand] what draws from the priors came to, which are not run with the plan
 */
export function rowsOfRuns(contrast: Contrast, { of, runs }: FinishedRuns, draws: readonly (readonly number[])[]): ContrastRow[] {
  const arms = Object.keys(contrast.arms);
  const byPair = new Map<number, Map<string, readonly number[]>>();
  for (const { replicate, arm, outcomes } of runs) {
    const pair = byPair.get(replicate) ?? new Map<string, readonly number[]>();
    byPair.set(replicate, pair.set(arm, outcomes));
  }
  const whole = [...byPair].filter(([, pair]) => pair.size === arms.length).sort(([a], [b]) => a - b);
  const rows = contrast.estimands.map((estimand, e) => {
    const wanted = estimandOutcome(contrast, estimand).name;
    const column = of.outcomes.findIndex(({ name }) => name === wanted);
    const value = (pair: ReadonlyMap<string, readonly number[]>) =>
      weighted(estimand, arms, (arm) => (pair.get(arm) as readonly number[])[column]);
    return contrastRow(
      estimand,
      whole.map(([, pair]) => value(pair)),
      [...(draws[e] ?? [])],
    );
  });
  return inFamily(rows);
}

/** The first pair, from 0, and estimand that came out otherwise than before; undefined if all that both have are the same to the last bit. */
export function firstOther(here: readonly ContrastRow[], before: readonly ContrastRow[]): { pair: number; estimand: number } | undefined {
  const shared = Math.min(here[0]?.pairs.length ?? 0, before[0]?.pairs.length ?? 0);
  for (let pair = 0; pair < shared; pair++)
    for (const [estimand, { pairs }] of here.entries())
      if (!Object.is(pairs[pair] + 0, before[estimand].pairs[pair] + 0)) return { pair, estimand };
  return undefined;
}

/** The arms that the first estimand sets against each other, the one that is subtracted last. */
export function mainArms({ estimands, arms }: Contrast): readonly [first: string, second: string] {
  const { weights } = estimands[0];
  const names = Object.keys(arms).filter((arm) => weights[arm]);
  const first = names.find((arm) => weights[arm] > 0) as string;
  return [first, names.find((arm) => weights[arm] < 0 && arm !== first) as string];
}

/** Arms by letters, which need no language. */
export const letterOf = (contrast: Contrast, arm: string): string =>
  String.fromCharCode("A".charCodeAt(0) + Object.keys(contrast.arms).indexOf(arm));

/** An estimand as a sum of arms: A − B, or D + A − B − C; a weight that all of them have stands before the whole. */
export function formulaOf(contrast: Contrast, { weights }: Estimand): string {
  const terms = Object.entries(weights)
    .filter(([, weight]) => weight !== 0)
    .sort(([, a], [, b]) => Number(a < 0) - Number(b < 0));
  const sizes = terms.map(([, weight]) => Math.abs(weight));
  const common = sizes.every((size) => size === sizes[0]) ? sizes[0] : 1;
  const sum = terms
    .map(([arm, weight], k) => {
      const sign = weight < 0 ? (k === 0 ? "−" : " − ") : k === 0 ? "" : " + ";
      return `${sign}${times(sizes[k] / common)}${letterOf(contrast, arm)}`;
    })
    .join("");
  return common === 1 ? sum : `${times(common)}(${sum})`;
}

const times = (size: number): string => (size === 1 ? "" : size === 0.25 ? "¼ " : `${size} `);
