import { checkTies } from "../../src/circles/index.ts";
import { CREDITS, holderKinds, OUTSIDE, resources, type World } from "../../src/engine/index.ts";
import type { Run } from "../../src/experiment/index.ts";
import { measures, type Recorder } from "../../src/observation/index.ts";
import { type ColumnSpec, MEETING } from "../../src/population/index.ts";
import { exchangeTiesTwice } from "./exchangeTiesTwice.ts";

const SLACK = 1e-6; // of a sum of rounded shares
const within = (unit: string): boolean => /^(0-1|flag|probability)$|^share/.test(unit);

/** What a measure must not be: beyond its bounds, infinite, below nothing. */
function wrongMeasures(recorder: Recorder): string[] {
  return measures.flatMap(({ id, unit }) => {
    const value = recorder.value(id);
    if (Number.isNaN(value)) return []; // nothing to measure: an empty cell
    const most = within(unit) ? 1 + SLACK : Number.MAX_VALUE;
    return value >= -SLACK && value <= most ? [] : [`${id} is ${value}`];
  });
}

/** Numbers of agents that a column may hold, by its unit. */
const rowsOf = ({ residents, households, buildings, communities, workplaces, groups, organizations, branches }: World) => ({
  resident: residents.rows,
  household: households.rows,
  building: buildings.rows,
  community: communities.rows,
  workplace: workplaces.rows,
  group: groups.rows,
  organization: organizations.rows,
  branch: branches.rows,
});

/** What no value of a column may be, by its unit. */
function boundsOf({ unit, fill }: ColumnSpec, agents: Readonly<Record<string, number>>): [least: number, most: number] {
  if (within(unit)) return [-SLACK, 1 + SLACK];
  if (unit in agents) return [Math.min(0, fill), Math.max(0, agents[unit] - 1)];
  if (unit === "standard deviations") return [-10, 10];
  if (unit.startsWith("net ")) return [-Number.MAX_VALUE, Number.MAX_VALUE];
  if (unit === "week") return [-32_768, 3650];
  return [Math.min(0, fill), Number.MAX_VALUE];
}

function wrongColumns(world: World): string[] {
  const agents = rowsOf(world);
  return world.tables.flatMap(({ name, spec, rows, columns }) =>
    Object.entries(spec).flatMap(([key, column]) => {
      const sums = name.startsWith("weekTotals."); // of shares and of what may be below nothing
      const [least, most] = sums ? [-Number.MAX_VALUE, Number.MAX_VALUE] : boundsOf(column, agents);
      const values = columns[key].subarray(0, rows * column.width);
      const at = values.findIndex((value) => !(value >= least && value <= most)); // NaN is neither
      return at < 0 ? [] : [`${name}.${key} of row ${Math.floor(at / column.width)} is ${values[at]}, a ${column.unit}`];
    }),
  );
}

/** Accounts below nothing: only time credits and the outside world may be. */
function overdrawn({ ledger }: World): string[] {
  const R = resources.length;
  return holderKinds.flatMap((kind, k) => {
    const balances = ledger.balances[k];
    const at = k === OUTSIDE ? -1 : balances.findIndex((balance, b) => balance < 0 && b % R !== CREDITS);
    return at < 0 ? [] : [`${kind} ${Math.floor(at / R)} has ${balances[at]} of ${resources[at % R]}`];
  });
}

