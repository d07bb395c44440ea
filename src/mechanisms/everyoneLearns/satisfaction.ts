import { type Context, defineMechanism, ENDING, isStillHere, residentsWith, type World } from "../../engine/index.ts";
import { quantity, share } from "../../scenario/index.ts";

const MINUTES = 60;

/** Satisfaction follows endings against expectation, which moves with experience (eq. 4.20). */
export const satisfaction = defineMechanism({
  id: "satisfaction",
  phase: "everyoneLearns",
  scope: "community",
  every: "month",
  inWeek: 0,
  title: { en: "Satisfaction", zh: "满意度" },
  summary: {
    en: "How matters ended for residents and those they know, and how much of their care was met, against what they had come to expect.",
    zh: "居民自己和熟人的事项如何了结、照护是否得到满足，与其预期相比。",
  },
  rows: ["D04", "Z16", "Z23"],
  specification: {
    equation: "S ← S + α w (y − γ (E − ½) − S), clipped to 0-1 ; E ← E + β w (y − E)",
    symbols: {
      S: "satisfaction, 0-1",
      E: "expectation, 0-1",
      y: "ending: 1 settled, 0 not; or share of the home care needed that was met this month",
      w: "1 for a matter of one's own or one's care, d for one of an acquaintance",
      γ: "how far the same ending satisfies less where more is expected",
    },
    source:
      "Performance and disconfirmation of expectation (Oliver 1980; Churchill & Surprenant 1982), the state behind induced demand (eq. 4.20). Rates are judgements: of the order of a tenth, so that a few own endings, or years of hearsay, move it.",
    departures: "Endings are good or bad; how long they took is not felt.",
    draws: "none",
    harm: "Better service raises what is expected: the same service then satisfies less.",
  },
  parameters: {
    experience: share({
      label: { en: "Weight of an ending", zh: "一次结果的分量" },
      help: { en: "How far one ending of a matter of one's own moves satisfaction.", zh: "自己的一件事项了结对满意度的影响。" },
      default: 0.15,
      of: "the gap",
      rows: ["D04"],
      prior: [0.05, 0.3],
    }),
    expectation: share({
      label: { en: "Speed of expectation", zh: "预期调整速度" },
      help: { en: "How fast residents come to expect what they meet.", zh: "居民随经历调整预期的快慢。" },
      default: 0.1,
      of: "the gap",
      rows: ["D04"],
      prior: [0.02, 0.3],
    }),
    surprise: quantity({
      label: { en: "Weight of expectation", zh: "预期分量" },
      help: { en: "0 looks at endings alone; more counts them against expectation.", zh: "0 时只看结果；越大越看与预期的落差。" },
      default: 0.5,
      min: 0,
      max: 1,
      unit: "times",
      rows: ["D04"],
      prior: [0, 1],
    }),
    heard: share({
      label: { en: "Weight of hearsay", zh: "听闻的分量" },
      help: { en: "Of the ending of an acquaintance's matter, against one's own.", zh: "熟人事项的结果相对于自己的。" },
      default: 0.1,
      of: "an ending",
      rows: ["L2"],
      prior: [0, 0.3],
    }),
  },
  reads: ["experiences", "residents.careUnmet", "ties"],
  writes: ["residents.expectation", "residents.satisfaction"],
  measures: ["satisfaction_mean", "matters_raised"],
  begin: takeIn,
  beginReads: ["experiences", "ties"],
  step(world, { parameters: p }, c) {
    const { careNeed, careUnmet } = world.residents.columns;
    for (const i of residentsWith(world, careNeed, c)) move(world, i, Math.max(0, 1 - careUnmet[i] / (MINUTES * careNeed[i])), 1, p);
  },
});

interface Rates {
  experience: number;
  expectation: number;
  surprise: number;
  heard: number;
}

/** Endings of the month, in their order: first one's own, then what ties tell of it; everybody feels by the rates at home. */
function takeIn(world: World, context: Context<Rates>): void {
  const { experiences, ties } = world;
  const { resident, what, good } = experiences.columns;
  const { community } = world.residents.columns;
  const { alike } = context; // then nobody's home need be looked up
  for (let row = 0; row < experiences.rows; row++) {
    const i = resident[row];
    const here = alike ?? context.at(community[i]);
    if (what[row] !== ENDING || !isStillHere(world, row) || here === undefined) continue;
    move(world, i, good[row], 1, here.parameters);
    for (let h = ties.offsets[i]; h < ties.offsets[i] + ties.degree[i]; h++) {
      const j = ties.neighbors[h];
      const there = alike ?? context.at(community[j]);
      if (there !== undefined) move(world, j, good[row], there.parameters.heard, there.parameters);
    }
  }
}

function move({ residents }: World, i: number, y: number, weight: number, p: Rates): void {
  const { satisfaction: s, expectation: e } = residents.columns;
  const felt = y - p.surprise * (e[i] - 0.5);
  s[i] = Math.max(0, Math.min(1, s[i] + p.experience * weight * (felt - s[i])));
  e[i] += p.expectation * weight * (y - e[i]);
}
