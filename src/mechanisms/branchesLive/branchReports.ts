import { defineMechanism, MONTHS } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity, share } from "../../scenario/index.ts";

/** The law of reports: they answer to what is asked and to inspections, not to work (eq. 4.21) [H05]. */
export const branchReports = defineMechanism({
  id: "branchReports",
  phase: "branchesLive",
  scope: "branch",
  every: "month",
  inWeek: 0,
  title: { en: "Reports of branches", zh: "支部上报" },
  summary: {
    en: "Reports move towards what is asked, faster under rigid rules; an inspection sets them right and tells the gap.",
    zh: "上报向要求靠拢，刚性越强越快；检查使其归实，并查出差距。",
  },
  rows: ["H05", "N12"],
  partyBuilding: true,
  specification: {
    equation: "rep(t+1) = rep + min(1, g rigidity (1 + P)) (1 − rep) ; with rate ρ a year: gap found = max(0, rep − act), rep = act",
    symbols: {
      rep: "activity as reported, 0-1",
      act: "true activity (branchWork)",
      g: "embellishment a month at rigidity 1",
      P: "share of the target that is not met, times the pull of its deadline (administrativeDrive)",
      ρ: "inspections a year",
    },
    source: "eq. 4.21 (Holmström & Milgrom 1991), audit rate 0.02-0.2 a year; H05. Embellishment is a judgement.",
    departures: "Nobody weighs the risk of being found out; the rate of inspection alone keeps reports near work.",
    draws: "agent = branch: 0 inspected.",
    placebo: "Nothing is reported.",
    harm: "Between inspections a hollow branch reports as well as a working one.",
  },
  chances: {
    "": {
      0: { of: "branch", en: "is inspected", zh: "接受检查" },
    },
  },
  parameters: {
    embellishment: share({
      label: { en: "Embellishment", zh: "美化幅度" },
      help: { en: "Reports move this far towards what is asked at rigidity 1.", zh: "刚性为 1 时，上报向要求靠近的幅度。" },
      default: 0.05,
      of: "the gap to full",
      rows: ["H05"],
      prior: [0, 0.2],
    }),
    inspections: quantity({
      label: { en: "Inspections", zh: "检查次数" },
      help: { en: "Each sets the report right and tells how far it was off.", zh: "每次检查使上报归实，并查明虚报多少。" },
      default: 0.1,
      min: 0,
      max: 12,
      unit: "a year",
      rows: ["H05"],
      evidence: "M",
      prior: [0.02, 0.2],
      source: "eq. 4.21: audits 0.02-0.2 a year.",
    }),
  },
  reads: ["branches.activity", "branches.community", "weekTotals.communities.branchPressure"],
  writes: ["branches.reported", "weekTotals.branches.gapFound"],
  measures: ["branch_activity_reported"],
  step(world, { parameters: p, mode, rigidity, draws }, k) {
    if (mode !== "on") return;
    const { activity, reported, community } = world.branches.columns;
    if (draws.chance(k, chanceOf(p.inspections / MONTHS), 0)) {
      world.weekTotals.branches.columns.gapFound[k] = Math.max(0, reported[k] - activity[k]);
      reported[k] = activity[k];
      return;
    }
    const asked = 1 + world.weekTotals.communities.columns.branchPressure[community[k]];
    reported[k] += Math.min(1, p.embellishment * rigidity * asked) * (1 - reported[k]);
  },
});
