import { type Context, defineMechanism, MONEY, MONTHS, ORGANIZATION, type ParametersOf, type World, YEAR } from "../../engine/index.ts";
import { exp, pow } from "../../numeric/index.ts";
import { probability, quantity, share } from "../../scenario/index.ts";
import { closeOrganization, foundOrganization } from "./foundOrganization.ts";

const NONE = 0;
const IN_INCUBATOR = 1;
const BY_RESIDENTS = 0;

const parameters = {
  founding: quantity({
    default: 0.07,
    min: 0,
    max: 1,
    unit: "a year per organization of the start",
    en: "Founding rate, f.",
    zh: "年成立率。",
    rows: ["Z01"],
    prior: [0.02, 0.12],
  }),
  exit: probability({
    default: 0.04,
    per: "year",
    en: "Closing of an organization of mean age and size, x.",
    zh: "平均年龄与规模组织的年注销率。",
    rows: ["Z01"],
    max: 0.5,
    prior: [0.01, 0.1],
  }),
  legitimation: quantity({
    default: 1,
    min: 0,
    max: 10,
    unit: "log rate per relative density",
    en: "How far more organizations invite founding, a1.",
    zh: "合法化效应。",
    evidence: "M",
  }),
  competition: quantity({
    default: 2,
    min: 0,
    max: 20,
    unit: "log rate per squared relative density",
    en: "How far crowding deters founding, a2.",
    zh: "竞争效应。",
    evidence: "M",
  }),
  newness: quantity({
    default: 0.4,
    min: 0,
    max: 1,
    unit: "exponent",
    en: "Liability of newness, c.",
    zh: "新生劣势指数。",
    evidence: "M",
    prior: [0.2, 0.6],
  }),
  withoutMoney: quantity({
    default: 2,
    min: 1,
    max: 10,
    unit: "times",
    en: "How much likelier a registered organization without money or income closes.",
    zh: "无资金的登记组织注销倍数。",
    rows: ["Z15"],
  }),
  sheltered: share({
    default: 0.4,
    of: "the exit rate",
    en: "What is left of the exit rate inside an incubator.",
    zh: "孵化器内注销率的剩余比例。",
    rows: ["G2"],
  }),
  registered: share({
    default: 0.3,
    of: "new organizations",
    en: "Share of new organizations that register at once.",
    zh: "新组织即时登记的比例。",
  }),
};

/** Social organizations are founded and close as their number, age and size bid (eq. 4.15) [T03, Z01]. */
export const densityDependence = defineMechanism({
  id: "densityDependence",
  verb: "organizationsComeAndGo",
  scope: "district",
  every: "month",
  phase: 0,
  title: { en: "Density dependence", zh: "密度依赖" },
  summary: {
    en: "Founding first rises and then falls with the number of organizations; the young and the small close more often.",
    zh: "成立率随组织数量先升后降；年轻与小型组织更易注销。",
  },
  rows: ["Z01", "Z08", "G2"],
  sheet: {
    equation: [
      "λ = f N0 exp(a1 (n − 1) − a2 (n − 1)²) / 13 a month ; n = N / N0",
      "μ = x · min(3, (age + ½)^−c) · (staff + volunteers/4 + 1)^−0.3 · 2^0.9 · h(money) · s(shell) / 13 a month",
    ].join("\n"),
    symbols: {
      N: "organizations alive",
      N0: "organizations at the start",
      f: "founding a year per organization of the start",
      x: "exit a year of an organization of mean age and size",
      c: "liability of newness",
      s: "what is left of the rate inside an incubator, 1 outside",
      h: "1 with money, w without money or income, registered ones only",
    },
    source: "eq. 4.15 (Hannan & Freeman 1989; Hannan & Carroll 1992); founding 0.07, exit 0.04 a year (science.md 9).",
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
  reads: ["organizations", "ledger", "residents"],
  writes: [
    "organizations",
    "branches.units",
    "branches.members",
    "branches.alive",
    "residents.organization",
    "residents.workBranch",
    "ledger",
  ],
  measures: ["orgs_alive", "orgs_founded", "orgs_closed", "org_age_median", "org_type_entropy"],
  step(world, context) {
    const { alive } = world.organizations.columns;
    let count = 0;
    for (let g = 0; g < world.organizations.rows; g++) count += alive[g];
    closeSome(world, context);
    foundSome(world, context, count);
  },
});

type Density = Context<ParametersOf<typeof parameters>>;

/** Organizations close by age, size, money and shelter. */
function closeSome(world: World, context: Density): void {
  const { organizations, ledger } = world;
  const o = organizations.columns;
  const draws = context.stream("close");
  for (let g = 0; g < organizations.rows; g++) {
    const here = context.at(o.community[g]);
    if (!o.alive[g] || here === undefined) continue;
    const p = here.parameters;
    const age = (context.week - o.founded[g]) / YEAR;
    const size = o.staff[g] + o.volunteers[g] / 4;
    const poor = o.registered[g] && ledger.balance(MONEY, ORGANIZATION, g) === 0 && o.incomeYear[g * 5] === 0;
    // Of the age of seven years and a size of seven, the factors are near one.
    const rate =
      p.exit *
      Math.min(3, pow((age + 0.5) / 7.5, -p.newness)) *
      pow((size + 1) / 8, -0.3) *
      (poor ? p.withoutMoney : 1) *
      (o.incubation[g] === IN_INCUBATOR ? p.sheltered : 1);
    if (draws.chance(g, 1 - exp(-rate / MONTHS), 0)) closeOrganization(world, g, context.week);
  }
}

/** @param alive  organizations before any closed */
function foundSome(world: World, context: Density, alive: number): void {
  const start = world.scenario.organizations.count;
  if (start === NONE) return;
  const p = context.parameters;
  const n = alive / start;
  const rate = p.founding * start * exp(p.legitimation * (n - 1) - p.competition * (n - 1) * (n - 1));
  const founded = context.draws.poisson(0, rate / MONTHS, 0);
  const draws = context.stream("new");
  const how = { registered: p.registered, founder: BY_RESIDENTS, where: (c: number) => context.at(c) !== undefined };
  const first = world.organizations.rows;
  for (let k = 0; k < founded; k++) foundOrganization(world, context.week, how, draws, first + k);
}
