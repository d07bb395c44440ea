import type { World } from "../../engine/index.ts";
import { branchForms } from "../../population/index.ts";

const JOINT = branchForms.indexOf("joint");
/** Forms of activity [T06]. */
const FORMS = 8;

export type BranchSums = ReturnType<typeof sumBranches>;

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
    sums.activity += b.activity[k];
    sums.reported += b.reported[k];
    for (let f = 0; f < FORMS; f++) sums.events[f] += b.forms[k * FORMS + f];
  }
  return sums;
}
