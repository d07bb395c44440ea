import { type Context, defineMechanism, MONTHS, type World } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { level, probability } from "../../scenario/index.ts";

const PLACES = 3;
const ASKED = 5; // acquaintances whose groups are looked at

/** People leave interest groups and join those of acquaintances, or any nearby [L3]. */
export const groupTurnover = defineMechanism({
  id: "groupTurnover",
  phase: "tiesChange",
  scope: "community",
  every: "month",
  inWeek: 0,
  apart: true,
  title: { en: "Turnover of interest groups", zh: "兴趣小组更替" },
  summary: {
    en: "Every four weeks members leave their groups, and adults join, mostly groups of acquaintances.",
    zh: "每 4 周有成员离开小组，也有成年人加入，多为熟人所在的小组。",
  },
  rows: ["L3"],
  specification: {
    equation: "P(leave in a month) = (1 − (1 − x)^(1/13)) (1 − h)^k ; P(join in a month) = 1 − (1 − j)^(1/13)",
    symbols: {
      x: "exit a year of who knows nobody there",
      h: "hold of an acquaintance",
      k: "acquaintances in the group",
      j: "joining a year",
    },
    source: "Members leave at 20-40% a year (references: networks); ties inside hold (McPherson, Popielarz & Drobnic 1992).",
    departures: "A group that loses its last member stays as an empty row.",
    harm: "People join where their acquaintances are: groups reach those already reached.",
    draws:
      "agent = resident: 0-2 leaves the group in that place, 4-8 acquaintances, 9 any group of the community, 12-16 colleagues; stream joins: 0 joins.",
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
      help: { en: "By those who know nobody in the group; each membership by itself.", zh: "组内无熟人者的退组率；每份成员身份分别计算。" },
      default: 0.5,
      per: "year",

      rows: ["L3"],
      prior: [0.3, 0.7],
    }),
    glue: level({
      label: { en: "Held by acquaintances", zh: "熟人留组" },
      help: { en: "Each acquaintance in the group lowers the chance to leave by this.", zh: "组内每有一位熟人，退组率降低这一比例。" },
      default: 0.4,
      rows: ["L3", "L5"],
      evidence: "M",
      source: "Ties inside a group lengthen membership (McPherson, Popielarz & Drobnic 1992).",
      prior: [0.1, 0.6],
    }),
    joining: probability({
      label: { en: "Joining a group", zh: "入组率" },
      help: {
        en: "First a group of a colleague, then of an acquaintance, else any of the community.",
        zh: "先看同事、再看熟人所在小组，否则为社区内任一小组。",
      },
      default: 0.055,
      per: "year",

      rows: ["L3"],
      source: "Replaces exits at a tenth of adults in groups.",
    }),
  },
  reads: ["residents.workplace", "ties"],
  writes: ["groups.members", "residents.groups"],
  measures: ["participation_rate", "interest_retention_since_start", "interest_isolated_share"],
  begin(world) {
    const { before, firstGroup } = turnoverScratch(world);
    before.set(world.residents.columns.groups.subarray(0, before.length));
    listColleagues(world);
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
    // Residents by their workplace: colleagues[start[u] .. start[u + 1]).
    start: world.scratch("groupTurnover/start", Uint32Array, world.workplaces.rows + 2),
    colleagues: world.scratch("groupTurnover/colleagues", Uint32Array, world.residents.rows),
    /** [i * 3 + place] groups at the start of the month. */
    before: world.scratch("groupTurnover/before", Int32Array, places).subarray(0, places),
    /** [c] first group of a community; one more for the end. */
    firstGroup: world.scratch("groupTurnover/firstGroup", Uint32Array, world.communities.rows + 1),
  };
}

function listColleagues(world: World): void {
  const { workplace } = world.residents.columns;
  const { start, colleagues } = turnoverScratch(world);
  start.fill(0, 0, world.workplaces.rows + 2);
  for (let i = 0; i < world.residents.rows; i++) if (workplace[i] >= 0) start[workplace[i] + 2]++;
  for (let u = 0; u < world.workplaces.rows; u++) start[u + 2] += start[u + 1];
  for (let i = 0; i < world.residents.rows; i++) if (workplace[i] >= 0) colleagues[start[workplace[i] + 1]++] = i;
}

/** The residents of a community leave groups and join others, some of them elsewhere. */
function turnOver(world: World, context: Context<{ exit: number; glue: number; joining: number }>, c: number): void {
  const { communities, groups, residents, ties } = world;
  const { before, firstGroup, start, colleagues } = turnoverScratch(world);
  const { draws, parameters: p } = context;
  const { offsets, degree, neighbors } = ties;
  const { members } = groups.columns;
  const { groups: of, age, workplace } = residents.columns;
  const leave = 1 - pow(1 - p.exit, 1 / MONTHS);
  const join = 1 - pow(1 - p.joining, 1 / MONTHS);
  const from = communities.columns.firstResident[c];
  const to = from + communities.columns.residents[c];
  const groupsHere = firstGroup[c + 1] - firstGroup[c];
  const friendsIn = (g: number, i: number): number => {
    let count = 0;
    for (let h = offsets[i]; h < offsets[i] + degree[i]; h++) {
      const at = neighbors[h] * PLACES;
      if (before[at] === g || before[at + 1] === g || before[at + 2] === g) count++;
    }
    return count;
  };
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
        const u = k === 0 ? once.uniform(i) : draws.uniform(i, k);
        if (u < leave && u < leave * pow(1 - p.glue, friendsIn(g, i))) Atomics.sub(members, g, 1);
        else of[first + kept++] = g;
      }
      for (let k = kept; k < PLACES; k++) of[first + k] = -1;
    }
    if (kept === PLACES || age[i] < 18 || !joins.chance(i, join)) continue;
    let g = -1;
    const u = workplace[i];
    for (let asked = 0; u >= 0 && asked < ASKED && g < 0; asked++) {
      g = before[colleagues[start[u] + draws.below(i, start[u + 1] - start[u], 12 + asked)] * PLACES];
    }
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
