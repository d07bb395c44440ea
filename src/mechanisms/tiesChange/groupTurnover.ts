import { type Context, defineMechanism, MONTHS, type World } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { probability } from "../../scenario/index.ts";

const PLACES = 3;
const ASKED = 5; // acquaintances whose groups are looked at

/** People leave interest groups and join those of acquaintances, or any nearby [L3]. */
export const groupTurnover = defineMechanism({
  id: "groupTurnover",
  verb: "tiesChange",
  scope: "community",
  every: "month",
  phase: 0,
  apart: true,
  title: { en: "Turnover of interest groups", zh: "兴趣小组更替" },
  summary: {
    en: "Every four weeks members leave their groups, and adults join, mostly groups of acquaintances.",
    zh: "每 4 周有成员离开小组，也有成年人加入，多为熟人所在的小组。",
  },
  rows: ["L3"],
  sheet: {
    equation: "P(leave in a month) = 1 − (1 − x)^(1/13) ; P(join in a month) = 1 − (1 − j)^(1/13)",
    symbols: { x: "exit a year", j: "joining a year" },
    source: "Members leave at 20-40% a year (references: networks).",
    departures: "A group that loses its last member stays as an empty row.",
    harm: "People join where their acquaintances are: groups reach those already reached.",
    draws: "agent = resident: 0-2 leaves the group in that place, 4-8 acquaintances, 9 any group of the community; stream joins: 0 joins.",
  },
  chances: {
    "": {
      0: { of: "resident", en: "leaves an interest group", zh: "离开兴趣小组" },
    },
    joins: {
      0: { of: "resident", en: "joins an interest group", zh: "加入兴趣小组" },
    },
  },
  parameters: {
    exit: probability({
      label: { en: "Leaving a group", zh: "退组率" },
      help: { en: "Each membership is counted by itself.", zh: "每份成员身份分别计算。" },
      default: 0.3,
      per: "year",

      rows: ["L3"],
      prior: [0.2, 0.4],
    }),
    joining: probability({
      label: { en: "Joining a group", zh: "入组率" },
      help: { en: "First a group of an acquaintance, else any of the community.", zh: "先看熟人所在小组，否则为社区内任一小组。" },
      default: 0.05,
      per: "year",

      rows: ["L3"],
      source: "Replaces exits at a tenth of adults in groups.",
    }),
  },
  reads: ["ties"],
  writes: ["groups.members", "residents.groups"],
  measures: ["participation_rate", "interest_retention_since_start", "interest_isolated_share"],
  begin(world) {
    const { before, firstGroup } = turnoverScratch(world);
    before.set(world.residents.columns.groups.subarray(0, before.length));
    // Groups stand in the order of their communities.
    const { community } = world.groups.columns;
    for (let c = 0, g = 0; c <= world.communities.rows; c++) {
      while (g < world.groups.rows && community[g] < c) g++;
      firstGroup[c] = g;
    }
  },
  step: turnOver,
});

/** Memory that begin and step share. */
function turnoverScratch(world: World) {
  const places = world.residents.rows * PLACES;
  return {
    /** [i * 3 + place] groups at the start of the month. */
    before: world.scratch("groupTurnover/before", Int32Array, places).subarray(0, places),
    /** [c] first group of a community; one more for the end. */
    firstGroup: world.scratch("groupTurnover/firstGroup", Uint32Array, world.communities.rows + 1),
  };
}

/** The residents of a community leave groups and join others, some of them elsewhere. */
function turnOver(world: World, context: Context<{ exit: number; joining: number }>, c: number): void {
  const { communities, groups, residents, ties } = world;
  const { before, firstGroup } = turnoverScratch(world);
  const { draws, parameters: p } = context;
  const { offsets, degree, neighbors } = ties;
  const { members } = groups.columns;
  const { groups: of, age } = residents.columns;
  const leave = 1 - pow(1 - p.exit, 1 / MONTHS);
  const join = 1 - pow(1 - p.joining, 1 / MONTHS);
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  const groupsHere = firstGroup[c + 1] - firstGroup[c];
  const joins = context.stream("joins").once(from, to);
  const once = draws.once(from, to);
  for (let i = from; i < to; i++) {
    const first = i * PLACES;
    let kept = 0;
    // Places are filled from the first on.
    if (before[first] >= 0) {
      for (let k = 0; k < PLACES; k++) {
        const g = before[first + k];
        if (g < 0) continue;
        // Other communities may count members of the same group at the same time.
        if (k === 0 ? once.chance(i, leave) : draws.chance(i, leave, k)) Atomics.sub(members, g, 1);
        else of[first + kept++] = g;
      }
      for (let k = kept; k < PLACES; k++) of[first + k] = -1;
    }
    if (kept === PLACES || age[i] < 18 || !joins.chance(i, join)) continue;
    let g = -1;
    for (let asked = 0; asked < ASKED && g < 0 && degree[i] > 0; asked++) {
      const j = neighbors[offsets[i] + draws.below(i, degree[i], 4 + asked)];
      g = before[j * PLACES];
    }
    if (g < 0 && groupsHere > 0) g = firstGroup[c] + draws.below(i, groupsHere, 9);
    if (g < 0 || before[first] === g || before[first + 1] === g || before[first + 2] === g) continue;
    of[first + kept] = g;
    Atomics.add(members, g, 1);
  }
}
