import { z } from "zod";
import { type BaseScenario, type Intervention, valueAt } from "../scenario/index.ts";
import { armSchema, settings, spanSchema } from "./arms.ts";
import type { RunOrder } from "./batch/request.ts";
import type { DrawSets } from "./calibration/drawSets.ts";
import { type ContrastRow, contrastRow, estimandOutcome, inFamily, weighted } from "./contrastRow.ts";
import { meansOrder, type RunMeans } from "./means.ts";
import type { Outcome } from "./outcomes/outcome.ts";
import { outcomeRule } from "./outcomes/schema.ts";
import { drawPriors } from "./priors.ts";

const text = () => z.string().min(1);
/** What is said in two languages; the Chinese may be left out. */
const inWords = (...keys: string[]) =>
  Object.fromEntries(keys.flatMap((key) => [[key, text()] as const, [`${key}Zh`, text().optional()] as const]));
type InWords<Key extends string> = { [K in Key]: z.ZodString } & { [K in `${Key}Zh`]: z.ZodOptional<z.ZodString> };

/** A claim of the paper as a paired experiment: arms on common random numbers, and what is computed from them. */
export const contrastSchema = z.strictObject({
  title: text(),
  titleZh: text(),
  /**
   * question   what one would like to know, as anybody would ask it
   * claim      what the paper says, as a sentence about outcomes
   * mechanism  by what it would come about in this model
   * against    what would count against the claim, inside the model
   * rival      the mechanism that would bring the same about without the claim
   */
  ...(inWords("question", "claim", "mechanism", "against", "rival") as InWords<"question" | "claim" | "mechanism" | "against" | "rival">),
  rows: z.array(z.string()).min(1),
  /** Parameters of all arms, from the start. */
  set: settings.default({}),
  /** Week from which the arms differ: until then all of them are one run. 1 for arms that differ in what the district is. */
  from: z.int().min(1).max(3650).default(1),
  /** What each arm sets from then on. */
  arms: z
    .record(z.string(), armSchema.extend({ title: text().optional(), titleZh: text().optional() }))
    .refine((arms) => Object.keys(arms).length >= 2, { message: "needs two arms or more", params: { code: "needsTwoArms" } }),
  /** Weeks that outcomes are of, if they name no other. */
  span: spanSchema,
  estimands: z
    .array(
      z.strictObject({
        name: text(),
        nameZh: text().optional(),
        ...outcomeRule,
        /** Weight of each arm: {on: 1, off: -1} is a difference, four arms with two minus signs an interaction. */
        weights: z.record(z.string(), z.number()),
        /** Sign that the claim says the estimand has. */
        claimed: z.enum(["positive", "negative"]),
        /** The smallest effect of interest, in the unit of the outcome, and why it is that. */
        least: z.number().positive(),
        reason: text().optional(),
        reasonZh: text().optional(),
      }),
    )
    .min(1),
});
export type Contrast = z.output<typeof contrastSchema>;

/** What an arm changes in the district: parameters from the start, and what happens later. */
export interface ArmChanges {
  set: Readonly<Record<string, unknown>>;
  interventions: readonly Intervention[];
}

export function armChanges({ set, from, arms }: Pick<Contrast, "set" | "from" | "arms">, arm: string): ArmChanges {
  const { set: own, interventions } = arms[arm];
  if (from === 1) return { set: { ...set, ...own }, interventions: interventions as readonly Intervention[] };
  const begun = Object.entries(own).map(([path, value]): Intervention => ({ week: from, path, value }));
  return { set, interventions: [...begun, ...(interventions as readonly Intervention[])] };
}

type Results = Awaited<ReturnType<RunMeans>>;

/** How many runs a plan of contrasts asks for. */
export interface ContrastSize {
  /** Pairs at the defaults. */
  replicates: number;
  /** Pairs at parameters drawn. */
  draws: number;
  seed: string;
}

/** What several contrasts ask for, each run once. */
export interface ContrastRuns {
  orders: readonly RunOrder[];
  /** [contrast] what its runs come to, of the answers to the orders. */
  rows(results: Results): ContrastRow[][];
}

/**
 * The runs of contrasts. Arms of a replicate, and of a draw, share seed and parameters: common random numbers. Arms that are
 * the same in several contrasts are run once for all, and up to the week from which arms differ all arms of a seed are one run.
 *
 * @param load      the base scenario with "path=value" entries set
 * @param drawSets  draws parameters [from the priors]
 */
