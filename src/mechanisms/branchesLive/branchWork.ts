import { defineMechanism, type World, YEAR } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity, share } from "../../scenario/index.ts";

const EXISTS = 1;
const WORKS = 2;
const EXEMPLARY = 3;
const SOCIAL = 1; // forms 0 and 1 are branches of social organizations
const COMMUNITY_FORM = 2;

/** Branches work by the ability of their secretary, report, and are inspected (eq. 4.21) [N06, T01, H05]. */
export const branchWork = defineMechanism({
  id: "branchWork",
  verb: "branchesLive",
  scope: "branch",
  every: "week",
  title: { en: "Branch work", zh: "支部工作" },
  summary: {
    en: "A branch is set up, then works, then its members set an example; its reports run ahead of its work until an inspection.",
    zh: "支部先建立，再开展工作，然后党员示范；上报超前于实际，直到接受检查。",
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
      label: { en: "Speed of activity", zh: "活动调整速度" },
      help: { en: "How fast activity follows the ability of the secretary.", zh: "活动水平趋向书记能力的快慢。" },
      default: 0.1,
      of: "the gap, a week",

      rows: ["T01"],
    }),
    workload: share({
      label: { en: "Loss by paperwork", zh: "报表挤占" },
      help: { en: "Activity lost if paperwork took all hours.", zh: "报表占去全部工时时损失的活动。" },
      default: 0.3,
      of: "activity",

      rows: ["T01"],
    }),
    reportingGap: share({
      label: { en: "Overreporting", zh: "虚报幅度" },
      help: { en: "How far reports go beyond actual activity at rigidity 1.", zh: "刚性为 1 时上报超出实际的幅度。" },
      default: 0.6,
      of: "the gap to full",

      rows: ["H05"],
    }),
    inspections: quantity({
      label: { en: "Inspections", zh: "检查次数" },
      help: { en: "Each sets the report right and raises activity.", zh: "每次检查使上报归实，并推动活动。" },
      default: 0.1,
      min: 0,
      max: 12,
      unit: "a year",

      rows: ["H05"],
      evidence: "M",
      prior: [0.02, 0.2],
    }),
    correction: share({
      label: { en: "Gain by inspection", zh: "检查提升" },
      help: { en: "Activity moves this far towards full.", zh: "活动水平向满值靠近的幅度。" },
      default: 0.1,
      of: "the gap to full",

      rows: ["H05"],
    }),
    example: quantity({
      label: { en: "Call by example", zh: "示范邀请" },
      help: { en: "To every adult, if all branches set an example.", zh: "支部全部起示范作用时，每位成年人收到的邀请。" },
      default: 0.001,
      min: 0,
      max: 0.5,
      unit: "invitations a week",

      rows: ["N06"],
    }),
  },
  reads: [
    "branches.community",
    "branches.form",
    "branches.secretary",
    "branches.units",
    "organizations.adminShare",
    "organizations.alive",
    "organizations.branch",
  ],
  writes: ["branches.activity", "branches.reported", "branches.stage", "tally.communities.outreach"],
  measures: ["coverage_functional", "branch_activity_true", "branch_activity_reported", "participation_rate"],
  begin(world) {
    const { organizations, branches, communities } = world;
    const { load, count, exemplary } = workScratch(world);
    load.fill(0, 0, branches.rows);
    count.fill(0, 0, communities.rows);
    exemplary.fill(0, 0, communities.rows);
    const { alive, branch, adminShare } = organizations.columns;
    for (let g = 0; g < organizations.rows; g++) if (alive[g] && branch[g] >= 0) load[branch[g]] += adminShare[g];
  },
  step(world, context, k) {
    const { parameters: p, mode, rigidity } = context;
    if (mode !== "on") return;
    const b = world.branches.columns;
    const { load, count, exemplary } = workScratch(world);
    const c = b.community[k];
    const units = Math.max(1, b.units[k]);
    const aim = (b.secretary[k] / Math.sqrt(units)) * (1 - rigidity / 2) * (1 - (p.workload * load[k]) / units);
    b.activity[k] += p.adjustment * (aim - b.activity[k]);
    const inspected = context.draws.chance(k, chanceOf(p.inspections / YEAR), 0);
    if (inspected) b.activity[k] += p.correction * (1 - b.activity[k]);
    b.reported[k] = inspected ? b.activity[k] : b.activity[k] + p.reportingGap * rigidity * (1 - b.activity[k]);
    b.stage[k] = b.activity[k] >= 0.5 ? EXEMPLARY : b.activity[k] >= 0.2 ? WORKS : EXISTS;
    if (b.form[k] > SOCIAL && b.form[k] !== COMMUNITY_FORM) return;
    count[c]++;
    if (b.stage[k] === EXEMPLARY) exemplary[c]++;
  },
  end(world, context) {
    const { outreach } = world.tally.communities.columns;
    const { count, exemplary } = workScratch(world);
    for (let c = 0; c < world.communities.rows; c++) {
      const here = context.at(c);
      if (here && count[c] > 0) outreach[c] += (here.parameters.example * exemplary[c]) / count[c];
    }
  },
});

/** Memory that begin, step and end share. */
function workScratch(world: World) {
  return {
    /** [branch] shares of hours on paperwork of its organizations, summed. */
    load: world.scratch("branchWork/load", Float64Array, world.branches.rows),
    /** [c] branches of social organizations and of the community. */
    count: world.scratch("branchWork/count", Uint32Array, world.communities.rows),
    /** [c] those of them with exemplary members. */
    exemplary: world.scratch("branchWork/exemplary", Uint32Array, world.communities.rows),
  };
}
