import { defineMechanism } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity, share } from "../../scenario/index.ts";

const EXISTS = 1;
const WORKS = 2;
const EXEMPLARY = 3;
const SOCIAL = 1; // forms 0 and 1 are branches of social organizations

/** Branches work by the ability of their secretary, report, and are inspected (eq. 4.21) [N06, T01, H05]. */
export const branchWork = defineMechanism({
  id: "branchWork",
  verb: "branchesLive",
  title: { en: "Work of branches", zh: "支部工作" },
  summary: {
    en: "A branch exists, then works, then its members set an example; what it reports runs ahead of what it does, until an inspection finds out.",
    zh: "支部先成立、再开展工作、最后党员发挥作用；上报超前于实际，直至检查发现。",
  },
  rows: ["N06", "T01", "N12", "H05", "Z05"],
  partyBuilding: true,
  sheet: {
    equation: [
      "act(t+1) = act + α (sec / √units · (1 − ½ rigidity) · (1 − w load) − act)",
      "reported = act + g rigidity (1 − act) ; with rate ρ a year an inspection sets reported = act and act + c (1 − act)",
      "stage: 1 below 0.2, 2 from 0.2, 3 from 0.5 ; exemplary members call others: outreach + e · share of branches at stage 3",
    ].join("\n"),
    symbols: {
      act: "functional activity, 0-1",
      sec: "ability of the secretary, 0-1",
      load: "share of hours on paperwork in its organizations",
      g: "gap between report and truth at rigidity 1",
      ρ: "inspections a year",
      c: "correction by an inspection",
      e: "invitations a week by exemplary members",
    },
    source: "Trilogy N06; T01; eq. 4.21 (Holmström & Milgrom 1991), audit rate 0.02-0.2 a year; H05.",
    departures: "The gap is proportional to rigidity, not chosen.",
    draws: "agent = branch: 0 inspected.",
    placebo: "Meetings of the same length on any subject: activity stays as it was.",
    harm: "Rigidity lowers true activity and raises what is reported: coverage without work.",
  },
  chances: {
    "": {
      0: { of: "branch", en: "is inspected", zh: "接受检查" },
    },
  },
  parameters: {
    adjustment: share({
      default: 0.1,
      of: "the gap a week",
      en: "Speed at which activity follows the ability of the secretary, α.",
      zh: "活动水平趋向书记能力的速度。",
      rows: ["T01"],
    }),
    workload: share({
      default: 0.3,
      of: "activity",
      en: "Activity lost when paperwork takes all hours, w.",
      zh: "事务全占工时时损失的活动。",
      rows: ["T01"],
    }),
    reportingGap: share({
      default: 0.6,
      of: "the distance to full activity",
      en: "Activity reported beyond truth at rigidity 1, g.",
      zh: "刚性为1时虚报的比例。",
      rows: ["H05"],
    }),
    inspections: quantity({
      default: 0.1,
      min: 0,
      max: 12,
      unit: "a year",
      en: "Inspections of a branch, ρ.",
      zh: "支部年检查次数。",
      rows: ["H05"],
      evidence: "M",
      prior: [0.02, 0.2],
    }),
    correction: share({
      default: 0.1,
      of: "the distance to full activity",
      en: "Activity gained after an inspection, c.",
      zh: "检查后的活动提升。",
      rows: ["H05"],
    }),
    example: quantity({
      default: 0.001,
      min: 0,
      max: 0.5,
      unit: "invitations a week",
      en: "Invitations to every adult where all branches are exemplary, e.",
      zh: "支部全部发挥作用时对每位成人的邀请。",
      rows: ["N06"],
    }),
  },
  reads: ["organizations.branch", "organizations.adminShare"],
  writes: ["branches.activity", "branches.reported", "branches.stage", "tally.communities.outreach"],
  measures: ["coverage_functional", "branch_activity_true", "branch_activity_reported", "participation_rate"],
  step(world, context) {
    const { branches, organizations, communities } = world;
    const b = branches.columns;
    const o = organizations.columns;
    const load = world.scratch("branchWork/load", Float64Array, branches.rows).fill(0);
    for (let g = 0; g < organizations.rows; g++) if (o.alive[g] && o.branch[g] >= 0) load[o.branch[g]] += o.adminShare[g];
    const count = world.scratch("branchWork/count", Uint32Array, communities.rows).fill(0);
    const exemplary = world.scratch("branchWork/exemplary", Uint32Array, communities.rows).fill(0);
    for (let k = 0; k < branches.rows; k++) {
      const c = b.community[k];
      if (!b.alive[k] || context.mode(c) !== "on") continue;
      const p = context.of(c);
      const rigidity = context.rigidity(c);
      const units = Math.max(1, b.units[k]);
      const aim = (b.secretary[k] / Math.sqrt(units)) * (1 - rigidity / 2) * (1 - (p.workload * load[k]) / units);
      b.activity[k] += p.adjustment * (aim - b.activity[k]);
      const inspected = context.draws.chance(k, chanceOf(p.inspections / 52), 0);
      if (inspected) b.activity[k] += p.correction * (1 - b.activity[k]);
      b.reported[k] = inspected ? b.activity[k] : b.activity[k] + p.reportingGap * rigidity * (1 - b.activity[k]);
      b.stage[k] = b.activity[k] >= 0.5 ? EXEMPLARY : b.activity[k] >= 0.2 ? WORKS : EXISTS;
      if (b.form[k] > SOCIAL && b.form[k] !== 2) continue;
      count[c]++;
      if (b.stage[k] === EXEMPLARY) exemplary[c]++;
    }
    const { outreach } = world.tally.communities.columns;
    for (let c = 0; c < communities.rows; c++) if (count[c] > 0) outreach[c] += (context.of(c).example * exemplary[c]) / count[c];
  },
});
