import { defineMechanism } from "../../engine/index.ts";
import { log, pow } from "../../numeric/index.ts";
import { quantity } from "../../scenario/index.ts";
import { award, wholeLots } from "./tender.ts";

const VENTURE = 1;
const NO_ORGANIZATION = 0xffffffff;

/** Once a year projects compete for venture grants (eq. 4.23) [T06b, T13]. */
export const venturePhilanthropy = defineMechanism({
  id: "venturePhilanthropy",
  phase: "resourcesAreExchanged",
  scope: "district",
  every: "year",
  inWeek: 20,
  title: { en: "Venture philanthropy", zh: "公益创投" },
  summary: {
    en: "Once a year equal grants go to organizations, filed ones too; legitimacy and quality raise the odds.",
    zh: "每年向社会组织（含备案组织）发放若干等额资助；合法性与质量越高，机会越大。",
  },
  rows: ["T06b", "T13", "Z19"],
  specification: {
    equation: "odds_i = leg_i^g q_i ; grants drawn without replacement (the largest log u / odds; Efraimidis & Spirakis 2006)",
    symbols: { leg: "legitimacy, 0-1", q: "quality, 0-1", g: "exponent" },
    source: "eq. 4.23; 70,000 yuan and 60 grants a year in the district (references: starting values) [S38]-[S40].",
    departures: "Each organization enters one project.",
    draws: "agent = organization: 0; agent = 2³² − 1: 0 a rest of the budget is one more grant.",
    harm: "g above 0: who has standing gets more of it.",
  },
  parameters: {
    size: quantity({
      label: { en: "Size of a grant", zh: "单项资助额" },
      help: { en: "All grants are equal.", zh: "各项等额。" },
      default: 70_000,
      min: 0,
      max: 1_000_000,
      unit: "yuan",

      rows: ["T06b"],
      evidence: "S",
      prior: [10_000, 150_000],
      source: "4 million yuan for 57 projects [S38]; 60,000-137,000 elsewhere [S39], [S40].",
    }),
    grants: quantity({
      label: { en: "Grants", zh: "资助项数" },
      help: { en: "An organization wins one a year at most.", zh: "每家组织每年至多一项。" },
      default: 0.91,
      min: 0,
      max: 50,
      unit: "per 10,000 residents a year",

      rows: ["T06b"],
      evidence: "A",
      prior: [0.15, 2.3],
      source: "60 grants a year for 658,537 residents; 10-150 (references: starting values).",
    }),
    legitimacyWeight: quantity({
      label: { en: "Weight of legitimacy", zh: "合法性指数" },
      help: { en: "0 ignores it; the larger, the more it decides.", zh: "0 不予考虑；越大，影响越大。" },
      default: 0.5,
      min: 0,
      max: 3,
      unit: "exponent",

      rows: ["H06"],
      evidence: "M",
      prior: [0, 1.5],
      source: "eq. 4.23: exponents of 0-1.5.",
    }),
  },
  ofDistrict: ["size", "grants", "legitimacyWeight"],
  reads: ["organizations.alive", "organizations.community", "organizations.legitimacy", "organizations.quality"],
  writes: ["ledger", "organizations.incomeYear"],
  measures: ["org_income_gini", "income_government"],
  step(world, context) {
    const p = context.parameters;
    const o = world.organizations.columns;
    const entries: { g: number; key: number }[] = [];
    for (let g = 0; g < world.organizations.rows; g++) {
      if (!o.alive[g] || !context.at(o.community[g])) continue;
      const odds = pow(o.legitimacy[g], p.legitimacyWeight) * o.quality[g];
      // Efraimidis & Spirakis: the largest log(u) / odds are a weighted sample without replacement.
      if (odds > 0) entries.push({ g, key: log(context.draws.uniform(g, 0)) / odds });
    }
    entries.sort((a, b) => b.key - a.key || a.g - b.g);
    const size = Math.round(p.size);
    // Agents of this draw are organizations, the number of grants is one beyond them all.
    const grants = wholeLots((p.grants * world.residents.rows) / 10_000, context.draws.uniform(NO_ORGANIZATION, 0));
    const bidders = entries.map(({ g }) => g);
    award(world, grants, size, bidders, () => 1, VENTURE);
  },
});
