import type { World } from "../../engine/index.ts";
import { type Branches, branchForms } from "../../population/index.ts";

const JOINT = branchForms.indexOf("joint");
/** Forms of activity [T06]. */
const FORMS = 8;

export type BranchSums = ReturnType<typeof sumBranches>;

/** Months in a row in which a branch that functions has held its activity with at least half of its members. */
const QUARTER = 3;

/** Whether the branch of an organization functions; -1 is none. Where support has ended nothing is held any more. */
export const functions = ({ columns }: Branches, branch: number): boolean =>
  branch >= 0 && columns.held[branch] >= QUARTER && columns.upkeep[branch] === 1;

/** Sums over the branches of organizations, own and joint. */
export function sumBranches({ branches }: World) {
  const b = branches.columns;
  const sums = {
    count: 0,
    activity: 0,
    reported: 0,
    /** [form of activity] events of the running year. */
    events: new Float64Array(FORMS),
  };
  for (let k = 0; k < branches.rows; k++) {
    if (!b.alive[k] || b.form[k] > JOINT) continue;
    sums.count++;
    // Where support has ended, only part of its hours is left (decline).
    sums.activity += b.activity[k] * b.upkeep[k];
    sums.reported += b.reported[k] * b.upkeep[k];
    for (let f = 0; f < FORMS; f++) sums.events[f] += b.forms[k * FORMS + f];
  }
  return sums;
}