/** Who is counted twice, or not at all: in homes, interest groups and branches. */
function miscounted({ residents, households, buildings, communities, groups, branches }: World): string[] {
  const faults: string[] = [];
  const r = residents.columns;
  const rooms = [
    { name: "household", of: r.household, said: households.columns.size, rows: households.rows },
    { name: "building", of: r.building, said: buildings.columns.residents, rows: buildings.rows },
    { name: "community", of: r.community, said: communities.columns.residents, rows: communities.rows },
  ];
  for (const { name, of, said, rows } of rooms) {
    const found = new Uint32Array(rows);
    for (let i = 0; i < residents.rows; i++) found[of[i]]++;
    const at = found.findIndex((count, k) => count !== said[k]);
    if (at >= 0) faults.push(`${name} ${at} says ${said[at]} residents and has ${found[at]}`);
  }
  const [inGroup, inBranch] = [new Uint32Array(groups.rows), new Uint32Array(branches.rows)];
  for (let i = 0; i < residents.rows; i++) {
    const attended = [0, 1, 2].map((k) => r.groups[i * 3 + k]).filter((group) => group >= 0);
    if (new Set(attended).size < attended.length) faults.push(`resident ${i} attends a group twice`);
    for (const group of attended) inGroup[group]++;
    for (const branch of new Set([r.homeBranch[i], r.workBranch[i]])) if (branch >= 0) inBranch[branch]++;
    if (r.pair[i] >= 0 && r.pair[r.pair[i]] !== i) faults.push(`resident ${i} is paired with one who is not with them`);
  }
  const group = inGroup.findIndex((count, k) => count !== groups.columns.members[k]);
  if (group >= 0) faults.push(`group ${group} says ${groups.columns.members[group]} members and has ${inGroup[group]}`);
  const { alive, form, members } = branches.columns; // nobody belongs to a meeting in the place of a branch
  const branch = inBranch.findIndex((count, b) => alive[b] === 1 && form[b] !== MEETING && count !== members[b]);
  if (branch >= 0) faults.push(`branch ${branch} says ${members[branch]} members and has ${inBranch[branch]}`);
  return faults;
}

/** All that no run may show in any week, whatever its scenario. That the ledger balances is seen to by the week itself. */
export const faultsOf = ({ world, recorder }: Run): string[] => [
  ...wrongMeasures(recorder),
  ...wrongColumns(world),
  ...overdrawn(world),
  ...miscounted(world),
  ...faultsOfWork(world),
  ...checkTies(world.ties),
  ...exchangeTiesTwice(world.exchangeTies),
];

/** What is wrong with somebody's work, or with the books of workplaces, organizations and branches. */
export function faultsOfWork({ residents, workplaces, organizations, branches }: World): string[] {
  const r = residents.columns;
  const faults: string[] = [];
  const [employees, employedMembers] = [new Int32Array(workplaces.rows), new Int32Array(workplaces.rows)];
  const [staff, members] = [new Int32Array(organizations.rows), new Int32Array(organizations.rows)];
  const say = (i: number, what: string) => faults.push(`resident ${i}, aged ${r.age[i]}, ${what}`);
  for (let i = 0; i < residents.rows; i++) {
    const [workplace, organization, branch] = [r.workplace[i], r.organization[i], r.workBranch[i]];
    if (r.employed[i] && (r.age[i] < 18 || r.age[i] >= 70)) say(i, "is employed");
    if (!r.employed[i] && (workplace >= 0 || organization >= 0)) say(i, "has a post and no employment");
    if (workplace >= 0 && organization >= 0) say(i, "has two posts");
    if (organization >= 0 && !organizations.columns.alive[organization]) say(i, "works for an organization that has closed");
    if (branch >= 0 && !r.member[i]) say(i, "reports to a branch and is no member");
    if (branch >= 0 && (!branches.columns.alive[branch] || branches.columns.form[branch] === MEETING))
      say(i, "reports to a branch that is none");
    if (branch >= 0 && workplace < 0 && organization < 0) say(i, "reports at work and has no post");
    if (branch >= 0 && organization >= 0 && organizations.columns.branch[organization] !== branch)
      say(i, "reports to the branch of another organization");
    if (workplace >= 0) employees[workplace]++;
    if (workplace >= 0) employedMembers[workplace] += r.member[i];
    if (organization >= 0) staff[organization]++;
    if (organization >= 0) members[organization] += r.member[i];
  }
  for (let k = 0; k < workplaces.rows; k++) {
    if (workplaces.columns.residentEmployees[k] !== employees[k]) faults.push(`workplace ${k} counts other employees`);
    if (workplaces.columns.members[k] !== employedMembers[k]) faults.push(`workplace ${k} counts other members`);
  }
  for (let g = 0; g < organizations.rows; g++) {
    if (!organizations.columns.alive[g]) continue;
    if (organizations.columns.staff[g] !== staff[g]) faults.push(`organization ${g} counts other staff`);
    if (organizations.columns.members[g] !== members[g]) faults.push(`organization ${g} counts other members`);
  }
  return faults;
}
