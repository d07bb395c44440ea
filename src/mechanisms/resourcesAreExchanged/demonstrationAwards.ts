import { defineMechanism, grant } from "../../engine/index.ts";
import { log, pow } from "../../numeric/index.ts";
import { quantity, share } from "../../scenario/index.ts";

const GOVERNMENT = 0;

/** Demonstration projects are named and rewarded; fame brings fame (eq. 4.23) [T13]. */
export const demonstrationAwards = defineMechanism({
  id: "demonstrationAwards",
  phase: "resourcesAreExchanged",
  scope: "district",
  every: "year",
  inWeek: 40,
  title: { en: "Demonstration projects", zh: "示范项目评选" },
  summary: {
    en: "Once a year a few organizations are named demonstration projects: they gain legitimacy and money, and better odds next time.",
    zh: "每年评选少数示范项目：获评组织得到合法性与奖金，下次更易入选。",
  },
  rows: ["T13", "G4"],
  partyBuilding: true,
  specification: {
    equation: "odds_i = leg_i^g ; awards + 1 (legitimacy), money + y",
    symbols: {
      leg: "legitimacy, 0-1",
      awards: "awards of the week: what government remembers of them raises legitimacy, and with it the odds of next time",
      g: "exponent, 0 a lottery",
      y: "yuan",
    },
    source: "T13; Matthew effect eq. 4.23 (Merton 1968).",
    departures: "Quality plays no part: that is what legitimacy is read for.",
    draws: "agent = organization: 0.",
    placebo: "The same prizes by lot among the same number, with no title.",
    harm: "g above 0 concentrates standing and money.",
  },
  parameters: {
    awards: share({
      label: { en: "Awards", zh: "获评占比" },
      help: { en: "Quality plays no part in the choice.", zh: "评选不看质量。" },
      default: 0.03,
      of: "organizations, a year",
      rows: ["T13"],
    }),
    concentration: quantity({
      label: { en: "Weight of fame", zh: "声望指数" },
      help: { en: "0 is a lottery; the larger, the more often the same win.", zh: "0 为抽签；越大，越集中于少数组织。" },
      default: 1,
      min: 0,
      max: 3,
      unit: "exponent",

      rows: ["T13"],
      prior: [0, 1.5],
      evidence: "M",
      source: "eq. 4.23: exponents of 0-1.5.",
    }),
  },
  ofDistrict: ["awards", "concentration"],
  reads: ["organizations.alive", "organizations.community", "organizations.legitimacy"],
  writes: ["ledger", "organizations.incomeYear", "weekTotals.communities.programmeMoney", "weekTotals.organizations.awarded"],
  measures: ["org_income_gini", "org_income_top_tenth_share"],
  step(world, context) {
    const { parameters: p, draws } = context;
    const o = world.organizations.columns;
    const entries: { g: number; key: number; titled: boolean }[] = [];
    for (let g = 0; g < world.organizations.rows; g++) {
      const here = context.at(o.community[g]);
      if (!o.alive[g] || here === undefined) continue;
      const titled = here.mode === "on";
      const odds = titled ? pow(o.legitimacy[g], p.concentration) : 1;
      if (odds > 0) entries.push({ g, key: log(draws.uniform(g, 0)) / odds, titled });
    }
    entries.sort((a, b) => b.key - a.key || a.g - b.g);
    for (const { g, titled } of entries.slice(0, Math.ceil(p.awards * entries.length))) {
      grant(world, g, GOVERNMENT, world.scenario.prices.grant);
      if (!titled) continue;
      world.weekTotals.organizations.columns.awarded[g]++;
    }
  },
});
