import { defineMechanism, grant } from "../../engine/index.ts";
import { log, pow } from "../../numeric/index.ts";
import { quantity, share } from "../../scenario/index.ts";

const GOVERNMENT = 0;

/** Demonstration projects are named and rewarded; fame brings fame (eq. 4.23) [T13]. */
export const demonstrationAwards = defineMechanism({
  id: "demonstrationAwards",
  verb: "resourcesAreExchanged",
  title: { en: "Demonstration awards", zh: "示范项目评选" },
  summary: {
    en: "Once a year a few organizations are named demonstration projects: they gain standing and money, and better odds the next time.",
    zh: "每年评选少数示范项目，获得声誉与资金，下次更易入选。",
  },
  rows: ["T13", "G4"],
  partyBuilding: true,
  sheet: {
    equation: "odds_i = (leg_i (1 + awards_i))^g ; leg + ℓ (1 − leg), money + y",
    symbols: { leg: "legitimacy, 0-1", awards: "awards so far", g: "exponent, 0 a lottery", ℓ: "standing gained", y: "yuan" },
    source: "T13; Matthew effect eq. 4.23 (Merton 1968).",
    departures: "Quality plays no part: that is what legitimacy is read for.",
    draws: "agent = organization: 0.",
    placebo: "The same prizes by lot among the same number, with no title.",
    harm: "g above 0 concentrates standing and money.",
  },
  parameters: {
    awards: share({ default: 0.03, of: "organizations a year", en: "Organizations awarded.", zh: "年获奖组织比例。", rows: ["T13"] }),
    concentration: quantity({
      default: 1,
      min: 0,
      max: 3,
      unit: "exponent",
      en: "Weight of fame, g.",
      zh: "声望权重。",
      rows: ["T13"],
      prior: [0, 1.5],
    }),
    standing: share({ default: 0.2, of: "the distance to full legitimacy", en: "Standing gained, ℓ.", zh: "合法性增益。", rows: ["T13"] }),
    prize: quantity({ default: 20_000, min: 0, max: 1_000_000, unit: "yuan", en: "Prize, y.", zh: "奖金。", rows: ["T13"] }),
  },
  reads: ["organizations.legitimacy", "organizations.awards"],
  writes: ["organizations.awards", "organizations.legitimacy", "organizations.incomeYear", "ledger"],
  measures: ["org_income_gini", "org_income_top_tenth_share"],
  step(world, context) {
    if (context.week % 52 !== 40 || context.districtMode === "off") return;
    const p = context.district;
    const o = world.organizations.columns;
    const titled = context.districtMode === "on";
    const entries: { g: number; key: number }[] = [];
    for (let g = 0; g < world.organizations.rows; g++) {
      if (!o.alive[g] || context.mode(o.community[g]) === "off") continue;
      const odds = titled ? pow(o.legitimacy[g] * (1 + o.awards[g]), p.concentration) : 1;
      if (odds > 0) entries.push({ g, key: log(context.draws.uniform(g, 0)) / odds });
    }
    entries.sort((a, b) => b.key - a.key || a.g - b.g);
    for (const { g } of entries.slice(0, Math.ceil(p.awards * entries.length))) {
      grant(world, g, GOVERNMENT, p.prize);
      if (!titled) continue;
      o.awards[g]++;
      o.legitimacy[g] += p.standing * (1 - o.legitimacy[g]);
    }
  },
});
