import { type Context, defineMechanism, MONEY, MONTHS, ORGANIZATION, type ParametersOf, type World, YEAR } from "../../engine/index.ts";
import { exp, pow } from "../../numeric/index.ts";
import { probability, quantity } from "../../scenario/index.ts";
import { closeOrganization, foundOrganization } from "./foundOrganization.ts";

/** Yuan in hand for each member of staff below which an organization is dry. */
const MONTH_OF_PAY = 2500;
const NONE = 0;

const parameters = {
  founding: quantity({
    label: { en: "Founding rate", zh: "成立率" },
    help: { en: "While there are as many as at the start and all have full autonomy.", zh: "组织数等于初始数且都完全自主时。" },
    default: 0.07,
    min: 0,
    max: 1,
    unit: "a year per organization of the start",

    rows: ["Z01", "H03"],
    prior: [0.025, 0.15],
    fitted: "28: net growth of 3-8% a year with support [S30].",
  }),
  exit: probability({
    label: { en: "Closing rate", zh: "注销率" },
    help: { en: "Of an organization of mean age and size.", zh: "成立年限与规模居中的组织。" },
    default: 0.04,
    per: "year",

    rows: ["Z01"],
    max: 0.5,
    prior: [0.02, 0.08],
    evidence: "M",
    source: "eq. 4.15: base exit of 2-8% a year.",
  }),
  legitimation: quantity({
    label: { en: "Legitimation", zh: "合法化效应" },
    help: {
      en: "The larger, the more a growing number invites founding and keeps organizations open.",
      zh: "越大，组织增多越能带动成立、减少注销。",
    },
    default: 1,
    min: 0,
    max: 10,
    unit: "log rate per relative density",

    evidence: "M",
    source: "eq. 4.15: positive.",
  }),
  competition: quantity({
    label: { en: "Competition", zh: "竞争效应" },
    help: { en: "The larger, the sooner crowding deters founding and closes organizations.", zh: "越大，拥挤越早抑制成立、增加注销。" },
    default: 0.75,
    min: 0,
    max: 20,
    unit: "log rate per squared relative density",

    evidence: "M",
    source: "eq. 4.15: negative in the square.",
  }),
  newness: quantity({
    label: { en: "Liability of newness", zh: "新生劣势" },
    help: { en: "The larger, the more young organizations are at risk.", zh: "越大，年轻组织越易注销。" },
    default: 0.4,
    min: 0,
    max: 1,
    unit: "exponent",

    evidence: "M",
    prior: [0.2, 0.6],
    source: "eq. 4.15: 0.2-0.6.",
  }),
  withoutMoney: quantity({
    label: { en: "Risk without money", zh: "缺钱风险" },
    help: {
      en: "Multiplies the closing of registered organizations without money or income.",
      zh: "没有资金或收入的登记组织，注销率增加到的倍数。",
    },
    default: 2,
    min: 1,
    max: 10,
    unit: "times",

    rows: ["Z15"],
  }),
};

