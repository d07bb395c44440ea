import {
  type Context,
  defineMechanism,
  earns,
  MONEY,
  MONTHS,
  ORGANIZATION,
  OUTSIDE,
  type ParametersOf,
  type World,
} from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { quantity } from "../../scenario/index.ts";
import { reputed } from "../everyoneLearns/reputation.ts";

const SOURCES = 5;
const GOVERNMENT = 0;
const DONATION = 2;
const FEES = 3;
/** Money in hand, in years of pay, from which on staff are paid in full. */
const QUARTER = 0.25;

const parameters = {
  fees: quantity({
    label: { en: "Paid for services", zh: "服务付费" },
    help: {
      en: "What residents spend with registered organizations in all; a good name wins a larger part of it, not more.",
      zh: "居民向登记组织付费的总额；声誉好的组织所占份额更大，总额不变。",
    },
    default: 190,
    min: 0,
    max: 2000,
    unit: "yuan per resident a year",

    rows: ["Z15"],
    source:
      "Pays, with what else comes in, the staff of the start: 40% of 16.7 organizations per 10,000 residents with 9 staff each cost 210 yuan a resident.",
    prior: [100, 400],
  }),
  size: quantity({
    label: { en: "Pull of size", zh: "规模优势" },
    help: {
      en: "At 1 residents pay in proportion to the hours that an organization serves, so that the better known take all in the end; below 1 each has a size that its name carries.",
      zh: "为 1 时按服务工时付费，声誉最好的组织最终占有全部份额；小于 1 时各组织的规模与声誉相称。",
    },
    default: 0.9,
    min: 0,
    max: 1,
    unit: "exponent",

    rows: ["Z15", "H06"],
    prior: [0.5, 1],
  }),
  donations: quantity({
    label: { en: "Donations", zh: "捐赠" },
    help: {
      en: "Where residents trust organizations by one half; in proportion to that trust.",
      zh: "居民对社会组织的信任为 0.5 时的水平，与信任成正比。",
    },
    default: 9,
    min: 0,
    max: 500,
    unit: "yuan per resident a year",

    rows: ["Z15"],
    prior: [2, 40],
  }),
  crowding: quantity({
    label: { en: "Crowding of donations", zh: "挤入与挤出" },
    help: {
      en: "Above 0 government money attracts donations, below 0 it replaces them.",
      zh: "大于 0 表示政府资金带动捐赠，小于 0 表示取代捐赠。",
    },
    default: 0,
    min: -2,
    max: 2,
    unit: "slope",

    rows: ["Z15"],
    evidence: "S",
    source: "Two thirds of estimates negative, one third positive [S104]; 0.4 yuan per yuan at network level in China [S8].",
    prior: [-0.64, 0.4],
  }),
  pay: quantity({
    label: { en: "Pay", zh: "人员成本" },
    help: { en: "Organizations with less than a quarter of it in hand pay less.", zh: "现有资金不足一个季度所需的组织少付。" },
    default: 35_000,
    min: 0,
    max: 500_000,
    unit: "yuan per member of staff a year",
    prior: [25_000, 60_000],
  }),
  savings: quantity({
    label: { en: "Savings", zh: "结余上限" },
    help: {
      en: "An organization keeps the pay of its staff and of one more for so long; it gives back the rest.",
      zh: "组织保留现有人员另加一人在此期间的人员成本，其余退还。",
    },
    default: 1,
    min: 0,
    max: 10,
    unit: "years of pay",
    prior: [0.25, 2],
  }),
};

/** Residents pay and donate out of a purse of their own; organizations pay their staff, save for a year and give back the rest [B1-B7, Z15]. */
export const ownIncome = defineMechanism({
  id: "ownIncome",
  phase: "resourcesAreExchanged",
  scope: "district",
  every: "month",
  inWeek: 1,
  title: { en: "Donations, fees and costs", zh: "捐赠、收费与成本" },
  summary: {
    en: "Every four weeks residents pay and donate what they set aside for it, to those who serve and are well spoken of; staff are paid, and what is beyond a year's pay is given back.",
    zh: "每 4 周居民将预留的款项付给或捐给声誉好的服务者；组织支付人员成本，超出一年所需的部分退还。",
  },
  rows: ["Z15", "B7"],
  specification: {
    equation: [
      "fees_g = F H_g^e T_g / Σ H^e T, registered ones ; F = f R / 13",
      "donation_g = D V_g T_g max(0, 1 + κ s_g) / Σ V T ; D = d Σ_i 2 τ_i / 13",
      "cost_g = y staff min(1, 4 M_g / y staff) / 13, without staff M_g / 13 ; given back = max(0, M_g − a y (staff + 1))",
    ].join("\n"),
    symbols: {
      "F, D": "yuan that residents pay and donate this month",
      "f, d": "yuan per resident a year",
      R: "residents",
      τ_i: "trust of a resident in organizations, 0-1",
      "H, V": "minutes of service this week, and volunteers",
      e: "pull of size",
      T: "reputation, 0-1",
      "κ, s": "crowding of donations by government money (in above 0, out below), and its share in last year's income",
      M: "money held, yuan",
      y: "yuan per member of staff a year",
      a: "years of pay that may be saved",
    },
    source: "Sources of income of Z15. The purse of fees pays the staff that organizations have at the start.",
    departures:
      "Prices are the same for all types, and residents turn to any organization of the district. What nobody serves for is not paid. Groups without staff spend on their activities a thirteenth of what they hold.",
    draws: "none",
    harm: "The purse is one: who has more staff and a better name takes from the others.",
  },
  rivals: ["mechanisms.ownIncome.crowding"],
  parameters,
  ofDistrict: ["size"],
  reads: [
    "organizations.alive",
    "organizations.community",
    "organizations.hoursService",
    "organizations.incomeLast",
    "organizations.registered",
    "organizations.reputation",
    "organizations.staff",
    "organizations.volunteers",
    "residents.trustOrganizations",
  ],
  writes: ["ledger", "organizations.incomeYear"],
  measures: ["income_donation", "income_commercial", "org_income_gini", "org_money_per_staff", "orgs_closed"],
  step(world, context) {
    payForServices(world, context);
    donate(world, context);
    payStaff(world, context);
  },
});

