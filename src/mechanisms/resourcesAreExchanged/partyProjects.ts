import { defineMechanism, grant } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity, share, whole } from "../../scenario/index.ts";

const GOVERNMENT = 0;

/** Line 2, party building and projects: time-limited projects, and what is left when they end [B2, Z19]. */
export const partyProjects = defineMechanism({
  id: "partyProjects",
  verb: "resourcesAreExchanged",
  title: { en: "Line 2: party building + projects", zh: "党建+项目" },
  summary: {
    en: "Covered organizations win projects of limited time; quality rises while they last, and part of it leaves with the staff.",
    zh: "被覆盖组织承接限期项目，期间质量上升，结项后人员流失带走一部分。",
  },
  rows: ["B2", "Z19", "Z06"],
  partyBuilding: true,
  sheet: {
    equation:
      "P(project in a week) = 1 − e^(−r/52) without one ; money + y at its start, q + u (1 − q) ; at its end q − c q, takes root with chance ½ + autonomy/2",
    symbols: { r: "projects a year", y: "yuan", u: "gain of quality", c: "loss by churn at the end" },
    source: "B2: projectification, short horizon, staff churn; Z19: a project that takes root keeps what it gained.",
    departures: "none",
    draws: "agent = organization: 0 wins, 1 takes root.",
    placebo: "The same money as a plain grant.",
    harm: "c above u: projects leave organizations worse than before.",
  },
  chances: {
    "": {
      0: { of: "organization", en: "wins a project", zh: "获得项目" },
      1: { of: "organization", en: "the project takes root", zh: "项目扎根" },
    },
  },
  parameters: {
    rate: quantity({ default: 0.3, min: 0, max: 12, unit: "a year", en: "Projects won, r.", zh: "年承接项目数。", rows: ["B2"] }),
    length: whole({ default: 52, min: 1, max: 520, unit: "weeks", en: "Length of a project.", zh: "项目周数。", rows: ["B2"] }),
    money: quantity({
      default: 30_000,
      min: 0,
      max: 1_000_000,
      unit: "yuan",
      en: "Money of a project, y.",
      zh: "项目资金。",
      rows: ["B2"],
    }),
    gain: share({ default: 0.1, of: "the distance to full quality", en: "Gain of quality, u.", zh: "质量增益。", rows: ["B2"] }),
    churn: share({ default: 0.1, of: "quality", en: "Loss at its end, c.", zh: "结项时的质量损失。", rows: ["B2", "Z19"] }),
  },
  reads: ["organizations.coverage", "organizations.autonomy"],
  writes: ["organizations.project", "organizations.quality", "organizations.incomeYear", "ledger"],
  measures: ["org_quality_mean", "money_spent_programme"],
  step(world, context) {
    const o = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      const c = o.community[g];
      const mode = context.mode(c);
      if (!o.alive[g]) continue;
      const p = context.of(c);
      if (o.project[g] >= 0 && context.week >= o.project[g]) {
        o.project[g] = -1;
        if (!context.draws.chance(g, 0.5 + o.autonomy[g] / 2, 1)) o.quality[g] *= 1 - p.churn;
      }
      if (mode === "off" || o.project[g] >= 0 || (mode === "on" ? o.coverage[g] === 0 : !o.placebo[g])) continue;
      if (!context.draws.chance(g, chanceOf(p.rate / 52), 0)) continue;
      grant(world, g, GOVERNMENT, p.money);
      if (mode === "placebo") continue;
      o.project[g] = context.week + p.length;
      o.quality[g] += p.gain * (1 - o.quality[g]);
    }
  },
});