/** Social organizations are founded and close as their number, age and size bid (eq. 4.15) [T03, Z01]. */
export const densityDependence = defineMechanism({
  id: "densityDependence",
  phase: "organizationsComeAndGo",
  scope: "district",
  every: "month",
  inWeek: 0,
  title: { en: "Density dependence", zh: "密度依赖" },
  summary: {
    en: "Founding first rises and then falls with the number of organizations; the young and the small close more often.",
    zh: "成立率随组织数量先升后降；年轻与小型组织更易注销。",
  },
  rows: ["Z01", "Z08", "G2"],
  specification: {
    equation: [
      "λ = f N0 v(n) aut / 13 a month ; v(n) = exp(a1 (n − 1) − a2 (n² − 1)) ; n = N / N0",
      "μ = x / v(n) · min(3, (age + ½)^−c) · (staff + volunteers/4 + 1)^−0.3 · 2^0.9 · h(money) / 13 a month",
    ].join("\n"),
    symbols: {
      N: "organizations alive",
      N0: "organizations at the start",
      f: "founding a year per organization of the start",
      aut: "mean autonomy of organizations, 0-1: who sees others without a say founds less",
      x: "exit a year of an organization of mean age and size",
      c: "liability of newness",
      h: "1 with money, w without money or income, registered ones only",
    },
    source: "eq. 4.15 (Hannan & Freeman 1989; Hannan & Carroll 1992); founding 0.07, exit 0.04 a year (references: starting values).",
    departures: "Every fourth week. Density counts the district as a whole.",
    harm: "Crowding closes the young and the small first, whatever they do well.",
    draws: "agent = 0: 0 number founded; stream close, agent = organization: 0; stream new, agent = organization: 0-15 its features.",
  },
  chances: {
    close: {
      0: { of: "organization", en: "closes", zh: "注销" },
    },
  },
  parameters,
  ofDistrict: ["founding", "legitimation", "competition"],
  reads: ["branches.form", "residents.member", "residents.workplace"],
  writes: [
    "branches.alive",
    "branches.members",
    "branches.memberOrganizations",
    "exchangeTies",
    "ledger",
    "organizations",
    "residents.organization",
    "residents.workBranch",
  ],
  measures: ["orgs_alive", "orgs_founded", "orgs_closed", "org_age_median", "org_type_entropy"],
  step(world, context) {
    const { alive } = world.organizations.columns;
    let count = 0;
    for (let g = 0; g < world.organizations.rows; g++) count += alive[g];
    closeSome(world, context, count);
    foundSome(world, context, count);
  },
});

type Density = Context<ParametersOf<typeof parameters>>;

/** How much density invites: the more there are the better they are known, until they crowd each other. */
function invited(world: World, { parameters: p }: Density, alive: number): number {
  const n = alive / Math.max(1, world.scenario.organizations.count);
  return exp(p.legitimation * (n - 1) - p.competition * (n * n - 1));
}

/**
 * Organizations close by density, age, size and money.
 *
 * @param alive  organizations before any closed
 */
function closeSome(world: World, context: Density, alive: number): void {
  const { organizations, ledger } = world;
  const o = organizations.columns;
  const draws = context.stream("close");
  const crowding = 1 / invited(world, context, alive);
  for (let g = 0; g < organizations.rows; g++) {
    const here = context.at(o.community[g]);
    if (!o.alive[g] || here === undefined) continue;
    const p = here.parameters;
    const age = (context.week - o.founded[g]) / YEAR;
    const size = o.staff[g] + o.volunteers[g] / 4;
    const poor = o.registered[g] && ledger.balance(MONEY, ORGANIZATION, g) < MONTH_OF_PAY * o.staff[g];
    // Of the age of seven years and a size of seven, the factors are near one.
    const rate =
      p.exit * crowding * Math.min(3, pow((age + 0.5) / 7.5, -p.newness)) * pow((size + 1) / 8, -0.3) * (poor ? p.withoutMoney : 1);
    if (draws.chance(g, 1 - exp(-rate / MONTHS), 0)) closeOrganization(world, g, context.week);
  }
}

/** Mean autonomy of organizations: what whoever thinks of founding one sees of those that there are. */
function sayOf({ organizations }: World): number {
  const { alive, autonomy } = organizations.columns;
  let [sum, count] = [0, 0];
  for (let g = 0; g < organizations.rows; g++) {
    sum += alive[g] * autonomy[g];
    count += alive[g];
  }
  return count > 0 ? sum / count : 1;
}

/** @param alive  organizations before any closed */
function foundSome(world: World, context: Density, alive: number): void {
  const start = world.scenario.organizations.count;
  if (start === NONE) return;
  const p = context.parameters;
  const rate = p.founding * start * invited(world, context, alive) * sayOf(world);
  const founded = context.draws.poisson(0, rate / MONTHS, 0);
  const draws = context.stream("new");
  const how = { where: (c: number) => context.at(c) !== undefined };
  const first = world.organizations.rows;
  for (let k = 0; k < founded; k++) foundOrganization(world, context.week, how, draws, first + k);
}
