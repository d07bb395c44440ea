import { defineMechanism, spend } from "../../engine/index.ts";
import { quantity, share } from "../../scenario/index.ts";
import { drawnAdults } from "../drawnAdults.ts";

/** Smart services speed matching up, leave those offline behind and are felt as watching [Z16, F02]. */
export const smartTechnology = defineMechanism({
  id: "smartTechnology",
  verb: "messagesSpread",
  title: { en: "Smart technology", zh: "智慧科技" },
  summary: {
    en: "Smart services widen the search for resources and put matters of those online first; being watched costs trust.",
    zh: "智慧服务扩大资源搜寻并优先处理线上居民事项；被监看感削弱信任。",
  },
  rows: ["Z16", "F02"],
  partyBuilding: true,
  sheet: {
    equation:
      "search beyond: chance · (1 + v S) (matching) ; order of taking up: online first with chance x S (caseQueue) ; failures + w S",
    symbols: { S: "level of smart services, 0-1", v: "gain in search", x: "exclusion", w: "felt surveillance per contact" },
    source: "Z16, F02: speed against exclusion and surveillance. Values are judgements.",
    departures: "One level for all services.",
    draws: "agent = community * 65536 + contact: 0 who, 1 feels watched.",
    placebo: "The same money goes into equipment that nobody uses.",
    harm: "exclusion puts those offline last; surveillance lowers trust in the community.",
  },
  chances: {
    "": {
      1: { of: "resident", en: "feels watched", zh: "感到被监视" },
    },
  },
  parameters: {
    level: share({ default: 0.1, of: "full use", en: "Level of smart services, S.", zh: "智慧服务水平。", rows: ["Z16"] }),
    surveillance: share({
      default: 0.2,
      of: "contacts",
      en: "Contacts after which people feel watched, at full level.",
      zh: "满水平时使人感到被监看的接触比例。",
      rows: ["Z16"],
    }),
    contacts: quantity({
      default: 5,
      min: 0,
      max: 200,
      unit: "per 1,000 residents a week",
      en: "Contacts with smart services.",
      zh: "每千居民每周智慧服务接触次数。",
      rows: ["Z16"],
    }),
    cost: quantity({
      default: 3,
      min: 0,
      max: 200,
      unit: "yuan per resident a year",
      en: "Cost at full level.",
      zh: "满水平人均年成本。",
      rows: ["Z16"],
    }),
  },
  reads: [],
  writes: ["tally.communities.smart", "residents.trustCommunity", "ledger"],
  measures: ["weeks_to_match_median", "matched_share", "trust_community"],
  step(world, context) {
    const trust = world.residents.columns.trustCommunity;
    for (let c = 0; c < world.communities.rows; c++) {
      const mode = context.mode(c);
      if (mode === "off") continue;
      const p = context.of(c);
      const n = world.communities.columns.residents[c];
      spend(world, c, (p.cost * p.level * n) / 52);
      if (mode === "placebo") continue;
      world.tally.communities.columns.smart[c] = p.level;
      drawnAdults(world, context.draws, c, Math.round((p.contacts * p.level * n) / 1000), (i, key) => {
        if (context.draws.chance(key, p.surveillance * p.level, 1, i)) trust[i * 2 + 1]++;
      });
    }
  },
});
