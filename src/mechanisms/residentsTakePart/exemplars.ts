import { type Context, controls, defineMechanism, supports, type World } from "../../engine/index.ts";
import { monthly } from "../../numeric/index.ts";
import { level, probability, share, whole } from "../../scenario/index.ts";

/** Those who give most are named as exemplars: some follow, some resent it, and when they go, much goes with them [T08, T09]. */
export const exemplars = defineMechanism({
  id: "exemplars",
  phase: "residentsTakePart",
  scope: "community",
  every: "month",
  inWeek: 1,
  title: { en: "Exemplars", zh: "先进典型" },
  summary: {
    en: "The most active residents are named as examples; acquaintances follow or resent them, and lose motivation when one leaves.",
    zh: "将付出最多的居民树为典型；熟人或效仿或反感，典型退出时动机受损。",
  },
  rows: ["T08", "T09", "G4", "T05"],
  partyBuilding: true,
  specification: {
    equation:
      "every month: acquaintances of exemplars have support of a, with chance r instead control of a ; an exemplar leaves with chance x a year: acquaintances have control of a",
    symbols: { a: "weight of an example", r: "resentment", x: "exits a year" },
    source: "T08, T09, G4; star concentration, resentment and collapse at exit are its nulls. Values are judgements.",
    departures: "Exemplars are chosen by minutes given in the last year.",
    draws: "agent = resident: 0 resents, 1 exemplar leaves.",
    placebo: "Someone drawn at random gets the same praise in private: nobody sees it.",
    harm: "r above ½, or many exits: exemplars cost motivation.",
  },
  chances: {
    "": {
      0: { of: "resident", en: "resents the exemplar", zh: "反感先进典型" },
      1: { of: "resident", en: "ceases to be an exemplar", zh: "不再是先进典型" },
    },
  },
  parameters: {
    perCommunity: whole({
      label: { en: "Exemplars", zh: "典型人数" },
      help: { en: "In each community; chosen by time given in the last year.", zh: "每个社区；按近一年付出的时间选出。" },
      default: 3,
      min: 0,
      max: 100,
      unit: "people",

      rows: ["T09"],
    }),
    imitation: level({
      label: { en: "Weight of an example", zh: "先进典型分量" },
      help: {
        en: "As support for acquaintances; as control for those who resent it, and for all when an exemplar leaves.",
        zh: "对熟人是支持；对反感者、典型退出时对所有熟人则是压力。",
      },
      default: 0.3,
      prior: [0, 1],
      rows: ["T08"],
    }),
    resentment: share({
      label: { en: "Resentment", zh: "反感占比" },
      help: { en: "These acquaintances lose motivation instead.", zh: "这些熟人的动机反而下降。" },
      default: 0.2,
      of: "acquaintances",
      rows: ["G4"],
    }),
    exits: probability({
      label: { en: "Exits", zh: "退出率" },
      help: { en: "The acquaintances of an exemplar who leaves lose motivation.", zh: "典型退出后，其熟人动机受损。" },
      default: 0.1,
      per: "year",
      rows: ["T09"],
    }),
  },
  reads: ["residents.minutesYear", "ties"],
  writes: ["residents.controlMet", "residents.exemplar", "residents.supportMet"],
  measures: ["motivation_mean", "volunteer_hours_top_tenth_share"],
  kernels: { choose },
  step(world, { parameters: p, mode, draws }, c) {
    if (mode !== "on") return;
    const { ties, communities } = world;
    const { exemplar } = world.residents.columns;
    const from = communities.columns.firstResident[c];
    const to = from + communities.columns.residents[c];
    const exits = monthly(p.exits);
    for (let i = from; i < to; i++) {
      if (!exemplar[i]) continue;
      const leaves = draws.chance(i, exits, 1);
      if (leaves) exemplar[i] = 0;
      for (let h = ties.offsets[i]; h < ties.offsets[i] + ties.degree[i]; h++) {
        const j = ties.neighbors[h];
        if (leaves) controls(world, j, p.imitation);
        else if (draws.chance(j, p.resentment, 0)) controls(world, j, p.imitation);
        else supports(world, j, p.imitation);
      }
    }
  },
  end(_world, context) {
    context.everywhere("choose");
  },
  leave(world, _context, c) {
    const { firstResident, residents } = world.communities.columns;
    world.residents.columns.exemplar.fill(0, firstResident[c], firstResident[c] + residents[c]);
  },
});

/** Fills the places of exemplars with those who gave most in the trailing year. */
function choose(world: World, context: Context<{ perCommunity: number }>, c: number): void {
  if (context.mode !== "on") return;
  const { exemplar, minutesYear } = world.residents.columns;
  const from = world.communities.columns.firstResident[c];
  const to = from + world.communities.columns.residents[c];
  let count = 0;
  for (let i = from; i < to; i++) count += exemplar[i];
  for (; count < context.parameters.perCommunity; count++) {
    let best = -1;
    let most = 0;
    for (let i = from; i < to; i++) if (minutesYear[i] > most && !exemplar[i]) [best, most] = [i, minutesYear[i]];
    if (best < 0) break;
    exemplar[best] = 1;
  }
}
