import { CONTACT, defineMechanism, experience, OF_COMMUNITY, spend } from "../../engine/index.ts";
import { level, quantity, share } from "../../scenario/index.ts";
import { drawnAdults } from "../drawnAdults.ts";

/** Smart services speed matching up, leave those offline behind and are felt as watching [Z16, F02]. */
export const smartTechnology = defineMechanism({
  id: "smartTechnology",
  phase: "messagesSpread",
  scope: "community",
  every: "week",
  title: { en: "Smart services", zh: "智慧服务" },
  summary: {
    en: "Smart services widen the search for resources and take up matters of residents online first; being watched costs trust.",
    zh: "智慧服务扩大资源搜寻，优先受理上网居民的事项；被监看感削弱信任。",
  },
  rows: ["Z16", "F02"],
  partyBuilding: true,
  specification: {
    equation:
      "search beyond: chance · (1 + v S) (matching) ; order of taking up: online first with chance x S (caseQueue) ; bad experiences + w S",
    symbols: { S: "level of smart services, 0-1", v: "gain in search", x: "exclusion", w: "felt surveillance per contact" },
    source: "Z16, F02: speed against exclusion and surveillance. Values are judgements.",
    departures: "One level for all services.",
    draws: "agent = community * 65536 + contact: 0 who, 1 feels watched.",
    placebo: "The same money goes into equipment that nobody uses.",
    harm: "exclusion puts those offline last; surveillance lowers trust in the community.",
  },
  chances: {
    "": {
      1: { of: "resident", en: "feels watched", zh: "感到被监看" },
    },
  },
  parameters: {
    level: level({
      label: { en: "Level of use", zh: "使用水平" },
      help: {
        en: "0 is none, 1 full use; search, exclusion and cost grow with it.",
        zh: "0 为不用，1 为充分使用；搜寻范围、排斥与成本随之上升。",
      },
      default: 0.1,
      rows: ["Z16"],
    }),
    surveillance: share({
      label: { en: "Felt surveillance", zh: "被监看感" },
      help: { en: "Contacts that cost trust in the community, at full use.", zh: "充分使用时，削弱社区信任的接触。" },
      default: 0.2,
      of: "service contacts",

      rows: ["Z16"],
    }),
    contacts: quantity({
      label: { en: "Contacts", zh: "接触次数" },
      help: { en: "At full use; lower levels bring fewer.", zh: "充分使用时的次数；水平低则减少。" },
      default: 5,
      min: 0,
      max: 200,
      unit: "per 1,000 residents a week",

      rows: ["Z16"],
    }),
  },
  reads: [],
  writes: ["experiences", "ledger", "weekTotals.communities.programmeMoney", "weekTotals.communities.smart"],
  measures: ["weeks_to_match_median", "matched_share", "trust_community"],
  step(world, context, c) {
    const { parameters: p, mode } = context;
    const n = world.communities.columns.residents[c];
    spend(world, c, (world.scenario.prices.perResident * p.level * n) / 52);
    if (mode === "placebo") return;
    world.weekTotals.communities.columns.smart[c] = p.level;
    drawnAdults(world, context.draws, c, Math.round((p.contacts * p.level * n) / 1000), (i, key) => {
      if (context.draws.chance(key, p.surveillance * p.level, 1, i)) experience(world, i, OF_COMMUNITY, CONTACT, 0);
    });
  },
});
