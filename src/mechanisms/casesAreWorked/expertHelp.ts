import {
  COMMUNITY,
  defineMechanism,
  EXPERT_TIME,
  inDrawnOrder,
  isServed,
  kindOfType,
  MONEY,
  OUTSIDE,
  WORKPLACE,
  type World,
} from "../../engine/index.ts";
import { PROPERTY_FIRM } from "../../population/index.ts";
import { whole } from "../../scenario/index.ts";

const BEYOND = 2; // times the fee, for experts of the city

/** Matters that need an engineer, a nurse, a lawyer or a counsellor get their hours where such people work [I02, I06, D01]. */
export const expertHelp = defineMechanism({
  id: "expertHelp",
  phase: "casesAreWorked",
  scope: "district",
  every: "week",
  title: { en: "Expert help", zh: "专业支持" },
  summary: {
    en: "Engineers, nurses, lawyers and counsellors of workplaces give hours to matters for a fee; what alliance and service points lend comes first.",
    zh: "单位的工程师、护士、律师、辅导员有偿为事项提供专业工时；联盟与服务点提供的先用。",
  },
  rows: ["I02", "I03", "I06", "D01", "D02", "Z17", "Z13"],
  specification: {
    equation: [
      "offered by workplace u: ℓ_u minutes a week ; a matter takes at most w minutes a week, from the account of its community, then from workplaces of a fitting kind, those of the community first, last from beyond the district at twice the fee, for money only",
      "fee: f an hour, from the community's money while there is any",
    ].join("\n"),
    symbols: {
      ℓ: "minutes a week that the workplace could spare (workplaces.lendMinutes)",
      w: "most minutes of experts on one matter in a week",
      f: "price of an hour, yuan (prices)",
    },
    source: "Who needs whom: engine/matterKinds; how much: matters. Values are judgements.",
    departures: "Hours of experts are alike within a kind of workplace. Who has no money left is helped for nothing, last.",
    draws: "agent = serial: 0 order, 1 where the search begins.",
    harm: "Communities with few fitting workplaces near wait longer, and what they pay is missing elsewhere.",
  },
  parameters: {
    pace: whole({
      label: { en: "Expert time on a matter", zh: "单项专业工时" },
      help: { en: "More needs more weeks.", zh: "超出部分顺延至以后各周。" },
      default: 480,
      min: 1,
      max: 2400,
      unit: "minutes a week",
      rows: ["I02"],
      prior: [120, 960],
    }),
  },
  reads: ["matters.community", "matters.consent", "matters.needExpert", "matters.serial", "matters.state", "matters.type"],
  writes: ["ledger", "matters.gotExpert"],
  measures: ["weeks_to_settle_median", "settlement_rate_true"],
  step(world, context) {
    const { matters, communities } = world;
    const m = matters.columns;
    const lenders = lendersOf(world);
    const needs: number[] = [];
    for (let q = 0; q < matters.rows; q++) if (wantsExpert(world, q) && context.at(m.community[q])) needs.push(q);
    for (const q of inDrawnOrder(needs, m.serial, context.draws, 0)) {
      const c = m.community[q];
      const p = context.at(c)?.parameters;
      if (p === undefined) continue;
      const want = Math.min(p.pace, m.needExpert[q] - m.gotExpert[q]);
      let got = Math.min(want, world.ledger.balance(EXPERT_TIME, COMMUNITY, c));
      world.ledger.move(EXPERT_TIME, COMMUNITY, c, OUTSIDE, 0, got);
      const turn = context.draws.below(m.serial[q], communities.rows, 1);
      for (let n = 0; n <= communities.rows && got < want; n++) {
        const there = n === 0 ? c : (turn + n) % communities.rows;
        got += hire(world, lenders, there, c, kindOfType[m.type[q]].expertsAt ?? 0, want - got, world.scenario.prices.hour);
      }
      m.gotExpert[q] += got + hireBeyond(world, c, want - got, BEYOND * world.scenario.prices.hour);
    }
  },
});

