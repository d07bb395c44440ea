import { defineMechanism, owesHours, spend } from "../../engine/index.ts";
import { bodyOf } from "../../population/index.ts";
import { quantity, share } from "../../scenario/index.ts";
import { works } from "./foundBranch.ts";

/** A guidance centre trains secretaries; some training is for the record [T02, T03, G3]. */
export const secretaryTraining = defineMechanism({
  id: "secretaryTraining",
  phase: "branchesLive",
  scope: "branch",
  every: "month",
  inWeek: 3,
  title: { en: "Training of secretaries", zh: "书记培训" },
  summary: {
    en: "Every four weeks the guidance centre trains branch secretaries; under rigid rules part is attended only for the record.",
    zh: "党建指导中心每 4 周培训支部书记；刚性越强，越多培训流于形式。",
  },
  rows: ["T02", "T03", "T05", "G3", "T01", "T10"],
  partyBuilding: true,
  specification: {
    equation: "sec(t+1) = min(1, sec + ℓ (h (1 − rigidity f) + elsewhere) (1 − sec) − d (sec − ½))",
    symbols: {
      sec: "ability of the secretary, 0-1",
      h: "hours of training a month",
      elsewhere: "hours of training that others give this week (sparkStation)",
      ℓ: "learning an hour",
      f: "share attended for the record at rigidity 1",
      d: "return to the ordinary by turnover, a month",
    },
    source: "T01-T03, G3: training-for-record is the null of the register. Values are judgements.",
    departures: "A secretary who leaves is not replaced by a new draw: turnover pulls ability to one half.",
    draws: "none",
    placebo:
      "Training of the same cost in another subject; who chairs a meeting in the place of a branch learns to chair it, so that as much is held.",
    harm: "Hours are owed by the organizations of the branch (divideHours).",
  },
  parameters: {
    hours: quantity({
      label: { en: "Training", zh: "培训时数" },
      help: { en: "Of each secretary; the organizations owe the hours.", zh: "按每位书记计；工时由其组织承担。" },
      default: 2,
      min: 0,
      max: 40,
      unit: "hours a month",

      rows: ["T02"],
    }),
    learning: share({
      label: { en: "Learning", zh: "学习幅度" },
      help: { en: "The ability of the secretary moves this far towards full.", zh: "书记能力向满值靠近的幅度。" },
      default: 0.02,
      of: "the gap to full, an hour",

      rows: ["T02"],
      evidence: "M",
      prior: [0.02, 0.1],
      source: "eq. 4.22: 0.02-0.1 an occasion; each hour is taken as one.",
    }),
    forRecord: share({
      label: { en: "Attended for the record", zh: "留痕培训占比" },
      help: { en: "At rigidity 1; such training teaches nothing.", zh: "刚性为 1 时；这部分培训没有效果。" },
      default: 0.6,
      of: "training",

      rows: ["G3"],
    }),
    turnover: share({
      label: { en: "Loss by turnover", zh: "更替回落" },
      help: { en: "New secretaries bring ability back towards one half.", zh: "书记更替使能力回落到 0.5。" },
      default: 0.026,
      of: "the gap to one half, a month",

      rows: ["T01"],
      evidence: "A",
      source: "A term of three years [S22] is 39 months of four weeks.",
      prior: [0.015, 0.026],
    }),
  },
  reads: [
    "branches.community",
    "branches.form",
    "organizations.alive",
    "organizations.branch",
    "organizations.community",
    "organizations.meeting",
    "weekTotals.branches.training",
  ],
  writes: ["branches.secretary", "ledger", "organizations.hoursOwed", "weekTotals.communities.programmeMoney"],
  measures: ["branch_activity_true", "coverage_functional", "party_work_hours"],
  step(world, { parameters: p, mode, rigidity }, k) {
    const b = world.branches.columns;
    spend(world, b.community[k], p.hours * world.scenario.prices.hour);
    const hours = p.hours * (1 - rigidity * p.forRecord) + world.weekTotals.branches.columns.training[k];
    const useful = works(world, k, mode) ? hours * p.learning : 0;
    const trained = b.secretary[k] + Math.min(1, useful) * (1 - b.secretary[k]);
    b.secretary[k] = Math.min(1, trained - p.turnover * (b.secretary[k] - 0.5));
  },
  end(world, context) {
    const o = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      const here = context.at(o.community[g]);
      if (!o.alive[g] || here === undefined || bodyOf(world.organizations, g) < 0) continue;
      owesHours(world, g, Math.round(60 * here.parameters.hours));
    }
  },
});
