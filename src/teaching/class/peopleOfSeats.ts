import type { World } from "../../engine/index.ts";
import { MEETING } from "../../population/index.ts";

/** Whom to ask why in a community, as rows of the world: -1 where there is nobody. */
export interface PeopleOfCommunity {
  /** The resident who gave most hours in the trailing year. */
  resident: number;
  /** The organization at home there with most staff and volunteers. */
  organization: number;
  /** The branch there with most members. */
  branch: number;
}

/** [community] those who stand for its seats. */
export function peopleOfSeats({ communities, residents, organizations, branches }: World): PeopleOfCommunity[] {
  const { firstResident, residents: count } = communities.columns;
  const { minutesYear } = residents.columns;
  return Array.from({ length: communities.rows }, (_, c) => ({
    resident: most(firstResident[c], firstResident[c] + count[c], (i) => minutesYear[i]),
    organization: most(0, organizations.rows, (g) => {
      const { alive, community, staff, volunteers } = organizations.columns;
      return alive[g] && community[g] === c ? 1 + staff[g] + volunteers[g] : 0;
    }),
    branch: most(0, branches.rows, (k) => {
      const { alive, community, form, members } = branches.columns;
      return alive[k] && community[k] === c && form[k] !== MEETING ? 1 + members[k] : 0;
    }),
  }));
}

/** The first of those with the highest score above zero; -1 if there is none. */
function most(from: number, to: number, score: (row: number) => number): number {
  let [best, highest] = [-1, 0];
  for (let row = from; row < to; row++) {
    const of = score(row);
    if (of > highest) [best, highest] = [row, of];
  }
  return best;
}
