import jstat from "jstat";
import { mean, sampleStandardDeviation } from "simple-statistics";
import type { Mechanism, Stopwatch } from "../engine/index.ts";
import type { MeasureId } from "../observation/index.ts";
import { type BaseScenario, withValue } from "../scenario/index.ts";
import { type Hold, hasEnds, holding, holdingForMeasures, isQuantity, nameOf, type State, states } from "./holdState.ts";
import { pairedTest } from "./pairedTest.ts";
import { Run } from "./run.ts";

/** The outcomes that a state must be able to reach: how residents take part, what is settled, what is matched, who lasts. */
export const shiftOutcomes = [
  "participation_rate",
  "participation_volunteering",
  "volunteer_hours_per_adult",
  "settlement_rate_true",
  "matters_settled_true",
  "matters_open",
  "self_settled_share",
  "consent_reached_share",
  "matched_share",
  "fragmentation",
  "care_met_share",
  "orgs_alive",
  "orgs_founded",
  "orgs_closed",
] as const satisfies readonly MeasureId[];

/** Weeks before a state is held, and weeks for which it is: from a week on before a month ends, when what was met in it is still there, and before the one in which government buys. */
export const shiftWeeks = { burnIn: 51, weeks: 52 } as const;

/**
 * A year in which much is met that a small district seldom meets: a campaign and an epidemic while states are held,
 * contracts and grants for several organizations where communities have little money, a programme that absorbs, with many
 * branches, alliances that lend, awards, projects, courses, incubators, pilots and changes of type, and a party that
 * decides sooner whom it takes.
 */
const eventful: Readonly<Record<string, unknown>> = {
  "mechanisms.politicalEmbedding.strategy": "absorb",
  "organizations.members": 0.35,
  "branches.initialCoverage": 0.5,
  "mechanisms.campaign.startWeek": 56,
  "mechanisms.epidemic.mode": "on",
  "mechanisms.epidemic.startWeek": 70,
  "mechanisms.governmentPurchase.budget": 100,
  "mechanisms.governmentPurchase.communityBudget": 10,
  "mechanisms.venturePhilanthropy.grants": 10,
  "mechanisms.communityAlliance.joining": 2,
  "mechanisms.communityAlliance.resourcesLent": 0.5,
  "mechanisms.demonstrationAwards.awards": 0.3,
  "mechanisms.incubation.founding": 0.3,
  "mechanisms.pilots.start": 20,
  "mechanisms.typeDifferentiation.rate": 1,
  "mechanisms.partyProjects.rate": 2,
  "mechanisms.memberRecruitment.pipeline": 60,
  "mechanisms.talentTraining.places": 100,
};

/** Where and how often a state is held before it is said to move nothing. */
export interface Look {
  /** What the district goes through: the scenario as it is, or an eventful year. */
  readonly year: "asItIs" | "eventful";
  readonly arms: readonly [Hold, Hold];
  /** Pairs of runs, those of the looks before at the same year and arms included, as a multiple of the seeds given. */
  readonly times: number;
  /** States to which it is put; all if left out. */
  readonly of?: (state: State) => boolean;
  /** True if what can stand in for the state is held at none in both runs. */
  readonly alone?: true;
}

/** Where there is enough of one of these, the other is not scarce: a matter takes space from its community or from the alliance. */
const standIns: Readonly<Record<string, string>> = {
  "communities.siteHours": "workplaces.lendSite",
  "workplaces.lendSite": "communities.siteHours",
};
const standInOf = (state: State): State | undefined => states.find((one) => nameOf(one) === standIns[nameOf(state)]);

/** Agents among whom money, matters and members are shared out: what counts is who has more than others. */
const compete = ({ table }: State) => table === "organizations" || table === "workplaces" || table === "branches";

/** Hours for which the ledger answers: none can be held that are not in the accounts, so that they can only be taken away. */
const inLedger = (state: State) => nameOf(state) === "organizations.hoursService";