/** Experts come once it is decided that the thing is done. */
function wantsExpert({ matters }: World, q: number): boolean {
  const { state, needExpert, gotExpert, consent } = matters.columns;
  if (gotExpert[q] >= needExpert[q]) return false;
  return isServed(state[q], consent[q]);
}

/** Hires experts from beyond the district, as far as the community's money reaches. @returns minutes */
function hireBeyond({ ledger }: World, c: number, want: number, fee: number): number {
  const minutes = fee > 0 ? Math.min(want, Math.floor((60 * ledger.balance(MONEY, COMMUNITY, c)) / fee)) : want;
  if (minutes <= 0) return 0;
  ledger.move(EXPERT_TIME, OUTSIDE, 0, COMMUNITY, c, minutes);
  ledger.move(EXPERT_TIME, COMMUNITY, c, OUTSIDE, 0, minutes);
  ledger.move(MONEY, COMMUNITY, c, OUTSIDE, 0, Math.min(ledger.balance(MONEY, COMMUNITY, c), Math.round((minutes / 60) * fee)));
  return minutes;
}

/** What workplaces still offer this week. Those of a community stand together, property firms after all others. */
interface Lenders {
  /** [workplace] minutes. */
  readonly left: Uint32Array;
  /** [community] its first workplace. */
  readonly first: Uint32Array;
  /** [community * 32 + kind] workplaces that have minutes left; [community] bits of the kinds of which there are any. */
  readonly able: Uint32Array;
  readonly ableKinds: Uint32Array;
}

const KINDS = 32;

function lendersOf(world: World): Lenders {
  const { workplaces, communities } = world;
  const { community, lendMinutes, kind } = workplaces.columns;
  const lenders: Lenders = {
    left: world.scratch("expertHelp/left", Uint32Array, workplaces.rows),
    first: world.scratch("expertHelp/first", Uint32Array, communities.rows).fill(workplaces.rows),
    able: world.scratch("expertHelp/able", Uint32Array, communities.rows * KINDS).fill(0),
    ableKinds: world.scratch("expertHelp/ableKinds", Uint32Array, communities.rows).fill(0),
  };
  for (let u = workplaces.rows - 1; u >= 0; u--) {
    lenders.left[u] = lendMinutes[u];
    if (kind[u] === PROPERTY_FIRM) continue;
    lenders.first[community[u]] = u;
    if (lenders.left[u] === 0) continue;
    lenders.able[community[u] * KINDS + kind[u]]++;
    lenders.ableKinds[community[u]] |= 1 << kind[u];
  }
  return lenders;
}

/** A workplace lends minutes of what it has left. */
function lends({ left, able, ableKinds }: Lenders, u: number, community: number, kind: number, minutes: number): void {
  left[u] -= minutes;
  if (left[u] === 0 && --able[community * KINDS + kind] === 0) ableKinds[community] &= ~(1 << kind);
}

/** Hires experts of a community for another, or for itself. @returns minutes */
function hire(world: World, lenders: Lenders, from: number, to: number, kinds: number, want: number, fee: number): number {
  const { workplaces, ledger } = world;
  const { community, kind } = workplaces.columns;
  const { left, first, ableKinds } = lenders;
  let got = 0;
  for (let u = first[from]; got < want && kinds & ableKinds[from] && u < workplaces.rows && community[u] === from; u++) {
    if (left[u] === 0 || !(kinds & (1 << kind[u]))) continue;
    const minutes = Math.min(want - got, left[u]);
    lends(lenders, u, from, kind[u], minutes);
    got += minutes;
    ledger.move(EXPERT_TIME, OUTSIDE, 0, WORKPLACE, u, minutes);
    ledger.move(EXPERT_TIME, WORKPLACE, u, OUTSIDE, 0, minutes);
    const paid = Math.min(Math.round((minutes / 60) * fee), ledger.balance(MONEY, COMMUNITY, to));
    ledger.move(MONEY, COMMUNITY, to, WORKPLACE, u, paid);
    ledger.move(MONEY, WORKPLACE, u, OUTSIDE, 0, paid);
  }
  return got;
}
