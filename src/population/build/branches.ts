import { setupStream } from "../../random/index.ts";
import type { BaseScenario } from "../../scenario/index.ts";
import { type Branches, bodyOf, branchColumns, branchForms, MEETING, type Organizations } from "../organizations.ts";
import type { Communities, Workplaces } from "../places.ts";
import type { Residents } from "../residents.ts";
import { Table } from "../table.ts";
import { byKey } from "./workplaces.ts";

const OWN = branchForms.indexOf("own");
const JOINT = branchForms.indexOf("joint");
const COMMUNITY = branchForms.indexOf("community");
const WORKPLACE = branchForms.indexOf("workplace");
export const FEWEST_MEMBERS = 3; // full members that must form a branch [S21]
export const MOST_ORGANIZATIONS = 5; // of a joint branch [S22]
const MOST = 50; // members above which it is divided [S21]

/**
 * Branches at the start. Members of a workplace with three or more of them have a branch at work; all others, and those
 * who report twice, have one at home. Both exist whatever the programme does. Branches of social organizations come
 * last, and only if the programme is on; in its placebo meetings stand in their place.
 */
export function buildBranches(
  residents: Residents,
  communities: Communities,
  workplaces: Workplaces,
  organizations: Organizations,
  scenario: BaseScenario,
  seed: string,
): Branches {
  const p = scenario.branches;
  const r = residents.columns;
  const stream = setupStream(seed, "population", "branches");
  const table = new Table("branches", branchColumns, 0, 64);
  const found = (form: number, community: number): number => {
    const b = table.add();
    const of = table.columns;
    of.form[b] = form;
    of.alive[b] = 1;
    of.community[b] = community;
    of.founded[b] = -1 - stream.int(520);
    of.secretary[b] = stream.range(0.3, 0.9);
    of.activity[b] = of.secretary[b] * 0.6;
    of.reported[b] = of.activity[b];
    of.held[b] = of.activity[b] >= 0.5 ? 3 : 0;
    return b;
  };
  const employees = byKey(r.workplace, residents.rows, workplaces.rows);
  for (let u = 0; u < workplaces.rows; u++) {
    const members = workplaces.columns.members[u];
    if (members < FEWEST_MEMBERS) continue;
    const parts = Math.ceil(members / MOST);
    const first = table.rows;
    for (let k = 0; k < parts; k++) found(WORKPLACE, workplaces.columns.community[u]);
    workplaces.columns.branch[u] = first;
    let seen = 0;
    for (let k = employees.start[u]; k < employees.start[u + 1]; k++) {
      const i = employees.list[k];
      if (!r.member[i]) continue;
      const b = first + (seen++ % parts);
      r.workBranch[i] = b;
      table.columns.members[b]++;
    }
  }
  for (let c = 0; c < communities.rows; c++) {
    const first = communities.columns.firstResident[c];
    const end = first + communities.columns.residents[c];
    const home: number[] = [];
    for (let i = first; i < end; i++) {
      if (r.member[i] && (r.workBranch[i] < 0 || stream.next() < p.dualRegistration)) home.push(i);
    }
    if (home.length === 0) continue;
    // Neighbours share a branch: members in the order of their buildings, cut into equal parts.
    const parts = Math.max(1, Math.round(home.length / p.size));
    const base = table.rows;
    for (let k = 0; k < parts; k++) found(COMMUNITY, c);
    for (let k = 0; k < home.length; k++) {
      const b = base + Math.floor((k * parts) / home.length);
      r.homeBranch[home[k]] = b;
      table.columns.members[b]++;
    }
  }
  if (scenario.partyBuilding === "off") return table;
  const staff = byKey(r.organization, residents.rows, organizations.rows);
  const o = organizations.columns;
  const share = (form: number, shared: readonly number[]): void => {
    const placebo = scenario.partyBuilding === "placebo";
    const b = found(placebo ? MEETING : form, o.community[shared[0]]);
    for (const g of shared) {
      (placebo ? o.meeting : o.branch)[g] = b;
      (placebo ? o.placebo : o.coverage)[g] = form + 1;
      table.columns.memberOrganizations[b]++;
      table.columns.members[b] += o.members[g];
      if (placebo) continue; // nobody reports to a meeting
      for (let k = staff.start[g]; k < staff.start[g + 1]; k++) {
        if (r.member[staff.list[k]]) r.workBranch[staff.list[k]] = b;
      }
    }
  };
  const given = scenario.district?.branches;
  if (given) {
    for (const { organizations: shared } of given) share(shared.length === 1 ? OWN : JOINT, shared);
    return table;
  }
  let room = Math.round(p.initialCoverage * organizations.rows);
  for (let g = 0; g < organizations.rows && room > 0; g++) {
    if (o.members[g] < FEWEST_MEMBERS) continue;
    room--;
    share(OWN, [g]);
  }
  // Those with fewer members share joint branches, within their community, with others of their trade first.
  const free = (g: number) => bodyOf(organizations, g) < 0 && o.members[g] > 0 && o.members[g] < FEWEST_MEMBERS;
  for (let g = 0; g < organizations.rows && room > 0; g++) {
    if (!free(g)) continue;
    const shared = [g];
    let together = o.members[g];
    for (const sameTrade of [true, false]) {
      for (let k = g + 1; k < organizations.rows && together < FEWEST_MEMBERS && shared.length < MOST_ORGANIZATIONS; k++) {
        if (!free(k) || o.community[k] !== o.community[g] || (o.type[k] === o.type[g]) !== sameTrade) continue;
        shared.push(k);
        together += o.members[k];
      }
    }
    if (together < FEWEST_MEMBERS) continue;
    room -= shared.length;
    share(JOINT, shared);
  }
  return table;
}
