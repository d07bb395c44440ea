import { agentTables, holderKinds, isOpen, MONEY, usualCompliance, type World } from "../engine/index.ts";
import type { Fact, FactName } from "../words/index.ts";
import type { InspectedKind } from "./protocol.ts";

/** Facts in the order in which they are shown. */
type Facts = Readonly<Partial<Record<FactName, number>>>;

/** What there is to say of one agent, by its kind. */
const facts: Readonly<Record<InspectedKind, (world: World, index: number) => Facts>> = {
  resident: ofResident,
  organization: ofOrganization,
  branch: ofBranch,
  community: ofCommunity,
  workplace: ofWorkplace,
  district: ofDistrict,
  station: (world, index) => ({ money: moneyOf(world, "station", index) }),
};

/** What there is to say of an agent now; undefined if there is no such agent. */
export function factsOf(world: World, kind: InspectedKind, index: number): Fact[] | undefined {
  const rows = kind in agentTables ? world[agentTables[kind as keyof typeof agentTables]].rows : 1;
  if (index < 0 || index >= rows) return undefined;
  return Object.entries(facts[kind](world, index)).map(([name, value]) => ({ name: name as FactName, value }));
}

const moneyOf = ({ ledger }: World, kind: InspectedKind, index: number): number => ledger.balance(MONEY, holderKinds.indexOf(kind), index);

function ofResident({ residents, ties }: World, i: number): Facts {
  const r = residents.columns;
  /** Mean of Beta counts. */
  const trust = (counts: Float32Array) => (counts[i * 2] + 1) / (counts[i * 2] + counts[i * 2 + 1] + 2);
  return {
    age: r.age[i],
    sex: r.female[i],
    estate: r.estate[i],
    tenure: r.tenure[i],
    employed: r.employed[i],
    partyMember: r.member[i],
    volunteer: r.registered[i],
    timeBankMember: r.timeBankMember[i],
    interestGroups: r.groups.subarray(i * 3, i * 3 + 3).filter((group) => group >= 0).length,
    acquaintances: ties.degree[i],
    freeTime: r.freeMinutes[i],
    given: r.minutesYear[i] / 60,
    motivation: r.motivation[i],
    fatigue: r.fatigue[i],
    trustNeighbours: trust(r.trustNeighbours),
    trustCommunity: trust(r.trustCommunity),
    trustOrganizations: trust(r.trustOrganizations),
    selfManagement: r.ability[i * 4],
    selfEducation: r.ability[i * 4 + 1],
    selfService: r.ability[i * 4 + 2],
    selfSupervision: r.ability[i * 4 + 3],
    awareness: r.awareness[i],
    satisfaction: r.satisfaction[i],
  };
}

function ofOrganization(world: World, g: number): Facts {
  const o = world.organizations.columns;
  const sources = o.incomeLast.subarray(g * 5, g * 5 + 5);
  const income = sources.reduce((sum, amount) => sum + amount, 0);
  return {
    organizationType: o.type[g],
    registered: o.registered[g],
    alive: o.alive[g],
    yearsSinceFounding: (world.week - o.founded[g]) / 52,
    staff: o.staff[g],
    partyMembers: o.members[g],
    volunteers: o.volunteers[g],
    coverage: o.coverage[g],
    quality: o.quality[g],
    legitimacy: o.legitimacy[g],
    autonomy: o.autonomy[g],
    dependence: o.dependence[g],
    adminShare: o.adminShare[g],
    income,
    fromGovernment: income > 0 ? sources[0] / income : 0,
    service: o.hoursUsed[g] / 60,
    money: moneyOf(world, "organization", g),
  };
}

function ofBranch({ branches, week }: World, k: number): Facts {
  const b = branches.columns;
  return {
    branchForm: b.form[k],
    alive: b.alive[k],
    partyMembers: b.members[k],
    memberOrganizations: b.memberOrganizations[k],
    yearsSinceFounding: (week - b.founded[k]) / 52,
    secretary: b.secretary[k],
    activity: b.activity[k],
    reported: b.reported[k],
    monthsHeld: b.held[k],
  };
}

function ofCommunity(world: World, c: number): Facts {
  const { village, residents, adults, buildings, staff } = world.communities.columns;
  const m = world.matters.columns;
  let open = 0;
  for (let q = 0; q < world.matters.rows; q++) if (m.community[q] === c && isOpen(m.state[q])) open++;
  return {
    communityKind: village[c],
    residents: residents[c],
    adults: adults[c],
    buildings: buildings[c],
    workers: staff[c],
    norm: usualCompliance(world, c),
    openMatters: open,
    money: moneyOf(world, "community", c),
  };
}

function ofWorkplace({ workplaces }: World, k: number): Facts {
  const { kind, employees, residentEmployees, members } = workplaces.columns;
  return {
    workplaceKind: kind[k],
    employees: employees[k],
    residentEmployees: residentEmployees[k],
    partyEmployees: members[k],
  };
}

function ofDistrict({ residents, communities, district }: World): Facts {
  const { coverage } = district.columns;
  return {
    residents: residents.rows,
    communities: communities.rows,
    reportedCoverage: coverage[0],
  };
}
