import { defineMechanism } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import { probability } from "../../scenario/index.ts";

const MONTHS = 13;
const PLACES = 3;

/** People leave interest groups and join those of acquaintances [L3]. */
export const groupTurnover = defineMechanism({
  id: "groupTurnover",
  verb: "tiesChange",
  title: { en: "Turnover of interest groups", zh: "兴趣小组更替" },
  summary: {
    en: "Every fourth week members leave their groups, and adults join a group of an acquaintance.",
    zh: "每四周有成员离开小组，也有成年人加入熟人所在的小组。",
  },
  rows: ["L3"],
  sheet: {
    equation: "P(leave in a month) = 1 − (1 − x)^(1/13) ; P(join in a month) = 1 − (1 − j)^(1/13), if a drawn acquaintance has a group",
    symbols: { x: "exit a year", j: "joining a year" },
    source: "science.md 3.2: membership exit 20-40% a year.",
    departures: "A group that loses its last member stays as an empty row.",
    draws: "agent = resident: 0-2 leaves the group in that place, 3 joins, 4 acquaintance, 5 which of its groups.",
  },
  parameters: {
    exit: probability({
      default: 0.3,
      per: "year",
      en: "Chance to leave a group.",
      zh: "退出小组的年概率。",
      rows: ["L3"],
      prior: [0.2, 0.4],
    }),
    joining: probability({
      default: 0.2,
      per: "year",
      en: "Chance to join a group if a drawn acquaintance is in one.",
      zh: "抽到的熟人有小组时加入的年概率。",
      rows: ["L3"],
    }),
  },
  reads: ["ties", "residents.groups", "residents.age"],
  writes: ["residents.groups", "groups.members"],
  measures: ["participation_rate", "overlap_jaccard"],
  step(world, context) {
    if (context.week % 4 !== 0) return;
    const { communities, groups, residents, ties } = world;
    const of = residents.columns.groups;
    const age = residents.columns.age;
    const before = world.scratch("groupTurnover/before", Int32Array, residents.rows * PLACES);
    before.set(of.subarray(0, residents.rows * PLACES));
    for (let c = 0; c < communities.rows; c++) {
      if (context.mode(c) === "off") continue;
      const p = context.of(c);
      const leave = 1 - pow(1 - p.exit, 1 / MONTHS);
      const join = 1 - pow(1 - p.joining, 1 / MONTHS);
      const from = communities.columns.firstResident[c];
      const to = from + communities.columns.residents[c];
      for (let i = from; i < to; i++) {
        let kept = 0;
        for (let k = 0; k < PLACES; k++) {
          const g = before[i * PLACES + k];
          if (g < 0) continue;
          if (context.draws.chance(i, leave, k)) groups.columns.members[g]--;
          else of[i * PLACES + kept++] = g;
        }
        for (let k = kept; k < PLACES; k++) of[i * PLACES + k] = -1;
        if (kept === PLACES || age[i] < 18 || ties.degree[i] === 0 || !context.draws.chance(i, join, 3)) continue;
        const j = ties.neighbors[ties.offsets[i] + context.draws.below(i, ties.degree[i], 4)];
        const g = before[j * PLACES + context.draws.below(i, PLACES, 5)];
        if (
          g < 0 ||
          groups.columns.members[g] === 0 ||
          before[i * PLACES] === g ||
          before[i * PLACES + 1] === g ||
          before[i * PLACES + 2] === g
        )
          continue;
        of[i * PLACES + kept] = g;
        groups.columns.members[g]++;
      }
    }
  },
});
