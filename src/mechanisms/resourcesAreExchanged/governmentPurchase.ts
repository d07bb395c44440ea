import { COMMUNITY, defineMechanism, MONEY, OUTSIDE, type World, YEAR } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { choice, quantity } from "../../scenario/index.ts";
import { award, ranked, wholeLots } from "./tender.ts";

const GOVERNMENT = 0;

/** Once a year the district pays communities their budgets and organizations their contracts (eq. 4.23) [Z15]. */
export const governmentPurchase = defineMechanism({
  id: "governmentPurchase",
  phase: "resourcesAreExchanged",
  scope: "district",
  every: "year",
  inWeek: 1,
  title: { en: "Government purchase of services", zh: "政府购买服务" },
  summary: {
    en: "Once a year contracts of equal size go to registered organizations with a record and staff, by merit, legitimacy or lot; communities receive money for matters.",
    zh: "每年按绩效、合法性或抽签，将等额合同授予有业绩和人手的登记组织，并拨付社区经费。",
  },
  rows: ["Z15", "H06", "H03"],
  specification: {
    equation:
      "budget / lot contracts, each to the highest w that is free for it ; w = q (merit), leg^g q (legitimacy), u ~ U(0, 1) (lottery) ; at most staff / h each",
    symbols: {
      q: "quality, 0-1",
      leg: "legitimacy, 0-1",
      g: "weight of legitimacy",
      budget: "yuan a year",
      lot: "yuan",
      h: "members of staff that a contract keeps busy",
    },
    source: "eq. 4.23 (Merton 1968; Barabási & Albert 1999); g in 0-1.5, g = 0 is merit, the lottery the control.",
    departures: "A rest of the budget is one more contract with the chance that it is of one.",
    draws: "stream lottery, agent = organization: 0 lot, 1 between equals; agent = 0: 0 rest of the budget.",
    harm: "legitimacyWeight above 0 concentrates money [H06]; reliance on it lowers autonomy (powerDependence) [H03].",
  },
  parameters: {
    budget: quantity({
      label: { en: "Budget", zh: "购买预算" },
      help: { en: "Spent in contracts of one size.", zh: "以等额合同的形式支出。" },
      default: 5,
      min: 0,
      max: 200,
      unit: "yuan per resident a year",

      rows: ["Z15"],
      source: "0.02-0.1% of a general budget of 5.08 bn yuan over 658,537 residents is 1.5-7.7 (references: starting values).",
      prior: [1.5, 7.7],
    }),
    lot: quantity({
      label: { en: "Size of a contract", zh: "单项合同额" },
      help: { en: "Indivisible: the larger, the fewer organizations have one.", zh: "不可分割；越大，获得合同的组织越少。" },
      default: 70_000,
      min: 1000,
      max: 1_000_000,
      unit: "yuan",

      rows: ["Z15"],
      evidence: "S",
      source: "As projects of venture philanthropy: 60,000 to 137,000 yuan [S38]-[S40].",
      prior: [60_000, 137_000],
    }),
    record: quantity({
      label: { en: "Track record", zh: "从业年限要求" },
      help: { en: "Younger organizations may not bid.", zh: "成立年限不足的组织不得投标。" },
      default: 1,
      min: 0,
      max: 20,
      unit: "years",

      rows: ["Z15"],
      prior: [0, 3],
      evidence: "M",
      source: "Who bids has passed an annual inspection: Ministry of Finance 2014, document 96, article 7.",
    }),
    staffing: quantity({
      label: { en: "Least size to bid", zh: "投标最小规模" },
      help: { en: "Who has fewer may not bid; who has twice as many may hold two.", zh: "人手不足者不得投标；人手为两倍者可承接两项。" },
      default: 2,
      min: 1,
      max: 50,
      unit: "members of staff",

      rows: ["Z15"],
      prior: [1, 4],
    }),
    rule: choice(["merit", "legitimacy", "lottery"], {
      label: { en: "Rule of allocation", zh: "分配规则" },
      help: {
        en: "Merit looks at quality, legitimacy at legitimacy, a lottery at neither.",
        zh: "择优看质量，按合法性看合法性，抽签两者都不看。",
      },
      default: "legitimacy",

      rows: ["Z15", "H06"],
    }),
    legitimacyWeight: quantity({
      label: { en: "Weight of legitimacy", zh: "合法性指数" },
      help: { en: "Under the rule of legitimacy; the larger, the more money is concentrated.", zh: "按合法性分配时；越大，资金越集中。" },
      default: 1,
      min: 0,
      max: 3,
      unit: "exponent",

      rows: ["H06"],
      evidence: "M",
      prior: [0, 1.5],
      source: "eq. 4.23: exponents of 0-1.5.",
    }),
    communityBudget: quantity({
      label: { en: "Community budget", zh: "社区经费" },
      help: { en: "Pays for what matters need.", zh: "用于办理事项所需的支出。" },
      default: 50,
      min: 0,
      max: 500,
      unit: "yuan per resident a year",

      source: "About six tenths of a percent of the general budget revenue of 5.08 bn yuan [S12].",
    }),
  },
  ofDistrict: ["budget", "lot", "record", "staffing", "rule", "legitimacyWeight"],
  reads: [
    "organizations.alive",
    "organizations.community",
    "organizations.founded",
    "organizations.legitimacy",
    "organizations.quality",
    "organizations.registered",
    "organizations.staff",
  ],
  writes: ["ledger", "organizations.incomeYear"],
  measures: ["income_government", "org_income_gini", "org_income_top_tenth_share", "matters_open", "settlement_rate_true"],
  step(world, context) {
    const { ledger, organizations, communities } = world;
    const { parameters: p } = context;
    const o = organizations.columns;
    for (let c = 0; c < communities.rows; c++) {
      takeBack(world, c);
      const here = context.at(c);
      if (here)
        ledger.move(MONEY, OUTSIDE, 0, COMMUNITY, c, Math.round(here.parameters.communityBudget * communities.columns.residents[c]));
    }
    const n = organizations.rows;
    const lottery = context.stream("lottery");
    const capacity = (g: number) => Math.floor(o.staff[g] / p.staffing);
    const mayBid = (g: number) =>
      o.alive[g] && o.registered[g] && context.at(o.community[g]) && context.week - o.founded[g] >= p.record * YEAR && capacity(g) > 0;
    const score = world.scratch("governmentPurchase/score", Float64Array, n);
    for (let g = 0; g < n; g++) {
      if (!mayBid(g)) score[g] = -1;
      else if (p.rule === "merit") score[g] = o.quality[g];
      else if (p.rule === "lottery") score[g] = lottery.uniform(g, 0);
      else score[g] = pow(o.legitimacy[g], p.legitimacyWeight) * o.quality[g];
    }
    const lot = Math.round(p.lot);
    const lots = wholeLots((p.budget * world.residents.rows) / lot, context.draws.uniform(0, 0));
    award(world, lots, lot, ranked(score, n, lottery), p.rule === "lottery" ? (g) => Math.min(1, capacity(g)) : capacity, GOVERNMENT);
  },
  leave(world, _context, c) {
    takeBack(world, c);
  },
});

/** What a community did not spend goes back. */
function takeBack({ ledger }: World, c: number): void {
  ledger.move(MONEY, COMMUNITY, c, OUTSIDE, 0, ledger.balance(MONEY, COMMUNITY, c));
}
