import { COMMUNITY, DISTRICT, defineMechanism, MONEY, ORGANIZATION, OUTSIDE, type World } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { choice, quantity } from "../../scenario/index.ts";

const SOURCES = 5;
const GOVERNMENT = 0;

/** Once a year the district pays communities their budgets and organizations their contracts (eq. 4.23) [Z15]. */
export const governmentPurchase = defineMechanism({
  id: "governmentPurchase",
  verb: "resourcesAreExchanged",
  scope: "district",
  every: "year",
  phase: 1,
  title: { en: "Government purchase of services", zh: "政府购买服务" },
  summary: {
    en: "Once a year registered organizations receive shares of a budget by merit, legitimacy or lot; communities receive money for matters.",
    zh: "每年按绩效、合法性或抽签向登记组织分配购买服务资金，并拨付社区经费。",
  },
  rows: ["Z15", "H06", "H03"],
  sheet: {
    equation: "contract_i = budget · w_i / Σ w ; w = q (merit), leg^g q (legitimacy), u ~ U(0, 1) (lottery)",
    symbols: { q: "quality, 0-1", leg: "legitimacy, 0-1", g: "weight of legitimacy", budget: "yuan a year" },
    source: "eq. 4.23 (Merton 1968; Barabási & Albert 1999); g in 0-1.5, g = 0 is merit, the lottery the control.",
    departures: "Every registered organization receives its share: contracts are divisible.",
    draws: "stream lottery, agent = organization: 0.",
    harm: "legitimacyWeight above 0 concentrates money [H06]; reliance on it lowers autonomy (powerDependence) [H03].",
  },
  parameters: {
    budget: quantity({
      label: { en: "Budget", zh: "购买预算" },
      help: { en: "Divided among all registered organizations.", zh: "在全部登记组织之间分配。" },
      default: 5,
      min: 0,
      max: 200,
      unit: "yuan per resident a year",

      rows: ["Z15"],
      source: "0.02-0.1% of a general budget of 5.08 bn yuan over 658,537 residents is 1.5-7.7 (references: starting values).",
      prior: [1.5, 7.7],
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
  reads: [
    "organizations.alive",
    "organizations.community",
    "organizations.legitimacy",
    "organizations.quality",
    "organizations.registered",
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
    const budget = Math.round(p.budget * world.residents.rows);
    ledger.move(MONEY, OUTSIDE, 0, DISTRICT, 0, budget);
    const weight = world.scratch("governmentPurchase/weight", Float64Array, n);
    let sum = 0;
    for (let g = 0; g < n; g++) {
      weight[g] = 0;
      if (!o.alive[g] || !o.registered[g] || !context.at(o.community[g])) continue;
      if (p.rule === "merit") weight[g] = o.quality[g];
      else if (p.rule === "lottery") weight[g] = lottery.uniform(g, 0);
      else weight[g] = pow(o.legitimacy[g], p.legitimacyWeight) * o.quality[g];
      sum += weight[g];
    }
    for (let g = 0; g < n; g++) {
      const contract = sum > 0 ? Math.floor((budget * weight[g]) / sum) : 0;
      ledger.move(MONEY, DISTRICT, 0, ORGANIZATION, g, contract);
      o.incomeYear[g * SOURCES + GOVERNMENT] += contract;
    }
    ledger.move(MONEY, DISTRICT, 0, OUTSIDE, 0, ledger.balance(MONEY, DISTRICT, 0));
  },
  leave(world, _context, c) {
    takeBack(world, c);
  },
});

/** What a community did not spend goes back. */
function takeBack({ ledger }: World, c: number): void {
  ledger.move(MONEY, COMMUNITY, c, OUTSIDE, 0, ledger.balance(MONEY, COMMUNITY, c));
}
