import { addTie } from "../../circles/index.ts";
import {
  CONTACT,
  careFor,
  defineMechanism,
  experience,
  giveTime,
  minutesLeft,
  OF_NEIGHBOURS,
  RESIDENT,
  residentsWith,
  YEAR,
} from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity, share, whole } from "../../scenario/index.ts";
import { drawnAdults } from "../drawnAdults.ts";

const NOBODY = -1;

/** A helper and someone in need are paired and meet every week [V5c]. */
export const pairing = defineMechanism({
  id: "pairing",
  phase: "residentsTakePart",
  scope: "community",
  every: "week",
  title: { en: "Pairing with a volunteer", zh: "结对帮扶" },
  summary: {
    en: "Volunteers are paired with residents in need of care; repeated contact gives help, trust and a tie until the pair ends.",
    zh: "志愿者与需要照护的居民结对，持续往来带来帮助、信任与新关系，直至结束。",
  },
  rows: ["V5c", "V1"],
  partyBuilding: true,
  specification: {
    equation:
      "pairs sought: s per 1,000 a year ; accepted with chance u ; each week t minutes, every fourth week trust + 1 both ways ; ends at rate e a year",
    symbols: { s: "pairs sought", u: "uptake", t: "minutes a week", e: "endings a year" },
    source: "V5c; low uptake and stigma are its nulls. Values are judgements.",
    departures: "A resident has one partner at most.",
    draws: "agent = community * 65536 + attempt: 0 who, 1 where it looks, 2 accepted; agent = resident: 3 ends.",
    placebo: "Pairs are listed and never meet.",
    harm: "Those who decline are labelled as needy all the same: a failure of trust.",
  },
  chances: {
    "": {
      2: { of: "resident", en: "accepts a helper", zh: "接受结对" },
      3: { of: "resident", en: "the pair ends", zh: "结对结束" },
    },
  },
  parameters: {
    sought: quantity({
      label: { en: "Pairs sought", zh: "结对尝试" },
      help: { en: "Residents who decline lose trust in neighbours.", zh: "拒绝的居民对邻里的信任下降。" },
      default: 6,
      min: 0,
      max: 500,
      unit: "per 1,000 residents a year",

      rows: ["V5c"],
    }),
    uptake: share({
      label: { en: "Uptake", zh: "接受率" },
      help: { en: "Of residents to whom a volunteer is offered.", zh: "指可与志愿者结对的居民。" },
      default: 0.5,
      of: "residents asked",
      rows: ["V5c"],
    }),
    minutes: whole({
      label: { en: "Help given", zh: "帮助时间" },
      help: { en: "By the volunteer of each pair; counts as home care.", zh: "每对中的志愿者付出，计入居家照护。" },
      default: 45,
      min: 0,
      max: 480,
      unit: "minutes a week",
      rows: ["V5c"],
    }),
    endings: quantity({
      label: { en: "Endings", zh: "结束率" },
      help: { en: "The larger, the shorter pairs last.", zh: "越大，结对持续越短。" },
      default: 0.5,
      min: 0,
      max: 12,
      unit: "a year",
      rows: ["V5c"],
    }),
  },
  reads: ["residents.registered"],
  writes: [
    "experiences",
    "ledger",
    "residents.careUnmet",
    "residents.minutesMonth",
    "residents.minutesWeek",
    "residents.minutesYear",
    "residents.pair",
    "weekTotals.communities.careMinutes",
    "weekTotals.communities.tiesFormed",
    "ties",
  ],
  measures: ["care_met_share", "trust_neighbours"],
  step(world, context, c) {
    const { parameters: p, mode, draws } = context;
    if (mode !== "on") return;
    const r = world.residents.columns;
    const { pair, careNeed } = r;
    const { firstResident, residents: count } = world.communities.columns;
    const t = world.weekTotals.communities.columns;
    const first = firstResident[c];
    const ends = chanceOf(p.endings / YEAR);
    // Pairs stand in the row of the one in need.
    for (const i of residentsWith(world, careNeed, c)) {
      if (pair[i] < 0) continue;
      const j = pair[i];
      if (draws.chance(i, ends, 3)) {
        pair[i] = NOBODY;
        pair[j] = NOBODY;
        continue;
      }
      const minutes = Math.min(p.minutes, r.careUnmet[i], minutesLeft(world, j));
      giveTime(world, j, RESIDENT, i, minutes);
      careFor(world, i, minutes);
      if (context.weekOfMonth !== 0) continue;
      experience(world, i, OF_NEIGHBOURS, CONTACT, 1);
      experience(world, j, OF_NEIGHBOURS, CONTACT, 1);
    }
    const attempts = context.stream("number").poisson(c, (p.sought * count[c]) / 52_000);
    drawnAdults(world, draws, c, attempts, (i, key) => {
      if (!r.registered[i] || careNeed[i] > 0 || pair[i] >= 0) return;
      const start = draws.below(key, count[c], 1);
      for (let k = 0; k < count[c]; k++) {
        const j = first + ((start + k) % count[c]);
        if (careNeed[j] === 0 || pair[j] >= 0) continue;
        if (draws.chance(key, p.uptake, 2, j)) {
          pair[i] = j;
          pair[j] = i;
          if (addTie(world.ties, i, j)) t.tiesFormed[c]++;
        } else experience(world, j, OF_NEIGHBOURS, CONTACT, 0);
        return;
      }
    });
  },
  leave(world, _context, c) {
    const { firstResident, residents } = world.communities.columns;
    world.residents.columns.pair.fill(NOBODY, firstResident[c], firstResident[c] + residents[c]);
  },
});
