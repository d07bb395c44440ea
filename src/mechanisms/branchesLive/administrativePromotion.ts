import { addExchangeTie, PARTY } from "../../circles/index.ts";
import { type Context, defineMechanism, ORGANIZATION, type ParametersOf, type World, YEAR } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity, share, toggle, whole } from "../../scenario/index.ts";
import { foundBranch, JOINT, joinBranch, leaveBranch, OWN } from "./foundBranch.ts";

const LAST_PULL = 4;

/** Pull of a deadline: 1 without one; rises over the year before it; 0 after it. */
const pull = (week: number, deadline: number): number =>
  deadline === 0 ? 1 : week > deadline ? 0 : LAST_PULL * Math.max(0, 1 - (deadline - week) / YEAR);

const parameters = {
  initiative: quantity({
    label: { en: "Own initiative", zh: "主动组建率" },
    help: { en: "Of an eligible organization, without pressure or examples.", zh: "没有压力与先例时，符合条件的组织自行组建。" },
    default: 0.05,
    min: 0,
    max: 0.5,
    unit: "a year",

    rows: ["M01"],
    evidence: "M",
    prior: [0.01, 0.1],
  }),
  imitation: quantity({
    label: { en: "Imitation", zh: "模仿组建率" },
    help: { en: "Where all others are covered; in proportion before.", zh: "其他组织全部覆盖时的水平，此前按比例。" },
    default: 0.5,
    min: 0,
    max: 2,
    unit: "a year",

    rows: ["M01"],
    evidence: "M",
    prior: [0.3, 0.9],
  }),
  target: share({
    label: { en: "Target coverage", zh: "覆盖目标" },
    help: { en: "Pressure grows with the gap to it and ends there.", zh: "差距越大压力越大，达标后压力消失。" },
    default: 0.8,
    of: "social organizations",
    rows: ["M01", "N12"],
  }),
  pressure: quantity({
    label: { en: "Target pressure", zh: "指标压力" },
    help: { en: "The larger, the more a gap to the target speeds founding up.", zh: "越大，与目标的差距越能加快组建。" },
    default: 3,
    min: 0,
    max: 20,
    unit: "per unit of gap",

    rows: ["M01"],
  }),
  minimumMembers: whole({
    label: { en: "Members needed", zh: "所需党员数" },
    help: { en: "With fewer an organization can only share a joint branch.", zh: "不足时只能共建联合党支部。" },
    default: 3,
    min: 1,
    max: 50,
    unit: "people",

    rows: ["N04"],
    evidence: "S",
  }),
  maximumUnits: whole({
    label: { en: "Size of joint branches", zh: "成员单位上限" },
    help: { en: "Of a joint branch; the more, the harder it is to keep active.", zh: "限于联合党支部；成员单位越多，越难活跃。" },
    default: 5,
    min: 1,
    max: 30,
    unit: "organizations",

    rows: ["N04"],
    evidence: "S",
  }),
  deadline: whole({
    label: { en: "Deadline", zh: "达标期限" },
    help: {
      en: "Pressure rises in the year before it and ends after it; 0 means none.",
      zh: "此前一年压力上升，过后消失；0 表示不设期限。",
    },
    default: 0,
    min: 0,
    max: 3650,
    unit: "week",

    rows: ["M01"],
  }),
  joint: toggle({
    label: { en: "Joint branches", zh: "联合党支部" },
    help: { en: "Off leaves organizations with too few members without a branch.", zh: "关闭后，党员不足的组织无法组建。" },
    default: true,
    rows: ["N04"],
  }),
  jointTies: toggle({
    label: { en: "Ties in joint branches", zh: "联合支部结伴" },
    help: { en: "Makes the member organizations of a joint branch partners.", zh: "同一联合党支部的成员单位结为伙伴。" },
    default: true,

    rows: ["H00"],
  }),
};

/** Branches of social organizations are founded under administrative promotion (eq. 4.16) [M01]. */
export const administrativePromotion = defineMechanism({
  id: "administrativePromotion",
  verb: "branchesLive",
  scope: "district",
  every: "week",
  title: { en: "Administrative drive", zh: "行政推动" },
  summary: {
    en: "Target pressure and imitation lead organizations to set up branches of their own or joint ones.",
    zh: "指标压力与相互模仿促使社会组织建立单独党支部或联合党支部。",
  },
  rows: ["M01", "N02", "N04", "N12", "H00", "H08", "L1"],
  partyBuilding: true,
  sheet: {
    equation: [
      "h = (p0 (1 + k D max(0, τ − A)) (1 + campaign) + q A) / 52 ; P(found) = 1 − exp(−h)",
      "D = 1 without a deadline, else rises from 0 to 4 over the year before it and is 0 after it",
      "own if members ≥ 3 ; else a joint branch of ≤ 5 units with ≥ 3 members together",
    ].join("\n"),
    symbols: {
      p0: "rate of founding by initiative, a year",
      k: "response to the gap to the target",
      τ: "target share covered",
      A: "share covered so far",
      q: "imitation, a year",
      D: "pull of the deadline",
    },
    source:
      "eq. 4.16 (Bass 1969); branch rules [S21], [S22]: 3 members, 5 units. The units of a joint branch become partners (Xue 2020, H00).",
    departures:
      "Joint branches group eligible organizations of the same community first, then of the whole district, in the order in which pressure reached them.",
    draws: "agent = organization: 0 founding; agent = branch: 1 secretary.",
    placebo: "The same organizations meet and owe the same hours, by the same rules and draws; no branch is founded.",
    harm: "A drive founds branches that need not work: while it lasts more is asked of all branches (branchWork).",
  },
  chances: {
    "": {
      0: { of: "organization", en: "is led to have a branch", zh: "被推动建立党支部" },
    },
  },
  parameters,
  reads: [
    "communities.campaign",
    "organizations.alive",
    "organizations.community",
    "organizations.members",
    "residents.member",
    "residents.organization",
  ],
  writes: [
    "branches",
    "district.coverage",
    "exchangeTies",
    "organizations.branch",
    "organizations.coverage",
    "organizations.placebo",
    "organizations.relation",
    "residents.workBranch",
    "tally.branches",
    "tally.communities.branchPressure",
  ],
  measures: ["branches_per_100_orgs", "coverage_own", "coverage_joint", "coverage_formal"],
  step(world, context) {
    const share = coveredShare(world);
    world.district.columns.coverage[0] = share;
    press(world, context, share);
    const willing = pressed(world, context, share);
    // An organization that is too small takes eligible neighbours with it until three members are together.
    const o = world.organizations.columns;
    for (const g of willing) if (o.branch[g] < 0 && !o.placebo[g]) joinForces(world, context, g);
  },
  leave(world, { mode }, c) {
    if (mode !== "placebo") return;
    const { placebo, community } = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) if (community[g] === c) placebo[g] = 0;
  },
});

