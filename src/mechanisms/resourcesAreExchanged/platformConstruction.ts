import { defineMechanism, spend, YEAR } from "../../engine/index.ts";
import { level, share } from "../../scenario/index.ts";

/** The community platform is built up, so that needs and offers find each other [V4b]. */
export const platformConstruction = defineMechanism({
  id: "platformConstruction",
  phase: "resourcesAreExchanged",
  scope: "community",
  every: "week",
  title: { en: "Community platform", zh: "社区平台建设" },
  summary: {
    en: "Money builds the platform of a community; it widens the search for resources.",
    zh: "资金用于建设社区平台，平台扩大资源搜寻范围。",
  },
  rows: ["V4b", "Z06"],
  partyBuilding: true,
  specification: {
    equation: "plat(t+1) = plat + s (τ − plat)+",
    symbols: { plat: "capacity of the platform, 0-1", τ: "goal", s: "speed a week" },
    source: "V4b. Values are judgements.",
    departures: "No upkeep: what is built stays.",
    draws: "none",
    placebo: "The same money builds something else.",
    harm: "A platform without offers moves nothing.",
  },
  parameters: {
    goal: level({
      label: { en: "Goal", zh: "目标能力" },
      help: { en: "The platform grows no further.", zh: "达到后不再提升。" },
      default: 0.6,
      rows: ["V4b"],
    }),
    speed: share({
      label: { en: "Speed of building", zh: "建设速度" },
      help: { en: "The closer to the goal, the slower it grows.", zh: "越接近目标，提升越慢。" },
      default: 0.003,
      of: "the gap, a week",
      rows: ["V4b"],
    }),
  },
  reads: [],
  writes: ["communities.platform", "ledger", "weekTotals.communities.programmeMoney"],
  measures: ["platform_mean", "matched_share", "cross_community_share", "money_spent_programme"],
  step(world, { parameters: p, mode }, c) {
    const { platform, residents } = world.communities.columns;
    spend(world, c, (world.scenario.prices.perResident * residents[c]) / YEAR);
    if (mode === "on" && platform[c] < p.goal) platform[c] += p.speed * (p.goal - platform[c]);
  },
});