/** One look after the other, until a state has moved an outcome. */
export const looks: readonly Look[] = [
  { year: "asItIs", arms: ["low", "high"], times: 1 },
  { year: "eventful", arms: ["low", "high"], times: 1 },
  { year: "eventful", arms: ["low", "apart"], times: 1, of: compete },
  { year: "eventful", arms: ["zero", "one"], times: 1, of: hasEnds },
  { year: "eventful", arms: ["zero", "free"], times: 1, of: isQuantity },
  { year: "eventful", arms: ["zero", "free"], times: 1, of: (state) => standInOf(state) !== undefined, alone: true },
  { year: "asItIs", arms: ["low", "high"], times: 3 },
  { year: "eventful", arms: ["low", "high"], times: 3 },
  { year: "eventful", arms: ["low", "apart"], times: 3, of: compete },
];

/** The effect of a state on an outcome over pairs: means of the two arms, chance, and the far end of the 95% interval. */
export interface ShiftEffect {
  readonly outcome: MeasureId;
  readonly low: number;
  readonly high: number;
  readonly chance: number;
  /** No effect larger than this is compatible with the pairs. */
  readonly most: number;
}

export interface ShiftResult {
  readonly state: string;
  /** Outcomes that it moves, surest first. */
  readonly moved: readonly ShiftEffect[];
  /** The look that showed it, or the last one. */
  readonly look: Look;
  readonly pairs: number;
  /** True if in every look both runs of each pair were the same to the last bit of every outcome. */
  readonly dead: boolean;
  /** All outcomes of the last look with the most pairs, where no look showed that one is moved. */
  readonly bounds: readonly ShiftEffect[];
}

interface Design {
  readonly seeds: readonly string[];
  readonly burnIn: number;
  readonly weeks: number;
  readonly of?: readonly State[];
  readonly looks?: readonly Look[];
}

/**
 * The test of no dead ends: each state is held in two ways, for a year after a burn-in, in pairs of runs with the same
 * draws; outcomes are means over the year. A state moves an outcome if the paired t-test says so after Bonferroni's
 * correction for outcomes and looks. Outcomes that are computed from the column itself do not count.
 */
export function* shiftedStates(scenario: BaseScenario, mechanisms: readonly Mechanism[], design: Design): Generator<ShiftResult> {
  const { of = states } = design;
  const runs = new HeldRuns(scenario, mechanisms, design);
  for (const state of of) yield shifted(runs, state, design);
}

/** The first look at which the two runs of a pair differ in any outcome; none if a state is met by no decision. */
export function* metStates(
  scenario: BaseScenario,
  mechanisms: readonly Mechanism[],
  design: Design,
): Generator<{ state: string; look: Look | undefined }> {
  const { of = states, looks: all = looks } = design;
  const runs = new HeldRuns(scenario, mechanisms, design);
  for (const state of of) {
    yield { state: nameOf(state), look: looksAt(state, all).find((look) => runs.pairs(state, look).some(differ)) };
  }
}

const looksAt = (state: State, all: readonly Look[]): Look[] =>
  inLedger(state) ? all.map((look) => ({ ...look, arms: ["zero", "free"] })) : all.filter(({ of }) => of?.(state) ?? true);

const differ = ([low, high]: readonly number[][]): boolean => low.some((value, k) => !Object.is(value, high[k]));

function shifted(runs: HeldRuns, state: State, { looks: all = looks }: Design): ShiftResult {
  const chance = 0.05 / (shiftOutcomes.length * all.length);
  const mine = looksAt(state, all);
  let dead = true;
  let effects: ShiftEffect[] = [];
  let last = { look: mine[0], pairs: 0 };
  for (const look of mine) {
    // More of the same pairs tell nothing where none of them differed.
    if (look.times > 1 && dead) continue;
    const pairs = runs.pairs(state, look);
    if (pairs.some(differ)) dead = false;
    effects = shiftOutcomes.flatMap((outcome, k) => {
      const both = pairs.map(([low, high]) => [low[k], high[k]]).filter((pair) => pair.every(Number.isFinite));
      return both.length < 2 || runs.computedFrom(look.year, state).has(outcome) ? [] : [effectOf(outcome, both)];
    });
    last = { look, pairs: pairs.length };
    const moved = effects.filter((effect) => effect.chance < chance).sort((one, other) => one.chance - other.chance);
    if (moved.length > 0) return { state: nameOf(state), moved, ...last, dead, bounds: [] };
  }
  return { state: nameOf(state), moved: [], ...last, dead, bounds: effects };
}

