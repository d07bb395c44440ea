import { measureCircles } from "../circles/index.ts";
import { isOpen, type World } from "../engine/index.ts";
import { exchangeNetwork } from "./exchangeNetwork.ts";
import { meanPath } from "./meanPath.ts";
import type { Every, MeasureByFormula, Sums } from "./measures/measure.ts";
import { type AnyMeasure, measuresByFormula } from "./measures/measures.ts";
import { modularityOf } from "./modularity.ts";
import { measureExchange } from "./network.ts";
import type { StartSample } from "./startSample.ts";
import { sumAffiliations } from "./sums/affiliationSums.ts";
import { sumBranches } from "./sums/branchSums.ts";
import { sumCommunities } from "./sums/communitySums.ts";
import { sumOrganizations } from "./sums/organizationSums.ts";
import { sumResidents } from "./sums/residentSums.ts";
import { sumTies } from "./sums/tieSums.ts";
import { sumTimeBank } from "./sums/timeBankSums.ts";
import { sumTimeGiven } from "./sums/timeGiven.ts";
import type { TrailingYear } from "./sums/trailingYear.ts";

const NOTHING = 0x7ff8000000000000n;

/** A measure at its place in a row. */
interface Taken<S> {
  place: number;
  formula: (sums: S) => number | undefined;
}

const isTaken = <E extends Every>(measure: AnyMeasure, every: E): measure is AnyMeasure & MeasureByFormula<string, E> =>
  measure.every === every;

const takenEvery = <E extends Every>(every: E): Taken<Sums[E]>[] =>
  measuresByFormula.flatMap((measure, place) => (isTaken(measure, every) ? [{ place, formula: measure.formula }] : []));

const everyWeek = takenEvery(1);
const everyMonth = takenEvery(4);
const everyYear = takenEvery(52);

/**
 * Takes the measures of the week that the world has just completed.
 *
 * @param row  [measure] holds those of the week before; written
 */
export function measureWeek(world: World, trailing: TrailingYear, start: StartSample, row: Float64Array<ArrayBuffer>): void {
  const due = (every: Every) => world.week === 1 || world.week % every === 0;
  const [residents, { weekly, monthly }] = sumResidents(world, () => ({
    weekly: {
      year: trailing.turn(world),
      organizations: sumOrganizations(world),
      branches: sumBranches(world),
      communities: sumCommunities(world),
      openMatters: countOpen(world),
    },
    monthly: due(4) ? { time: sumTimeGiven(world), timeBank: sumTimeBank(world) } : undefined,
  }));
  write(everyWeek, { world, residents, ...weekly }, row);
  if (monthly) write(everyMonth, { world, residents, ...monthly }, row);
  if (due(52)) write(everyYear, sumCircles(world, start), row);
  // What comes upon nobody cannot be measured. The bits of a NaN are up to whoever computed it: here they are the same
  // everywhere.
  const bits = new BigUint64Array(row.buffer, row.byteOffset, row.length);
  for (let k = 0; k < row.length; k++) if (!Number.isFinite(row[k])) bits[k] = NOTHING;
}

function write<S>(taken: readonly Taken<S>[], sums: S, row: Float64Array): void {
  for (const { place, formula } of taken) row[place] = formula(sums) ?? row[place];
}

function countOpen({ matters }: World): number {
  const { state } = matters.columns;
  let open = 0;
  for (let q = 0; q < matters.rows; q++) if (isOpen(state[q])) open++;
  return open;
}

function sumCircles(world: World, start: StartSample): Sums[52] {
  const [ties, { network, kept }] = sumTies(world, () => ({ kept: start.kept(world), network: exchangeNetwork(world) }));
  const [affiliations, { acquaintances, modularity }] = sumAffiliations(world, () => ({
    acquaintances: measureCircles(world, world.ties, ties),
    modularity: modularityOf(network),
  }));
  return {
    acquaintances,
    meanPath: meanPath(world),
    network: measureExchange(world, network, modularity),
    affiliations,
    kept,
  };
}
