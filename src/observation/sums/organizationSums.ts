import { MONEY, ORGANIZATION, type World, YEAR } from "../../engine/index.ts";
import { coverageForms, incomeSources, organizationRoles, organizationTypes } from "../../population/index.ts";
import { functions } from "./branchSums.ts";

/** Members from which on an organization has to have a branch of its own. */
const ELIGIBLE = 3;

export type OrganizationSums = ReturnType<typeof sumOrganizations>;

/** Sums over operating organizations, and what is to be sorted among them. */
export function sumOrganizations({ organizations, branches, ledger, week }: World) {
  const o = organizations.columns;
  const [kinds, sources] = [organizationRoles.length, incomeSources.length];
  const sums = {
    alive: 0,
    /** Founded, and closed, in the last year. */
    founded: 0,
    closed: 0,
    /** Gave service this week. */
    active: 0,
    eligible: 0,
    eligibleCovered: 0,
    /** Have a branch that functions. */
    functional: 0,
    pilots: 0,
    /** Paid staff, and yuan held. */
    staff: 0,
    money: 0,
    adminShare: 0,
    autonomy: 0,
    dependence: 0,
    quality: 0,
    management: 0,
    /** [form] organizations, by code of coverageForms. */
    covered: new Float64Array(coverageForms.length),
    /** [type] organizations. */
    types: new Float64Array(organizationTypes.length),
    /** [role] shares, by code of organizationRoles. */
    roles: new Float64Array(kinds),
    /** [source] yuan of last year, by code of incomeSources; then all of them. */
    incomeOf: new Float64Array(sources),
    income: 0,
    /** Yuan of last year, smallest first. */
    incomes: [] as number[],
    /** Years since founding, smallest first. */
    ages: [] as number[],
  };
  for (let g = 0; g < organizations.rows; g++) {
    if (o.founded[g] > Math.max(0, week - YEAR)) sums.founded++;
    if (o.closed[g] >= 0 && o.closed[g] > week - YEAR) sums.closed++;
    if (!o.alive[g]) continue;
    sums.alive++;
    sums.covered[o.coverage[g]]++;
    if (o.members[g] >= ELIGIBLE) {
      sums.eligible++;
      if (o.coverage[g] > 0) sums.eligibleCovered++;
    }
    if (functions(branches, o.branch[g])) sums.functional++;
    if (o.hoursUsed[g] > 0) sums.active++;
    sums.staff += o.staff[g];
    sums.money += ledger.balance(MONEY, ORGANIZATION, g);
    sums.adminShare += o.adminShare[g];
    sums.autonomy += o.autonomy[g];
    sums.dependence += o.dependence[g];
    sums.quality += o.quality[g];
    sums.management += o.management[g];
    sums.pilots += o.pilot[g] === 1 ? 1 : 0; // 2 had the same course in the placebo
    sums.types[o.type[g]]++;
    for (let k = 0; k < kinds; k++) sums.roles[k] += o.role[g * kinds + k];
    let income = 0;
    for (let s = 0; s < sources; s++) {
      income += o.incomeLast[g * sources + s];
      sums.incomeOf[s] += o.incomeLast[g * sources + s];
    }
    sums.incomes.push(income);
    sums.ages.push((week - o.founded[g]) / YEAR);
  }
  sums.income = sums.incomeOf.reduce((a, b) => a + b, 0);
  sums.incomes.sort((a, b) => a - b);
  sums.ages.sort((a, b) => a - b);
  return sums;
}