function effectOf(outcome: MeasureId, pairs: readonly number[][]): ShiftEffect {
  const differences = pairs.map(([low, high]) => high - low);
  const error = sampleStandardDeviation(differences) / Math.sqrt(differences.length);
  return {
    outcome,
    low: mean(pairs.map(([low]) => low)),
    high: mean(pairs.map(([, high]) => high)),
    chance: pairedTest(differences),
    most: Math.abs(mean(differences)) + jstat.studentt.inv(0.975, differences.length - 1) * error,
  };
}

/** Runs in which a state is held; each begins where the burn-in of its seed ended, and each is run once. */
class HeldRuns {
  private readonly starts = new Map<string, Uint8Array>();
  private readonly done = new Map<string, number[]>();
  private readonly computed = new Map<string, ReadonlySet<MeasureId>>();

  private readonly scenario: BaseScenario;
  private readonly mechanisms: readonly Mechanism[];
  private readonly design: Design;

  constructor(scenario: BaseScenario, mechanisms: readonly Mechanism[], design: Design) {
    this.scenario = scenario;
    this.mechanisms = mechanisms;
    this.design = design;
  }

  /** [pair][arm] outcomes in the pairs of a look. */
  pairs(state: State, { year, arms, times, alone }: Look): number[][][] {
    const standIn = alone && standInOf(state);
    return Array.from({ length: this.design.seeds.length * times }, (_, k) =>
      arms.map((where) => this.outcomes(year, k, state, where, standIn)),
    );
  }

  /** [outcome] its mean over the weeks in which a state is held. */
  private outcomes(year: Look["year"], pair: number, state: State, where: Hold, standIn?: State): number[] {
    const key = [year, pair, nameOf(state), where, standIn && nameOf(standIn)].join();
    const known = this.done.get(key);
    if (known) return known;
    const run = this.resumed(year, pair);
    const held = holding(run.world, state, where, this.mechanisms);
    const without = standIn && holding(run.world, standIn, "zero", this.mechanisms);
    const around: Stopwatch = without ? (part, step) => held(part, () => without(part, step)) : held;
    const sums = shiftOutcomes.map(() => ({ sum: 0, n: 0 }));
    for (let week = 0; week < this.design.weeks; week++) {
      run.step(around);
      shiftOutcomes.forEach((id, k) => {
        const value = run.recorder.value(id);
        if (!Number.isFinite(value)) return;
        sums[k].sum += value;
        sums[k].n++;
      });
    }
    const means = sums.map(({ sum, n }) => (n > 0 ? sum / n : Number.NaN));
    this.done.set(key, means);
    return means;
  }

  /** Outcomes that are computed from the column of a state: they differ where it is held for those alone who measure. */
  computedFrom(year: Look["year"], state: State): ReadonlySet<MeasureId> {
    const key = `${year},${nameOf(state)}`;
    const known = this.computed.get(key);
    if (known) return known;
    const [low, high] = (["low", "high"] as const).map((where) => {
      const run = this.resumed(year, 0);
      run.step(holdingForMeasures(run.world, state, where));
      return shiftOutcomes.map((id) => run.recorder.value(id));
    });
    const found = new Set(shiftOutcomes.filter((_, k) => !Object.is(low[k], high[k])));
    this.computed.set(key, found);
    return found;
  }

  private resumed(year: Look["year"], pair: number): Run {
    const key = `${year},${pair}`;
    const bytes = this.starts.get(key) ?? this.start(year, pair);
    this.starts.set(key, bytes);
    const resumed = Run.resume(bytes, this.mechanisms);
    if (!resumed.ok) throw new Error("shiftedStates: a checkpoint of this program cannot be read by it.");
    return resumed.run;
  }

  private start(year: Look["year"], pair: number): Uint8Array {
    const { seeds, burnIn, weeks } = this.design;
    const seed = seeds[pair % seeds.length] + (pair < seeds.length ? "" : `+${Math.floor(pair / seeds.length)}`);
    const set = { ...(year === "eventful" ? eventful : {}), seed, weeks: burnIn + weeks };
    const scenario = Object.entries(set).reduce((of, [path, value]) => withValue(of, path, value), this.scenario);
    const run = Run.start(scenario, this.mechanisms);
    for (let week = 0; week < burnIn; week++) run.step();
    return run.checkpoint("shift");
  }
}
