import { defineMechanism, spend } from "../../engine/index.ts";
import { quantity, share } from "../../scenario/index.ts";

/** A guidance centre trains secretaries; some training is for the record [T02, T03, G3]. */
export const secretaryTraining = defineMechanism({
  id: "secretaryTraining",
  verb: "branchesLive",
  title: { en: "Training of secretaries", zh: "书记培训" },
  summary: {
    en: "The guidance centre trains the secretaries of branches every fourth week; part of it is attended for the record only.",
    zh: "党建指导中心每四周培训支部书记；部分培训仅为留痕。",
  },
  rows: ["T02", "T03", "T05", "G3", "T01", "T10"],
  partyBuilding: true,
  sheet: {
    equation: "sec(t+1) = sec + h · ℓ (1 − rigidity f) (1 − sec) − d (sec − ½)",
    symbols: {
      sec: "ability of the secretary, 0-1",
      h: "hours of training a month",
      ℓ: "learning an hour",
      f: "share attended for the record at rigidity 1",
      d: "return to the ordinary by turnover, a month",
    },
    source: "T01-T03, G3: training-for-record is the null of the register. Values are judgements.",
    departures: "A secretary who leaves is not replaced by a new draw: turnover pulls ability to one half.",
    draws: "none",
    placebo: "Training of the same cost in another subject.",
    harm: "Hours are owed by the organizations of the branch (divideHours).",
  },
  parameters: {
    hours: quantity({
      default: 2,
      min: 0,
      max: 40,
      unit: "hours a month",
      en: "Training of a secretary, h.",
      zh: "书记每月培训时数。",
      rows: ["T02"],
    }),
    learning: share({
      default: 0.01,
      of: "the distance to full ability, an hour",
      en: "Learning from an hour, ℓ.",
      zh: "每小时学习效果。",
      rows: ["T02"],
    }),
    forRecord: share({
      default: 0.6,
      of: "training",
      en: "Training attended for the record only at rigidity 1, f.",
      zh: "刚性为1时仅为留痕的培训比例。",
      rows: ["G3"],
    }),
    turnover: share({
      default: 0.02,
      of: "the distance to one half, a month",
      en: "Return to ordinary ability by turnover, d.",
      zh: "人员更替使能力回归常态的月速度。",
      rows: ["T01"],
    }),
    cost: quantity({
      default: 60,
      min: 0,
      max: 2000,
      unit: "yuan an hour",
      en: "Cost of an hour of training.",
      zh: "每小时培训成本。",
      rows: ["T02"],
    }),
  },
  reads: ["branches.secretary", "organizations.branch"],
  writes: ["branches.secretary", "organizations.hoursOwed", "ledger"],
  measures: ["branch_activity_true", "coverage_functional", "party_work_hours"],
  step(world, context) {
    if (context.week % 4 !== 2) return;
    const b = world.branches.columns;
    const o = world.organizations.columns;
    for (let k = 0; k < world.branches.rows; k++) {
      const c = b.community[k];
      const mode = context.mode(c);
      if (!b.alive[k] || mode === "off") continue;
      const p = context.of(c);
      spend(world, c, p.hours * p.cost);
      const useful = mode === "on" ? p.hours * p.learning * (1 - context.rigidity(c) * p.forRecord) : 0;
      b.secretary[k] += Math.min(1, useful) * (1 - b.secretary[k]) - p.turnover * (b.secretary[k] - 0.5);
    }
    for (let g = 0; g < world.organizations.rows; g++) {
      const c = o.community[g];
      const mode = context.mode(c);
      if (!o.alive[g] || mode === "off" || (mode === "on" ? o.branch[g] < 0 : !o.placebo[g])) continue;
      const p = context.of(c);
      o.hoursOwed[g] += Math.round(60 * p.hours);
      if (mode === "placebo") spend(world, c, p.hours * p.cost);
    }
  },
});
