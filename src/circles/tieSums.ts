import { apart } from "../kernels/index.ts";
import { sumRows } from "../numeric/index.ts";
import type { Population } from "../population/index.ts";
import { sumTieRows } from "./tieSums.kernel.ts";
import type { Ties } from "./ties.ts";

/** What is summed over the residents of a community and over their ties, in the order in which sumTieRows writes it. */
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
 * @param every   every so manieth resident of the district is looked at for clustering
 * @param mark    [resident] zero, before and after
 * @param out     [community * TIE_SUMS + place] the row of the community is written
 * @param memory  where all these columns lie
 */
export function sumTiesOf(
  { residents, communities, buildings }: Population,
  { offsets, degree, neighbors, core }: Ties,
  community: number,
  every: number,
  mark: Uint8Array,
  out: Float64Array,
  memory = apart,
): void {
  const r = residents.columns;
  // Residents of a community, and of a building, stand one after the other.
  const from = communities.columns.firstResident[community];
  memory.kernel({ sumTieRows })(
    r.age,
    r.building,
    r.groups,
    r.workplace,
    r.homeBranch,
    r.workBranch,
    buildings.columns.firstResident,
    buildings.columns.residents,
    offsets,
    degree,
    neighbors,
    core,
    Math.ceil(from / every) * every,
    every,
    from,
    from + communities.columns.residents[community],
    mark,
    out,
    community * TIE_SUMS,
  );
}

/** The sums of all communities together, in their order. @param rows  as `sumTiesOf` writes them */
export function addTieSums(rows: Float64Array, communities: number): TieSums {
  const sums = new Float64Array(TIE_SUMS);
  sumRows(rows.subarray(0, communities * TIE_SUMS), sums);
  return Object.fromEntries(places.map((place, k) => [place, sums[k]])) as TieSums;
}
