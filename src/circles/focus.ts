import type { Residents } from "../population/index.ts";

// How much likelier a group or a branch is than a workplace to be where acquaintances are made (to the overlaps of 3.2).
const IN_GROUP = 6;
const AT_WORK = 1;
const IN_BRANCH = 9;

/** Where residents belong: columns of theirs, and how many groups and workplaces there are. */
export interface Belonging {
  readonly residents: Pick<Residents, "columns">;
  readonly groups: { readonly rows: number };
  readonly workplaces: { readonly rows: number };
}

const weigh = (joined: number, weight: number): number => (joined >= 0 ? weight : 0);

/**
 * A group, workplace or branch that a resident belongs to, drawn by how easily acquaintances are made there.
 *
 * @param u  drawn, in [0, 1)
 * @returns one running number: groups, then workplaces, then branches; -1 if the resident has none
 */
export function focusOf({ residents, groups, workplaces }: Belonging, i: number, u: number): number {
  const { groups: joined, workplace, homeBranch, workBranch } = residents.columns;
  const firstBranch = groups.rows + workplaces.rows;
  const [a, b, c] = [joined[i * 3], joined[i * 3 + 1], joined[i * 3 + 2]];
  let left =
    u *
    (weigh(a, IN_GROUP) +
      weigh(b, IN_GROUP) +
      weigh(c, IN_GROUP) +
      weigh(workplace[i], AT_WORK) +
      weigh(homeBranch[i], IN_BRANCH) +
      weigh(workBranch[i], IN_BRANCH));
  if (a >= 0 && (left -= IN_GROUP) < 0) return a;
  if (b >= 0 && (left -= IN_GROUP) < 0) return b;
  if (c >= 0 && (left -= IN_GROUP) < 0) return c;
  if (workplace[i] >= 0 && (left -= AT_WORK) < 0) return groups.rows + workplace[i];
  if (homeBranch[i] >= 0 && (left -= IN_BRANCH) < 0) return firstBranch + homeBranch[i];
  return workBranch[i] >= 0 ? firstBranch + workBranch[i] : -1;
}
