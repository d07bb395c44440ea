import { attendsCourse, defineMechanism, minutesLeft, residentsWith, spend, spendTime, WORKING_DAY } from "../../engine/index.ts";
import { level, quantity, share } from "../../scenario/index.ts";
import { drawnAdults } from "../drawnAdults.ts";

/** The community trains its willing: a residentLeader, or an elite [V6, T05]. */
export const talentTraining = defineMechanism({
  id: "talentTraining",
  phase: "residentsTakePart",
  scope: "community",
  every: "week",
  title: { en: "Community talent training", zh: "社区人才培养" },
  summary: {
    en: "Courses take motivated residents or those trained before, teach the four capacities and make them resident leaders, who ask others.",
    zh: "培训动机较高或已受训的居民，提升“四自”能力，使其成为带动他人的社区骨干。",
  },
  rows: ["V6", "T05", "T10", "G3", "Z06"],
  partyBuilding: true,
  specification: {
    equation:
      "n places per 1,000 a year, for those with time, and with m ≥ c or, in a share κ, resident leader already ; a course of ℓ hours (learningByDoing) ; outreach + e · share of resident leaders",
    symbols: {
      n: "places",
      c: "motivation asked",
      κ: "capture by the elite",
      ℓ: "hours of a course, out of the free time of who attends",
      e: "invitations of a resident leader",
    },
    source: "V6, T05; elite capture is its null. Values are judgements.",
    departures: "Nobody stops being residentLeader.",
    draws: "agent = community * 65536 + place: 0 who, 1 capture.",
    placebo: "Courses on other subjects.",
    harm: "κ: the same people are trained again and again.",
  },
  chances: {
    "": {
      1: { of: "resident", en: "the place goes to someone trained before", zh: "名额由受过培训的居民获得" },
    },
  },
  parameters: {
    places: quantity({
      label: { en: "Places", zh: "培训名额" },
      help: { en: "Spread over the year.", zh: "全年分布。" },
      default: 8,
      min: 0,
      max: 500,
      unit: "per 1,000 residents a year",

      rows: ["V6"],
    }),
    motivation: level({
      label: { en: "Motivation required", zh: "动机要求" },
      help: { en: "Residents below it are not admitted.", zh: "低于此值的居民不能参加。" },
      default: 0.5,
      rows: ["V6"],
    }),
    capture: share({
      label: { en: "Trained again", zh: "重复受训占比" },
      help: { en: "Places that resident leaders take once more.", zh: "由社区骨干再次占用的名额。" },
      default: 0.2,
      of: "places",

      rows: ["V6"],
    }),
    hours: quantity({
      label: { en: "Length of a course", zh: "培训时长" },
      help: {
        en: "Out of the free time of a week; two hours teach as much as a month with an occasion to take part.",
        zh: "占用当周空闲时间；每两小时的效果相当于当月有一次参与。",
      },
      default: 3,
      min: 0,
      max: 20,
      unit: "hours",
      prior: [1, 8],

      rows: ["V6"],
    }),
    invitations: quantity({
      label: { en: "Call by leaders", zh: "带动邀请" },
      help: {
        en: "To every adult, if all were resident leaders; in proportion to their share.",
        zh: "人人都是社区骨干时每位成年人收到的邀请，按骨干占比计。",
      },
      default: 0.05,
      min: 0,
      max: 5,
      unit: "invitations a week",

      rows: ["T05"],
    }),
  },
  reads: ["residents.motivation"],
  writes: [
    "ledger",
    "residents.residentLeader",
    "residents.lessons",
    "residents.minutesWeek",
    "weekTotals.communities.outreach",
    "weekTotals.communities.programmeMoney",
  ],
  measures: ["ability_management", "self_settled_share", "participation_rate"],
  step(world, context, c) {
    const { parameters: p, mode, draws } = context;
    const { communities } = world;
    const r = world.residents.columns;
    const places = context.stream("number").poisson(c, (p.places * communities.columns.residents[c]) / 52_000);
    spend(world, c, places * WORKING_DAY * world.scenario.prices.hour);
    if (mode === "placebo") return;
    const minutes = Math.round(60 * p.hours);
    const to = communities.columns.firstResident[c] + communities.columns.residents[c];
    // The place goes to the first from the drawn resident on who is fit for it.
    drawnAdults(world, draws, c, places, (start, key) => {
      const captured = draws.chance(key, p.capture, 1, start);
      for (let k = 0; k < 200 && start + k < to; k++) {
        const i = start + k;
        if (captured ? !r.residentLeader[i] : r.age[i] < 18 || r.motivation[i] < p.motivation) continue;
        if (minutesLeft(world, i) < minutes) continue;
        r.residentLeader[i] = 1;
        spendTime(world, i, minutes);
        attendsCourse(world, i, minutes);
        return;
      }
    });
    const leaders = residentsWith(world, r.residentLeader, c).length;
    world.weekTotals.communities.columns.outreach[c] += (p.invitations * leaders) / Math.max(1, communities.columns.adults[c]);
  },
});