export async function contrastRuns(
  contrasts: readonly Contrast[],
  load: (set: string[]) => Promise<BaseScenario>,
  { replicates, draws, seed }: ContrastSize,
  drawSets: DrawSets = drawPriors,
): Promise<ContrastRuns> {
  const wanted = new WantedRuns();
  const drawnOf = drawnScenarios(draws, seed, drawSets);
  const readers: ((results: Results) => ContrastRow[])[] = [];
  for (const contrast of contrasts) {
    const names = Object.keys(contrast.arms);
    const arms = await armScenarios(contrast, load);
    const drawn = drawnOf(contrast, arms);
    const seeded = Array.from({ length: replicates }, (_, r) => arms.map((arm) => ({ ...arm, seed: `${seed}/${r}` })));
    const pairs = [...seeded, ...drawn].map((scenarios) => scenarios.map((scenario) => wanted.run(scenario, contrast.from - 1)));
    const estimands = contrast.estimands.map((estimand) => {
      const outcome = estimandOutcome(contrast, estimand);
      const values = pairs.map((runs) => {
        const asked = runs.map((run, a) => (estimand.weights[names[a]] ? run.ask(outcome) : undefined));
        return (results: Results) => weighted(estimand, names, (arm) => asked[names.indexOf(arm)]?.(results) ?? Number.NaN);
      });
      return { estimand, values };
    });
    readers.push((results) =>
      estimands.map(({ estimand, values }) => {
        const found = values.map((value) => value(results));
        return contrastRow(estimand, found.slice(0, replicates), found.slice(replicates));
      }),
    );
  }
  return {
    orders: wanted.orders(),
    rows(results) {
      const found = readers.map((read) => read(results));
      const judged = inFamily(found.flat());
      let at = 0;
      return found.map(({ length }) => judged.slice(at, (at += length)));
    },
  };
}

/** Runs contrasts, and judges each estimand among those of all of them. */
export async function runContrasts(
  contrasts: readonly Contrast[],
  load: (set: string[]) => Promise<BaseScenario>,
  size: ContrastSize,
  runMeans: RunMeans,
  drawSets?: DrawSets,
): Promise<ContrastRow[][]> {
  const { orders, rows } = await contrastRuns(contrasts, load, size, drawSets);
  return rows(await runMeans(orders));
}

/** A run, and what is wanted of it. */
class WantedRun {
  place = -1;
  private readonly outcomes = new Map<string, Outcome>();
  private readonly scenario: BaseScenario;
  private readonly shared: number;

  constructor(scenario: BaseScenario, shared: number) {
    this.scenario = scenario;
    this.shared = shared;
  }

  /** Asks for an outcome; what comes back reads it from the answers. */
  ask(outcome: Outcome): (results: Results) => number {
    const { outcomes } = this;
    if (!outcomes.has(outcome.name)) outcomes.set(outcome.name, outcome);
    const at = [...outcomes.keys()].indexOf(outcome.name);
    return (results) => results[this.place][0][at];
  }

  get order(): RunOrder | undefined {
    if (this.outcomes.size === 0) return undefined;
    return { ...meansOrder(this.scenario, [], undefined, [...this.outcomes.values()]), shared: this.shared };
  }
}

/** Runs that are wanted, each once. */
class WantedRuns {
  private readonly found = new Map<string, WantedRun>();

  run(scenario: BaseScenario, shared: number): WantedRun {
    const content = JSON.stringify([shared, { ...scenario, weeks: 0 }]);
    let run = this.found.get(content);
    if (!run) this.found.set(content, (run = new WantedRun(scenario, shared)));
    return run;
  }

  orders(): RunOrder[] {
    const orders: RunOrder[] = [];
    for (const run of this.found.values()) {
      const { order } = run;
      if (order) run.place = orders.push(order) - 1;
    }
    return orders;
  }
}

/** [arm] the scenario of each. */
function armScenarios(contrast: Contrast, load: (set: string[]) => Promise<BaseScenario>): Promise<BaseScenario[]> {
  return Promise.all(
    Object.keys(contrast.arms).map(async (arm) => {
      const { set, interventions } = armChanges(contrast, arm);
      const scenario = await load(Object.entries(set).map(([path, value]) => `${path}=${JSON.stringify(value)}`));
      return { ...scenario, interventions: [...scenario.interventions, ...interventions] };
    }),
  );
}

/**
 * [draw][arm] the scenarios of the arms at parameters drawn. What the experiment sets is not drawn: what all arms have, from the
 * start; what arms set from a week on, from then on, in the arms too that leave it as it is.
 */
function drawnScenarios(draws: number, seed: string, drawSets: DrawSets) {
  const known = new Map<string, BaseScenario[]>();
  /** Draws of a district, whatever is to happen there. */
  const drawnFrom = (scenario: BaseScenario, fixed: ReadonlySet<string>): BaseScenario[] => {
    const district = { ...scenario, interventions: [] };
    const from = JSON.stringify([[...fixed], district]);
    const found = known.get(from) ?? drawSets(district, draws, seed, fixed);
    known.set(from, found);
    return found;
  };
  return (contrast: Contrast, arms: readonly BaseScenario[]): BaseScenario[][] => {
    const sets = Object.values(contrast.arms).map(({ set }) => set);
    const own = new Set(sets.flatMap((set) => Object.keys(set)));
    const fixed = new Set([...Object.keys(contrast.set), ...(contrast.from === 1 ? own : [])]);
    const byArm = arms.map((arm) => drawnFrom(arm, fixed));
    return Array.from({ length: draws }, (_, d) =>
      arms.map((arm, a): BaseScenario => {
        const drawn = byArm[a][d];
        const kept = [...own].flatMap((path): Intervention[] => {
          if (contrast.from === 1 || path in sets[a]) return [];
          const value = valueAt(arm, path) as Intervention["value"];
          return JSON.stringify(value) === JSON.stringify(valueAt(drawn, path)) ? [] : [{ week: contrast.from, path, value }];
        });
        return { ...drawn, interventions: [...kept, ...arm.interventions], seed: `${seed}/prior ${d}` };
      }),
    );
  };
}
