import { defineMechanism, spend } from "../../engine/index.ts";
import { quantity, share } from "../../scenario/index.ts";

/** The community platform is built up, so that needs and offers find each other [V4b]. */
export const platformConstruction = defineMechanism({
  id: "platformConstruction",
  verb: "resourcesAreExchanged",
  title: { en: "Community platform", zh: "社区平台建设" },
  summary: {
    en: "Money builds the platform of a community towards a goal; the platform widens the search for resources.",
    zh: "资金推动社区平台建设，平台扩大资源搜寻范围。",
  },
  rows: ["V4b", "Z06"],
  partyBuilding: true,
  sheet: {
    equation: "plat(t+1) = plat + s (τ − plat)+",
    symbols: { plat: "capacity of the platform, 0-1", τ: "goal", s: "speed a week" },
    source: "V4b. Values are judgements.",
    departures: "No upkeep: what is built stays.",
    draws: "none",
    placebo: "The same money builds something else.",
    harm: "A platform without offers moves nothing.",
  },
  parameters: {
    goal: share({ default: 0.6, of: "full capacity", en: "Goal, τ.", zh: "目标能力。", rows: ["V4b"] }),
    speed: share({ default: 0.003, of: "the gap a week", en: "Speed of building, s.", zh: "建设速度。", rows: ["V4b"] }),
    cost: quantity({ default: 2, min: 0, max: 100, unit: "yuan per resident a year", en: "Cost.", zh: "人均年成本。", rows: ["V4b"] }),
  },
  reads: ["communities.platform"],
  writes: ["communities.platform", "ledger"],
  measures: ["platform_mean", "matched_share", "cross_community_share", "money_spent_programme"],
  step(world, context) {
    const c = world.communities.columns;
    for (let k = 0; k < world.communities.rows; k++) {
      const mode = context.mode(k);
      if (mode === "off") continue;
      const p = context.of(k);
      spend(world, k, (p.cost * c.residents[k]) / 52);
      if (mode === "on" && c.platform[k] < p.goal) c.platform[k] += p.speed * (p.goal - c.platform[k]);
    }
  },
});