type Promotion = Context<ParametersOf<typeof parameters>>;

/** While the target is not met, more is asked of the branches that there are (branchWork, branchReports). */
function press(world: World, context: Promotion, share: number): void {
  const { branchPressure } = world.tally.communities.columns;
  for (let c = 0; c < world.communities.rows; c++) {
    const here = context.at(c);
    if (here === undefined) continue;
    const { target, deadline } = here.parameters;
    branchPressure[c] = pull(context.week, deadline) * Math.max(0, target - share);
  }
}

/** Share of the organizations that have a branch, or meet in the place of one. */
function coveredShare({ organizations }: World): number {
  const o = organizations.columns;
  let alive = 0;
  let covered = 0;
  for (let g = 0; g < organizations.rows; g++) {
    alive += o.alive[g];
    if (o.alive[g] && (o.coverage[g] > 0 || o.placebo[g])) covered++;
  }
  return alive === 0 ? 0 : covered / alive;
}

/**
 * Organizations that pressure or imitation reaches: those with members enough found a branch of their own.
 *
 * @returns those that need others for a joint branch
 */
function pressed(world: World, context: Promotion, share: number): number[] {
  const o = world.organizations.columns;
  const { campaign } = world.communities.columns;
  const willing: number[] = [];
  for (let g = 0; g < world.organizations.rows; g++) {
    const c = o.community[g];
    const here = context.at(c);
    if (!o.alive[g] || o.members[g] === 0 || here === undefined || o.placebo[g]) continue;
    const { parameters: p, mode } = here;
    // Who has members enough leaves a joint branch; who was served by somebody dispatched may have a branch after all.
    if (o.coverage[g] === OWN || (o.coverage[g] === JOINT && o.members[g] < p.minimumMembers)) continue;
    const gap = Math.max(0, p.target - share);
    const rate = p.initiative * (1 + p.pressure * pull(context.week, p.deadline) * gap) * (1 + campaign[c]) + p.imitation * share;
    if (!context.draws.chance(g, chanceOf(rate / YEAR), 0)) continue;
    if (o.members[g] < p.minimumMembers) {
      if (p.joint) willing.push(g);
    } else if (mode === "placebo") o.placebo[g] = 1;
    else {
      if (o.coverage[g] === JOINT) leaveBranch(world, g, p.minimumMembers);
      const b = foundBranch(world, context.week, c, OWN, context.draws.uniform(world.branches.rows, 1));
      joinBranch(world, g, b, OWN);
    }
  }
  return willing;
}

/** An organization founds a joint branch with others that are too small, of its community first. */
function joinForces(world: World, context: Promotion, g: number): void {
  const o = world.organizations.columns;
  const c = o.community[g];
  const here = context.at(c);
  if (here === undefined) return;
  const { parameters: p, mode } = here;
  const units = partnersOf(world, context, g, p, mode);
  if (units === undefined) return;
  if (mode === "placebo") {
    for (const unit of units) o.placebo[unit] = 1;
    return;
  }
  const b = foundBranch(world, context.week, c, JOINT, context.draws.uniform(world.branches.rows, 1));
  units.forEach((unit, k) => {
    joinBranch(world, unit, b, JOINT);
    if (!p.jointTies) return;
    for (const other of units.slice(0, k)) addExchangeTie(world.exchangeTies, ORGANIZATION, other, ORGANIZATION, unit, PARTY, context.week);
  });
}

/** The units of a joint branch, the organization itself first; undefined if they have too few members together. */
function partnersOf(world: World, context: Promotion, g: number, p: Promotion["parameters"], mode: string): number[] | undefined {
  const o = world.organizations.columns;
  const n = world.organizations.rows;
  const units = [g];
  let members = o.members[g];
  for (const near of [true, false]) {
    for (let k = 1; k < n && units.length < p.maximumUnits && members < p.minimumMembers; k++) {
      const other = (g + k) % n;
      if (!o.alive[other] || o.branch[other] >= 0 || o.placebo[other] || o.members[other] === 0) continue;
      if (o.members[other] >= p.minimumMembers) continue;
      if ((o.community[other] === o.community[g]) !== near || context.at(o.community[other])?.mode !== mode) continue;
      units.push(other);
      members += o.members[other];
    }
  }
  return members < p.minimumMembers ? undefined : units;
}
