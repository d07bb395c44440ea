import { defineMechanism, grant, YEAR } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity, share, whole } from "../../scenario/index.ts";

const GOVERNMENT = 0;
const NONE = -1;

/** Line 2, party building and projects: time-limited projects, and what is left when they end [B2, Z19]. */
export const partyProjects = defineMechanism({
  id: "partyProjects",
  verb: "resourcesAreExchanged",
  scope: "organization",
  every: "week",
  title: { en: "“Party building + projects”", zh: "“党建+项目”" },
  summary: {
    en: "Covered organizations win projects of limited time; quality rises while they last, and part of it leaves with the staff.",
    zh: "被覆盖组织承接限期项目，期间质量上升；结项后部分质量随人员流失。",
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
    length: whole({
      label: { en: "Length of a project", zh: "项目期限" },
      help: { en: "At its end it takes root, or quality is lost.", zh: "期满后或扎根，或质量回落。" },
      default: 52,
      min: 1,
      max: 520,
      unit: "weeks",
      rows: ["B2"],
    }),
    money: quantity({
      label: { en: "Money of a project", zh: "项目资金" },
      help: { en: "Paid at the start; the placebo pays it as a plain grant.", zh: "立项时拨付；安慰剂按普通资助发放。" },
      default: 30_000,
      min: 0,
      max: 1_000_000,
      unit: "yuan",

      rows: ["B2"],
    }),
    gain: share({
      label: { en: "Gain of quality", zh: "质量增益" },
      help: { en: "At the start of a project.", zh: "立项时的提升。" },
      default: 0.1,
      of: "the gap to full",
      rows: ["B2"],
    }),
    churn: share({
      label: { en: "Loss at the end", zh: "结项损失" },
      help: { en: "Unless the project takes root, which autonomy favours.", zh: "项目扎根则不损失；自主性越高越易扎根。" },
      default: 0.1,
      of: "quality",
      rows: ["B2", "Z19"],
    }),
  },
  reads: ["organizations.community", "organizations.coverage", "organizations.placebo"],
  writes: ["ledger", "organizations.incomeYear", "organizations.project", "organizations.quality", "tally.communities.programmeMoney"],
  measures: ["org_quality_mean", "money_spent_programme"],
  step(world, context, g) {
    const { parameters: p, mode, draws, week } = context;
    const o = world.organizations.columns;
    if (o.project[g] >= 0 && week >= o.project[g]) {
      o.project[g] = NONE;
      if (!draws.chance(g, 0.5 + o.autonomy[g] / 2, 1)) o.quality[g] *= 1 - p.churn;
    }
    if (o.project[g] >= 0 || (mode === "on" ? o.coverage[g] === 0 : !o.placebo[g])) return;
    if (!draws.chance(g, chanceOf(p.rate / YEAR), 0)) return;
    grant(world, g, GOVERNMENT, p.money);
    if (mode === "placebo") return;
    o.project[g] = week + p.length;
    o.quality[g] += p.gain * (1 - o.quality[g]);
  },
  leave(world, _context, c) {
    const { project, community } = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) if (community[g] === c) project[g] = NONE;
  },
});