type Month = Context<ParametersOf<typeof parameters>>;

/** Residents pay those who serve, by time and name. */
function payForServices(world: World, context: Month): void {
  const { organizations, communities } = world;
  const o = organizations.columns;
  const { size } = context.parameters;
  let purse = 0;
  for (let c = 0; c < communities.rows; c++) purse += (context.at(c)?.parameters.fees ?? 0) * communities.columns.residents[c];
  const weight = world.scratch("ownIncome/weight", Float64Array, organizations.rows);
  for (let g = 0; g < organizations.rows; g++) weight[g] = o.registered[g] ? pow(o.hoursService[g], size) * reputed(organizations, g) : 0;
  share(world, context, purse / MONTHS, weight, FEES);
}

/** Residents give as they trust, to those who have volunteers and a name. */
function donate(world: World, context: Month): void {
  const { organizations, communities, residents } = world;
  const o = organizations.columns;
  const { trustOrganizations: counts } = residents.columns;
  const { firstResident, residents: count } = communities.columns;
  let purse = 0;
  for (let c = 0; c < communities.rows; c++) {
    const here = context.at(c);
    if (here === undefined) continue;
    let trust = 0;
    for (let i = firstResident[c]; i < firstResident[c] + count[c]; i++)
      trust += (counts[i * 2] + 1) / (counts[i * 2] + counts[i * 2 + 1] + 2);
    purse += here.parameters.donations * 2 * trust;
  }
  const weight = world.scratch("ownIncome/weight", Float64Array, organizations.rows);
  for (let g = 0; g < organizations.rows; g++) weight[g] = o.volunteers[g] * reputed(organizations, g);
  share(world, context, purse / MONTHS, weight, DONATION, (g, crowding) => Math.max(0, 1 + crowding * fromGovernment(world, g)));
}

/** Share of government money in last year's income. */
function fromGovernment({ organizations }: World, g: number): number {
  const { incomeLast } = organizations.columns;
  let all = 0;
  for (let s = 0; s < SOURCES; s++) all += incomeLast[g * SOURCES + s];
  return all > 0 ? incomeLast[g * SOURCES + GOVERNMENT] / all : 0;
}

/**
 * Divides a purse among organizations that live where this mechanism is on.
 *
 * @param weight  [g] its claim; set to 0 where there is none
 * @param factor  changes what one receives of its part
 */
function share(
  world: World,
  context: Month,
  purse: number,
  weight: Float64Array,
  source: number,
  factor: (g: number, crowding: number) => number = () => 1,
): void {
  const { ledger, organizations } = world;
  const o = organizations.columns;
  let sum = 0;
  for (let g = 0; g < organizations.rows; g++) {
    if (!o.alive[g] || context.at(o.community[g]) === undefined) weight[g] = 0;
    sum += weight[g];
  }
  if (sum === 0) return;
  for (let g = 0; g < organizations.rows; g++) {
    if (weight[g] === 0) continue;
    const crowding = context.at(o.community[g])?.parameters.crowding ?? 0;
    const yuan = Math.floor(((purse * weight[g]) / sum) * factor(g, crowding));
    ledger.move(MONEY, OUTSIDE, 0, ORGANIZATION, g, yuan);
    earns(world, g, source, yuan);
  }
}

/** Staff are paid as far as money goes; what is beyond the savings goes back to those who gave it. */
function payStaff({ ledger, organizations }: World, context: Month): void {
  const o = organizations.columns;
  for (let g = 0; g < organizations.rows; g++) {
    const here = context.at(o.community[g]);
    if (!o.alive[g] || here === undefined) continue;
    const p = here.parameters;
    const money = ledger.balance(MONEY, ORGANIZATION, g);
    const bill = p.pay * o.staff[g];
    const cost = Math.min(money, Math.ceil(bill > 0 ? Math.min(bill, money / QUARTER) / MONTHS : money / MONTHS));
    const saved = Math.round(p.savings * p.pay * (o.staff[g] + 1));
    ledger.move(MONEY, ORGANIZATION, g, OUTSIDE, 0, cost + Math.max(0, money - cost - saved));
  }
}
