import { sumRows } from "../numeric/index.ts";
import type { Population } from "../population/index.ts";
import type { Ties } from "./ties.ts";

/** What is summed over the residents of a community and over their ties. Each name is a place in a row of sums. */
const places = [
  "ties",
  "squares",
  "core",
  "adults",
  "withoutActive",
  "inside",
  "sameBuilding",
  "clustering",
  "clustered",
  "ages",
  "ageSquares",
  "ageProducts",
  "agePairs",
  "grouped",
  "memberships",
  "withInterest",
  "withIndustry",
  "withParty",
] as const;
export type TieSums = Readonly<Record<(typeof places)[number], number>>;

/** Length of a row of sums. */
export const TIE_SUMS = places.length;

/**
 * Sums over the ties of a community. Changes nothing else, draws nothing.
 *
 * @param apart  every so manieth resident of the district is looked at for clustering
 * @param mark   [resident] zero, before and after
 * @param out    [community * TIE_SUMS + place] the row of the community is written
 */
export function sumTiesOf(
  { residents, communities, buildings }: Population,
  { offsets, degree, neighbors, core }: Ties,
  community: number,
  apart: number,
  mark: Uint8Array,
  out: Float64Array,
): void {
  const { age, building, groups, workplace, homeBranch, workBranch } = residents.columns;
  const house = buildings.columns;
  // Residents of a community, and of a building, stand one after the other.
  const from = communities.columns.firstResident[community];
  const to = from + communities.columns.residents[community];
  let ties = 0;
  let squares = 0;
  let cores = 0;
  let adults = 0;
  let withoutActive = 0;
  let inside = 0;
  let sameBuilding = 0;
  let clustering = 0;
  let clustered = 0;
  let ages = 0;
  let ageSquares = 0;
  let ageProducts = 0;
  let agePairs = 0;
  let grouped = 0;
  let memberships = 0;
  let withInterest = 0;
  let withIndustry = 0;
  let withParty = 0;
  for (let i = from; i < to; i++) {
    const d = degree[i];
    const end = offsets[i] + d;
    const sampled = d >= 2 && i % apart === 0;
    const a = groups[i * 3];
    const b = groups[i * 3 + 1];
    const c = groups[i * 3 + 2];
    const joined = (a >= 0 ? 1 : 0) + (b >= 0 ? 1 : 0) + (c >= 0 ? 1 : 0);
    const home = homeBranch[i];
    const work = workBranch[i];
    const houseFrom = house.firstResident[building[i]];
    const houseTo = houseFrom + house.residents[building[i]];
    ties += d;
    squares += d * d;
    let near = 0;
    for (let h = offsets[i]; h < end; h++) {
      const j = neighbors[h];
      if (sampled) mark[j] = 1;
      cores += core[h];
      if (j >= from && j < to) {
        inside++;
        near += core[h];
        if (j >= houseFrom && j < houseTo) sameBuilding++;
      }
      if (age[i] >= 18 && age[j] >= 18) {
        ages += age[i];
        ageSquares += age[i] * age[i];
        ageProducts += age[i] * age[j];
        agePairs++;
      }
      if (j < i) continue;
      if (joined > 0) {
        const x = groups[j * 3];
        const y = groups[j * 3 + 1];
        const z = groups[j * 3 + 2];
        const fellows = (g: number) => g >= 0 && (x === g || y === g || z === g);
        if (fellows(a) || fellows(b) || fellows(c)) withInterest++;
      }
      if (workplace[i] >= 0 && workplace[i] === workplace[j]) withIndustry++;
      if (
        (home >= 0 && (home === homeBranch[j] || home === workBranch[j])) ||
        (work >= 0 && (work === workBranch[j] || work === homeBranch[j]))
      )
        withParty++;
    }
    if (age[i] >= 18) {
      adults++;
      if (near === 0) withoutActive++;
      if (joined > 0) grouped++;
      memberships += joined;
    }
    if (!sampled) continue;
    let closed = 0;
    for (let h = offsets[i]; h < end; h++) {
      const j = neighbors[h];
      for (let k = offsets[j]; k < offsets[j] + degree[j]; k++) closed += mark[neighbors[k]];
    }
    for (let h = offsets[i]; h < end; h++) mark[neighbors[h]] = 0;
    clustering += closed / (d * (d - 1));
    clustered++;
  }
  const row = community * TIE_SUMS;
  const sums: TieSums = {
    ties,
    squares,
    core: cores,
    adults,
    withoutActive,
    inside,
    sameBuilding,
    clustering,
    clustered,
    ages,
    ageSquares,
    ageProducts,
    agePairs,
    grouped,
    memberships,
    withInterest,
    withIndustry,
    withParty,
  };
  for (let k = 0; k < TIE_SUMS; k++) out[row + k] = sums[places[k]];
}

/** The sums of all communities together, in their order. @param rows  as `sumTiesOf` writes them */
export function addTieSums(rows: Float64Array, communities: number): TieSums {
  const sums = new Float64Array(TIE_SUMS);
  sumRows(rows.subarray(0, communities * TIE_SUMS), sums);
  return Object.fromEntries(places.map((place, k) => [place, sums[k]])) as TieSums;
}
