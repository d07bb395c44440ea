import { CONFLICT, CONTACT, defineMechanism, experience, OF_NEIGHBOURS, TAKEN_UP } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { choice, quantity } from "../../scenario/index.ts";
import { handTo } from "./endings.ts";

const FITTING = (1 << 3) | (1 << 4) | (1 << 10); // mediation, joint party building, democratic consultation

/** Covered organizations mediate conflicts; they may be given the easy ones [D05, Z03]. */
export const mediation = defineMechanism({
  id: "mediation",
  phase: "casesAreWorked",
  scope: "district",
  every: "week",
  title: { en: "Mediation by organizations", zh: "组织参与调解" },
  summary: {
    en: "Covered organizations of a fitting type mediate open disputes, drawn at random or the easiest first, which looks like success.",
    zh: "合适的被覆盖组织调解办理中的纠纷：随机分派，或先挑容易的，看上去像是成效。",
  },
  rows: ["D05", "D01", "D02", "D03", "Z03"],
  partyBuilding: true,
  rivals: ["mechanisms.mediation.assignment=selected"],
  specification: {
    equation:
      "P(case mediated in a week) = 1 − e^−(c · mediators) by random assignment, or for severity < ½ only when selected ; then both parties met each other as well as the mediator works",
    symbols: { c: "cases a mediating organization can take, per open conflict" },
    source: "D05: PB organizations raise mediation success; selection of easy cases is its null.",
    departures: "Success itself is drawn when the case is closed (caseQueue), where the quality of who handled it counts.",
    draws: "agent = serial: 0 mediated, 1 by whom.",
    placebo: "The organizations are paid for waiting.",
    harm: "Selected assignment leaves the hard conflicts to others: recorded success is not effect.",
  },
  chances: {
    "": {
      0: { of: "matter", en: "is mediated", zh: "得到调解" },
    },
  },
  parameters: {
    assignment: choice(["random", "selected"], {
      label: { en: "Assignment", zh: "分派方式" },
      help: {
        en: "Selecting takes easy disputes first, which flatters the recorded closing rate.",
        zh: "挑选即先取容易的纠纷，办结率因此偏高。",
      },
      default: "random",

      rows: ["D05"],
    }),
    capacity: quantity({
      label: { en: "Capacity", zh: "调解承接率" },
      help: { en: "The more organizations fit, the more disputes are mediated.", zh: "合适的组织越多，得到调解的纠纷越多。" },
      default: 0.09,
      min: 0,
      max: 5,
      unit: "per dispute and organization a week",

      rows: ["D05"],
      evidence: "A",
      prior: [0.045, 0.18],
      source: "4.7 disputes a year by each mediator: 14.94 m by 3.176 m [S61]; half to twice of it.",
    }),
  },
  reads: [
    "matters.changed",
    "matters.class",
    "matters.community",
    "matters.other",
    "matters.resident",
    "matters.serial",
    "matters.state",
    "organizations.alive",
    "organizations.coverage",
    "organizations.quality",
    "organizations.type",
  ],
  writes: ["experiences", "matters.handler", "matters.handlerKind"],
  measures: ["settlement_rate_true", "matters_reopened", "trust_neighbours"],
  step(world, context) {
    const m = world.matters.columns;
    const o = world.organizations.columns;
    const fit: number[] = [];
    for (let g = 0; g < world.organizations.rows; g++) if (o.alive[g] && o.coverage[g] > 0 && FITTING & (1 << o.type[g])) fit.push(g);
    if (fit.length === 0) return;
    for (let q = 0; q < world.matters.rows; q++) {
      const c = m.community[q];
      if (m.class[q] !== CONFLICT || m.state[q] !== TAKEN_UP || m.changed[q] !== context.week - 1) continue;
      const here = context.at(c);
      if (here?.mode !== "on") continue;
      const p = here.parameters;
      if (p.assignment === "selected" && m.severity[q] >= 0.5) continue;
      const share = fit.length / Math.max(1, world.communities.rows);
      if (!context.draws.chance(m.serial[q], chanceOf(p.capacity * share * (p.assignment === "selected" ? 2 : 1)), 0)) continue;
      const g = fit[context.draws.below(m.serial[q], fit.length, 1)];
      handTo(world, q, g);
      for (const i of [m.resident[q], m.other[q]]) if (i >= 0) experience(world, i, OF_NEIGHBOURS, CONTACT, o.quality[g]);
    }
  },
});
