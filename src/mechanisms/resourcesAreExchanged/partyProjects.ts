import { defineMechanism, grant, YEAR } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { formAsked } from "../../population/index.ts";
import { quantity } from "../../scenario/index.ts";
import { hire, letGo, listStaff, wantsMember } from "../organizationsComeAndGo/staffing.ts";

const GOVERNMENT = 0;
const NONE = -1;

/** Line 2, party building and projects: time-limited projects, and what is left when they end [B2, Z19]. */
export const partyProjects = defineMechanism({
  id: "partyProjects",
  phase: "resourcesAreExchanged",
  scope: "organization",
  every: "week",
  title: { en: "“Party building + projects”", zh: "“党建+项目”" },
  summary: {
    en: "Covered organizations win projects of limited time, which pay for one more post; at the end whoever has it goes, unless the project takes root.",
    zh: "被覆盖组织承接限期项目，经费增设一个岗位；结项后人员离开，除非项目扎根。",
  },
  rows: ["B2", "Z19", "Z06"],
  partyBuilding: true,
  specification: {
    equation:
      "P(project in a week) = 1 − e^(−r/52) without one ; money + y and staff + 1 at its start ; a year later staff − 1, unless it takes root with chance ½ + autonomy/2",
    symbols: { r: "projects a year", y: "yuan" },
    source: "B2: projectification, short horizon, staff churn; Z19: a project that takes root keeps its post.",
    departures: "Organizations without paid staff get the money alone.",
    draws: "agent = organization: 0 wins, 1 takes root, 2 who is hired, 3 who goes, 4 whether the one hired is a party member.",
    placebo: "The same project, with its post: nothing in it is the party's but who is covered, and the same are in the placebo.",
    harm: "Churn: somebody new dilutes what the staff know, and takes along what they learnt (organizationLearning).",
  },
  chances: {
    "": {
      0: { of: "organization", en: "wins a project", zh: "承接项目" },
      1: { of: "organization", en: "the project takes root", zh: "项目扎根" },
    },
  },
  parameters: {
    rate: quantity({
      label: { en: "Projects won", zh: "承接率" },
      help: { en: "By an organization without a running project.", zh: "限于手上没有项目的组织。" },
      default: 0.3,
      min: 0,
      max: 12,
      unit: "a year",
      rows: ["B2"],
    }),
  },
  reads: [
    "organizations.branch",
    "organizations.community",
    "organizations.coverage",
    "organizations.meeting",
    "organizations.placebo",
    "organizations.registered",
    "residents.member",
    "residents.workplace",
  ],
  writes: [
    "branches.members",
    "ledger",
    "organizations.incomeYear",
    "organizations.members",
    "organizations.newcomers",
    "organizations.project",
    "organizations.staff",
    "residents.organization",
    "residents.workBranch",
    "weekTotals.communities.programmeMoney",
  ],
  measures: ["org_quality_mean", "money_spent_programme"],
  step(world, context, g) {
    const { parameters: p, draws, week } = context;
    const o = world.organizations.columns;
    if (o.project[g] >= 0 && week >= o.project[g]) {
      o.project[g] = NONE;
      if (!draws.chance(g, 0.5 + o.autonomy[g] / 2, 1) && o.staff[g] > 1) letGo(world, listStaff(world), draws, g, 3);
    }
    if (o.project[g] >= 0 || formAsked(world.organizations, g) === 0) return;
    if (!draws.chance(g, chanceOf(p.rate / YEAR), 0)) return;
    grant(world, g, GOVERNMENT, world.scenario.prices.grant);
    o.project[g] = week + YEAR;
    if (o.registered[g]) hire(world, draws, g, 2, wantsMember(world, draws, g, 4));
  },
  leave(world, _context, c) {
    const { project, community } = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) if (community[g] === c) project[g] = NONE;
  },
});
