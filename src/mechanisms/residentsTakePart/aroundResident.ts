import type { World } from "../../engine/index.ts";
import type { Participation } from "./participationParameters.ts";
import { barOf } from "./takePart.ts";

export type CircleOfResident = "party" | "acquaintance" | "interest" | "industry";

/** One circle of a resident: what it weighs, and who else is in it. */
export interface CircleAround {
  readonly circle: CircleOfResident;
  readonly weight: number;
  readonly others: readonly number[];
}

/** What the decision of a resident goes by, whoever asks (see `exposure` and `chanceToJoin`). */
export interface Around {
  /** The bar, share of contacts. */
  readonly bar: number;
  readonly circles: readonly CircleAround[];
}

/** What the next decision of each of some residents goes by. Reads the world, changes nothing. */
export function aroundResidents(world: World, residents: readonly number[], p: Participation): Around[] {
  const { groups, workplace, homeBranch, workBranch, community } = world.residents.columns;
  const branchOf = (i: number) => (homeBranch[i] >= 0 ? homeBranch[i] : workBranch[i]);
  const inGroup = gather(residents.flatMap((i) => [...groups.subarray(i * 3, i * 3 + 3)]));
  const inWorkplace = gather(residents.map((i) => workplace[i]));
  const inBranch = gather(residents.map(branchOf));
  for (let j = 0; j < world.residents.rows; j++) {
    for (let k = j * 3; k < j * 3 + 3; k++) inGroup.get(groups[k])?.push(j);
    inWorkplace.get(workplace[j])?.push(j);
    inBranch.get(homeBranch[j])?.push(j);
    if (workBranch[j] !== homeBranch[j]) inBranch.get(workBranch[j])?.push(j);
  }
  const { offsets, degree, neighbors } = world.ties;
  return residents.map((i) => {
    const but = (members: readonly number[] = []) => members.filter((j) => j !== i);
    const circles: CircleAround[] = [];
    const known = [...neighbors.subarray(offsets[i], offsets[i] + degree[i])];
    if (known.length > 0 && p.acquaintanceWeight > 0) circles.push({ circle: "acquaintance", weight: p.acquaintanceWeight, others: known });
    for (const g of groups.subarray(i * 3, i * 3 + 3))
      if (g >= 0) circles.push({ circle: "interest", weight: p.interestWeight, others: but(inGroup.get(g)) });
    if (workplace[i] >= 0) circles.push({ circle: "industry", weight: p.industryWeight, others: but(inWorkplace.get(workplace[i])) });
    const weight = world.weekTotals.communities.columns.partyWeight[community[i]];
    if (branchOf(i) >= 0 && weight > 0) circles.push({ circle: "party", weight, others: but(inBranch.get(branchOf(i))) });
    return { bar: barOf(world, i, p), circles };
  });
}

/** Whether a resident took part lately, as those around them see it in the next week. */
export function cameLately({ residents, week }: World, i: number, p: Participation): boolean {
  const { lastGovernance, lastVolunteering } = residents.columns;
  const since = week + 1 - p.memory;
  return lastGovernance[i] >= since || lastVolunteering[i] >= since;
}

/** An empty list for each body that there is. */
const gather = (bodies: readonly number[]): Map<number, number[]> => new Map(bodies.filter((b) => b >= 0).map((b) => [b, []]));
