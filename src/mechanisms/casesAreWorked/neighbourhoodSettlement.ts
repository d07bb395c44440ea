import {
  amountsByType,
  CONSENT,
  defineMechanism,
  experience,
  giveTime,
  isAmongPeople,
  minutesLeft,
  OF_NEIGHBOURS,
  OWN_WORK,
  RAISED,
  RESIDENT,
  type World,
} from "../../engine/index.ts";
import { probability, whole } from "../../scenario/index.ts";
import { settleAmongNeighbours } from "./endings.ts";

const USUAL_ABILITY = 0.2;
const HELPERS = 2;

/** Neighbours try first, by what they can and whom they know, until somebody else takes the matter over [Z21, V7]. */
export const neighbourhoodSettlement = defineMechanism({
  id: "neighbourhoodSettlement",
  phase: "casesAreWorked",
  scope: "matter",
  every: "week",
  title: { en: "Settlement among neighbours", zh: "邻里自行解决" },
  summary: {
    en: "Residents who turned to people they know try to settle the matter with two of them, week by week; success is unrecorded and teaches them.",
    zh: "向熟人求助的居民与其中两人逐周设法解决；成功不入记录，但增长能力。",
  },
  rows: ["Z21", "L2", "L7", "D05", "V7"],
  specification: {
    equation:
      "P(settled in a week) = p · ease_q (1 − severity) · (k / 0.2) · 2 T · (helpers + 1) / 3 while the matter is among people and nobody took it up",
    symbols: {
      p: "chance a week for three residents of usual ability and middling trust, with a trifle that is easily settled",
      ease: "how readily those concerned settle this type among themselves, 0-1 (matters.easy, hard; 0 if they cannot)",
      k: "mean of self-management and self-service of those who try, 0-1",
      T: "trust in neighbours of who raised it, 0-1",
      helpers: "core acquaintances with free time who help, at most two",
    },
    source: "Route by neighbours; rows Z21, V7. The form is a judgement.",
    departures: "What needs consent or money cannot be settled so.",
    draws: "agent = serial: 0 settled, 1 where helpers are looked for.",
    harm: "What neighbours settle is not recorded: records understate a community that helps itself. Taken over too soon, it teaches nobody (caseQueue.takeOver).",
  },
  chances: {
    "": {
      0: { of: "matter", en: "is settled among neighbours", zh: "由邻里解决" },
    },
  },
  parameters: {
    chance: probability({
      label: { en: "Rate of settlement", zh: "邻里解决率" },
      help: {
        en: "Of trifles that are easily settled, by three residents of usual ability and trust.",
        zh: "三位能力与信任一般的居民处理最易解决的小事。",
      },
      default: 0.6,
      per: "week",

      rows: ["Z21"],
      prior: [0.1, 1],
    }),
    minutes: whole({
      label: { en: "Time of a try", zh: "每次用时" },
      help: { en: "Given by each who tries, in each week.", zh: "参与者每人每周付出。" },
      default: 30,
      min: 0,
      max: 480,
      unit: "minutes",

      rows: ["Z21"],
    }),
  },
  reads: [
    "matters.class",
    "matters.community",
    "matters.needMoney",
    "matters.other",
    "matters.raised",
    "matters.recorded",
    "matters.resident",
    "matters.route",
    "matters.serial",
    "matters.severity",
    "matters.type",
    "residents.ability",
    "residents.trustNeighbours",
    "ties",
  ],
  writes: [
    "experiences",
    "ledger",
    "matters.changed",
    "matters.settled",
    "matters.state",
    "residents.minutesMonth",
    "residents.minutesWeek",
    "residents.minutesYear",
    "weekTotals.durations.settled",
    "weekTotals.matters.left",
    "weekTotals.matters.leftRecorded",
    "weekTotals.matters.leftSettled",
    "weekTotals.matters.selfSettled",
    "weekTotals.matters.settled",
  ],
  measures: ["self_settled_share", "settlement_rate_true", "matters_settled_true"],
  step(world, { parameters: p, draws, week }, q) {
    const m = world.matters.columns;
    if (m.state[q] !== RAISED || !isAmongPeople(m.route[q]) || m.class[q] === CONSENT || m.needMoney[q] > 0) return;
    const i = m.resident[q];
    if (i < 0) return;
    if (minutesLeft(world, i) < p.minutes) return;
    const team = world.workspace("neighbourhoodSettlement/team", Int32Array, HELPERS + 1);
    const size = gather(world, i, p.minutes, draws.uniform(m.serial[q], 1), team);
    const { trustNeighbours } = world.residents.columns;
    let ability = 0;
    for (let k = 0; k < size; k++) {
      ability += abilityOf(world, team[k]) / size;
      giveTime(world, team[k], RESIDENT, i, p.minutes);
    }
    const trust = (trustNeighbours[i * 2] + 1) / (trustNeighbours[i * 2] + trustNeighbours[i * 2 + 1] + 2);
    const { ease } = amountsByType(world.scenario.matters)[m.type[q]];
    const odds = (p.chance * ease * (1 - m.severity[q]) * (ability / USUAL_ABILITY) * 2 * trust * size) / (HELPERS + 1);
    if (!draws.chance(m.serial[q], Math.min(1, odds), 0)) return;
    settleAmongNeighbours(world, week, q);
    for (let k = 0; k < size; k++) experience(world, team[k], OF_NEIGHBOURS, OWN_WORK, 1);
  },
});

/** Mean of self-management and self-service. */
const abilityOf = ({ residents }: World, i: number): number =>
  (residents.columns.ability[i * 4] + residents.columns.ability[i * 4 + 2]) / 2;

/**
 * Who tries: i and core acquaintances with time, looked for from a drawn place on.
 *
 * @param at   uniform number
 * @param out  written: residents, i first
 */
function gather(world: World, i: number, minutes: number, at: number, out: Int32Array): number {
  const { offsets, degree, neighbors, core } = world.ties;
  out[0] = i;
  let size = 1;
  const start = Math.floor(at * degree[i]);
  for (let k = 0; k < degree[i] && size <= HELPERS; k++) {
    const h = offsets[i] + ((start + k) % degree[i]);
    if (!core[h] || minutesLeft(world, neighbors[h]) < minutes) continue;
    out[size++] = neighbors[h];
  }
  return size;
}
