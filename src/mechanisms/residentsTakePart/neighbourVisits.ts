import { CONTACT, careFor, defineMechanism, experience, giveTime, minutesLeft, OF_NEIGHBOURS, RESIDENT } from "../../engine/index.ts";
import { quantity, share, whole } from "../../scenario/index.ts";
import { drawnAdults } from "../drawnAdults.ts";

/** Volunteers look in on neighbours who need care [V5a, L7]. */
export const neighbourVisits = defineMechanism({
  id: "neighbourVisits",
  phase: "residentsTakePart",
  scope: "community",
  every: "week",
  title: { en: "Neighbour visits", zh: "邻里守望" },
  summary: {
    en: "Registered volunteers look in on the acquaintance with the greatest need: help and trust, and for some a loss of privacy.",
    zh: "注册志愿者看望最需照护的熟人：带来帮助与信任，也可能让人感到被监看。",
  },
  rows: ["V5a", "L7", "L2"],
  partyBuilding: true,
  specification: {
    equation:
      "v rounds per 1,000 residents a week ; each: the acquaintance with the greatest unmet need gets t minutes, a good experience of neighbours, or a bad one with chance x",
    symbols: { v: "rounds", t: "minutes", x: "share felt as watching" },
    source: "V5a; L7: surveillance reading and privacy cost are its nulls. Values are judgements.",
    departures: "Who needs no care gets a word: trust without minutes.",
    draws: "agent = community * 65536 + round: 0 who, 1 acquaintance without need, 2 felt as watching.",
    placebo: "The same rounds on streets without ringing at doors.",
    harm: "x: being looked after is being looked at.",
  },
  chances: {
    "": {
      2: { of: "resident", en: "feels monitored", zh: "感到被监看" },
    },
  },
  parameters: {
    rounds: quantity({
      label: { en: "Visits", zh: "走访次数" },
      help: {
        en: "Each goes to the acquaintance of the volunteer with the greatest unmet need.",
        zh: "每次走访志愿者熟人中照护缺口最大的一位。",
      },
      default: 3,
      min: 0,
      max: 200,
      unit: "per 1,000 residents a week",

      rows: ["V5a"],
    }),
    minutes: whole({
      label: { en: "Length of a visit", zh: "走访时长" },
      help: { en: "Counts as home care.", zh: "计入居家照护。" },
      default: 30,
      min: 0,
      max: 240,
      unit: "minutes",
      rows: ["V5a"],
    }),
    intrusion: share({
      label: { en: "Felt as monitoring", zh: "被监看感占比" },
      help: { en: "These visits cost trust in neighbours.", zh: "这些走访削弱邻里信任。" },
      default: 0.15,
      of: "visits",
      rows: ["L7"],
    }),
  },
  reads: ["residents.registered", "ties"],
  writes: [
    "experiences",
    "ledger",
    "residents.careUnmet",
    "residents.minutesMonth",
    "residents.minutesWeek",
    "residents.minutesYear",
    "weekTotals.communities.careMinutes",
  ],
  measures: ["care_met_share", "trust_neighbours", "volunteer_hours_per_adult"],
  step(world, { parameters: p, mode, draws }, c) {
    if (mode !== "on") return;
    const { residents, communities, ties } = world;
    const r = residents.columns;
    drawnAdults(world, draws, c, Math.round((p.rounds * communities.columns.residents[c]) / 1000), (i, key) => {
      const degree = ties.degree[i];
      if (!r.registered[i] || degree === 0 || minutesLeft(world, i) < p.minutes) return;
      let j = ties.neighbors[ties.offsets[i] + draws.below(key, degree, 1)];
      for (let h = ties.offsets[i]; h < ties.offsets[i] + degree; h++)
        if (r.careUnmet[ties.neighbors[h]] > r.careUnmet[j]) j = ties.neighbors[h];
      const minutes = Math.min(p.minutes, r.careUnmet[j]);
      giveTime(world, i, RESIDENT, j, minutes);
      careFor(world, j, minutes);
      experience(world, j, OF_NEIGHBOURS, CONTACT, draws.chance(key, p.intrusion, 2, j) ? 0 : 1);
    });
  },
});
