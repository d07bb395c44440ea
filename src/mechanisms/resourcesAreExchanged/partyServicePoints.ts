import { COMMUNITY, defineMechanism, EXPERT_TIME, OUTSIDE, spend } from "../../engine/index.ts";
import { quantity } from "../../scenario/index.ts";

/** Line 5, party building and service: service points with staff of their own, beside what there is [B5]. */
export const partyServicePoints = defineMechanism({
  id: "partyServicePoints",
  verb: "resourcesAreExchanged",
  title: { en: "Line 5: party building + service", zh: "党建+服务" },
  summary: {
    en: "Service points give each community hours of skilled time for its matters, whether or not others could have given them.",
    zh: "服务点为社区事项提供专业工时，可能与已有供给重复。",
  },
  rows: ["B5"],
  partyBuilding: true,
  sheet: {
    equation: "expert minutes of community c + 60 h n_c / 1000 a week",
    symbols: { h: "hours per 1,000 residents a week", n: "residents" },
    source: "B5; it may duplicate existing supply. Values are judgements.",
    departures: "none",
    draws: "none",
    placebo: "The points are open and serve other purposes.",
    harm: "Matters served here are not served by organizations: their hours stay idle and residents learn less.",
  },
  parameters: {
    hours: quantity({
      default: 0.1,
      min: 0,
      max: 40,
      unit: "hours per 1,000 residents a week",
      en: "Hours of service points, h.",
      zh: "每千居民每周服务点工时。",
      rows: ["B5"],
    }),
    cost: quantity({ default: 40, min: 0, max: 1000, unit: "yuan an hour", en: "Cost of an hour.", zh: "每小时成本。", rows: ["B5"] }),
  },
  reads: ["communities.residents"],
  writes: ["ledger"],
  measures: ["matched_share", "idle_share", "money_spent_programme"],
  step(world, context) {
    for (let c = 0; c < world.communities.rows; c++) {
      const mode = context.mode(c);
      if (mode === "off") continue;
      const p = context.of(c);
      const hours = (p.hours * world.communities.columns.residents[c]) / 1000;
      spend(world, c, hours * p.cost);
      if (mode === "on") world.ledger.move(EXPERT_TIME, OUTSIDE, 0, COMMUNITY, c, Math.round(60 * hours));
    }
  },
});
