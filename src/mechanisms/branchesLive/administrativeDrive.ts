import { addExchangeTie, PARTY } from "../../circles/index.ts";
import { type Context, defineMechanism, ORGANIZATION, type ParametersOf, type World, YEAR } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { bodyOf, formAsked, MEETING, ofOrganizations } from "../../population/index.ts";
import { quantity, share, toggle, whole } from "../../scenario/index.ts";
import { dissolveBranch, endPlacebo, foundBranch, JOINT, joinBranch, leaveBranch, OWN } from "./foundBranch.ts";

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
    source: "eq. 4.16: 0.01-0.1 a year.",
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
    source: "eq. 4.16: 0.3-0.9 a year.",
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
    source: "Three full members found a branch [S21].",
  }),
  maximumOrganizations: whole({
    label: { en: "Size of joint branches", zh: "成员单位上限" },
    help: { en: "Of a joint branch; the more, the harder it is to keep active.", zh: "限于联合党支部；成员单位越多，越难活跃。" },
    default: 5,
    min: 1,
    max: 30,
    unit: "organizations",

    rows: ["N04"],
    evidence: "S",
    source: "Normally at most five [S21], [S22].",
  }),
  reach: quantity({
    label: { en: "Reach for partners", zh: "联建距离" },
    help: { en: "Between the communities of organizations that share a branch.", zh: "共建一个支部的组织所在社区之间。" },
    default: 5,
    min: 0,
    max: 100,
    unit: "km",
    rows: ["N04"],
    prior: [2, 15],
  }),
  otherTrade: quantity({
    label: { en: "Distance of other types", zh: "异业折算距离" },
    help: { en: "As if a partner of another type were so much farther away.", zh: "类型不同的组织视为远出这段距离。" },
    default: 2,
    min: 0,
    max: 100,
    unit: "km",
    rows: ["N04"],
    prior: [0, 10],
  }),
  review: quantity({
    label: { en: "Time to review", zh: "调整期限" },
    help: {
      en: "A mean; then a branch with too few members is struck, and its organizations seek a joint one.",
      zh: "平均值；期满后党员不足的支部撤销，所属组织另行联建。",
    },
    default: 26,
    min: 1,
    max: 520,
    unit: "weeks",
    rows: ["N04"],
    prior: [4, 104],
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
    calendar: true,
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
export const administrativeDrive = defineMechanism({
  id: "administrativeDrive",
  phase: "branchesLive",
  scope: "district",
  every: "week",
  title: { en: "Administrative drive", zh: "行政推动" },
  summary: {
    en: "Target pressure and imitation lead organizations to set up branches of their own or joint ones.",
    zh: "指标压力与相互模仿促使社会组织建立单独党支部或联合党支部。",
  },
  rows: ["M01", "N02", "N04", "N12", "H00", "H08", "L1"],
  partyBuilding: true,
  specification: {
    equation: [
      "h = (p0 (1 + k D max(0, τ − A)) (1 + campaign) + q A) / 52 ; P(found) = 1 − exp(−h)",
      "D = 1 without a deadline, else rises from 0 to 4 over the year before it and is 0 after it",
      "own if members ≥ 3 ; else a joint branch of ≤ 5 organizations with ≥ 3 members together, partners by km + (another type: d) within r ; else one that has room",
      "a branch with fewer members is struck at a rate of 1 / y a week ; its organizations seek a joint one at once",
    ].join("\n"),
    symbols: {
      p0: "rate of founding by initiative, a year",
      k: "response to the gap to the target",
      τ: "target share covered",
      A: "share covered so far",
      q: "imitation, a year",
      D: "pull of the deadline",
      "d, r": "distance of another trade and reach for partners, km",
      y: "time to review, weeks",
    },
    source:
      "eq. 4.16 (Bass 1969); branch rules [S21], [S22]: 3 members, 5 organizations, by nearness and trade; who no longer meets them is adjusted or struck. The organizations of a joint branch become partners (Xue 2020, H00).",
    departures:
      "Organizations of a community are all equally near. A joint branch is founded with as few organizations as the rule allows.",
    draws: "agent = organization: 0 founding, 3 ties of nearness, 4 who begins; agent = branch: 1 secretary, 2 struck.",
    placebo:
      "By the same rules and draws the same organizations hold a meeting of their own or a joint one, which is struck alike; none is a branch, and nobody becomes a partner by it.",
    harm: "A drive founds branches that need not work: while it lasts more is asked of all branches (branchWork).",
  },
  chances: {
    "": {
      0: { of: "organization", en: "is led to have a branch", zh: "被推动建立党支部" },
      2: { of: "branch", en: "is struck with too few members", zh: "因党员不足被撤销" },
    },
  },
  parameters,
  reads: [
    "communities.campaign",
    "organizations.alive",
    "organizations.community",
    "organizations.members",
    "organizations.type",
    "residents.member",
    "residents.organization",
  ],
  writes: [
    "branches",
    "district.coverage",
    "exchangeTies",
    "organizations.branch",
    "organizations.coverage",
    "organizations.meeting",
    "organizations.placebo",
    "residents.workBranch",
    "weekTotals.branches",
    "weekTotals.communities.branchPressure",
  ],
  measures: ["branches_per_100_orgs", "coverage_own", "coverage_joint", "coverage_formal"],
  step(world, context) {
    const share = coveredShare(world);
    world.district.columns.coverage[0] = share;
    press(world, context, share);
    // An organization that is too small takes others with it until three members are together; a draw says who begins.
    const willing = [...struck(world, context), ...pressed(world, context, share)].map((g) => ({ g, turn: context.draws.uniform(g, 4) }));
    willing.sort((a, b) => a.turn - b.turn || a.g - b.g);
    for (const { g } of willing) if (bodyOf(world.organizations, g) < 0) joinForces(world, context, g);
  },
  leave(world, { mode }, c) {
    if (mode === "placebo") endPlacebo(world, c);
  },
});

/**
 * Branches of social organizations, or meetings, with fewer members than the rule asks are struck, after a while.
 *
 * @returns their organizations that may share a joint branch now
 */
function struck(world: World, context: Promotion): number[] {
  const { organizations, branches } = world;
  const o = organizations.columns;
  const b = branches.columns;
  const willing: number[] = [];
  for (let k = 0; k < branches.rows; k++) {
    const here = b.alive[k] && ofOrganizations(b.form[k]) ? context.at(b.community[k]) : undefined;
    if (here === undefined || !isOf(world, k, here.mode) || b.members[k] >= here.parameters.minimumMembers) continue;
    if (!context.draws.chance(k, chanceOf(1 / here.parameters.review), 2)) continue;
    if (here.parameters.joint)
      for (let g = 0; g < organizations.rows; g++) if (o.alive[g] && bodyOf(organizations, g) === k && o.members[g] > 0) willing.push(g);
    dissolveBranch(world, k);
  }
  return willing;
}

type Promotion = Context<ParametersOf<typeof parameters>>;

/** Whether the drive founds such bodies in a mode: branches if it is on, meetings in the placebo. */
const isOf = ({ branches }: World, k: number, mode: Promotion["mode"]): boolean =>
  (branches.columns.form[k] === MEETING) === (mode === "placebo");

/** While the target is not met, more is asked of the branches that there are (branchWork, branchReports). */
function press(world: World, context: Promotion, share: number): void {
  const { branchPressure } = world.weekTotals.communities.columns;
  for (let c = 0; c < world.communities.rows; c++) {
    const here = context.at(c);
    if (here === undefined) continue;
    const { target, deadline } = here.parameters;
    branchPressure[c] = pull(context.week, deadline) * Math.max(0, target - share);
  }
}

/** Share of the organizations that are covered, or in the placebo asked alike. */
function coveredShare({ organizations }: World): number {
  const o = organizations.columns;
  let alive = 0;
  let covered = 0;
  for (let g = 0; g < organizations.rows; g++) {
    alive += o.alive[g];
    if (o.alive[g] && formAsked(organizations, g) > 0) covered++;
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
    if (!o.alive[g] || o.members[g] === 0 || here === undefined) continue;
    const { parameters: p, mode } = here;
    // Who has members enough leaves a joint branch; who was served by somebody dispatched may have a branch after all.
    const form = formAsked(world.organizations, g);
    if (form === OWN || (form === JOINT && o.members[g] < p.minimumMembers)) continue;
    const gap = Math.max(0, p.target - share);
    const rate = p.initiative * (1 + p.pressure * pull(context.week, p.deadline) * gap) * (1 + campaign[c]) + p.imitation * share;
    if (!context.draws.chance(g, chanceOf(rate / YEAR), 0)) continue;
    if (o.members[g] < p.minimumMembers) {
      if (p.joint) willing.push(g);
    } else {
      if (form === JOINT) leaveBranch(world, g, p.minimumMembers);
      const b = foundBranch(world, context.week, c, OWN, mode, context.draws.uniform(world.branches.rows, 1));
      joinBranch(world, g, b, OWN);
    }
  }
  return willing;
}

/** An organization founds a joint branch with others that are too small, or enters one that there is, near and in its trade first. */
function joinForces(world: World, context: Promotion, g: number): void {
  const o = world.organizations.columns;
  const here = context.at(o.community[g]);
  if (here === undefined) return;
  const { parameters: p, mode } = here;
  const joining = partnersOf(world, context, g, p, mode);
  if (joining === undefined) {
    const one = byNearness(
      world,
      context,
      g,
      p,
      mode,
      (k) =>
        formAsked(world.organizations, k) === JOINT &&
        isOf(world, bodyOf(world.organizations, k), mode) &&
        world.branches.columns.memberOrganizations[bodyOf(world.organizations, k)] < p.maximumOrganizations,
    )[0];
    if (one !== undefined) enter(world, context, [g], bodyOf(world.organizations, one), p.jointTies);
    return;
  }
  enter(
    world,
    context,
    joining,
    foundBranch(world, context.week, o.community[g], JOINT, mode, context.draws.uniform(world.branches.rows, 1)),
    p.jointTies,
  );
}

/** Organizations come under a joint branch and become partners of all that are in it; those that only meet become none. */
function enter(world: World, context: Promotion, joining: readonly number[], b: number, ties: boolean): void {
  const { branch } = world.organizations.columns;
  for (const one of joining) {
    joinBranch(world, one, b, JOINT);
    if (!ties || world.branches.columns.form[b] === MEETING) continue;
    for (let other = 0; other < world.organizations.rows; other++) {
      if (branch[other] !== b || other === one) continue;
      addExchangeTie(world.exchangeTies, ORGANIZATION, other, ORGANIZATION, one, PARTY, context.week);
    }
  }
}

/** Who would form a joint branch, the organization itself first; undefined if they have too few members together. */
function partnersOf(
  world: World,
  context: Promotion,
  g: number,
  p: Promotion["parameters"],
  mode: Promotion["mode"],
): number[] | undefined {
  const o = world.organizations.columns;
  const joining = [g];
  let members = o.members[g];
  const free = (k: number) => bodyOf(world.organizations, k) < 0 && o.members[k] > 0 && o.members[k] < p.minimumMembers;
  for (const other of byNearness(world, context, g, p, mode, free)) {
    if (joining.length >= p.maximumOrganizations || members >= p.minimumMembers) break;
    joining.push(other);
    members += o.members[other];
  }
  return members < p.minimumMembers ? undefined : joining;
}

/** Other organizations within reach that suit, those near and in the same trade first; a keyed draw breaks ties. */
function byNearness(
  world: World,
  context: Promotion,
  g: number,
  p: Promotion["parameters"],
  mode: Promotion["mode"],
  suits: (k: number) => boolean,
): number[] {
  const o = world.organizations.columns;
  const { x, y } = world.communities.columns;
  const found: { k: number; far: number; tie: number }[] = [];
  for (let k = 0; k < world.organizations.rows; k++) {
    if (k === g || !o.alive[k] || !suits(k) || context.at(o.community[k])?.mode !== mode) continue;
    const [a, b] = [o.community[g], o.community[k]];
    const [dx, dy] = [(x[a] - x[b]) / 1000, (y[a] - y[b]) / 1000];
    const far = Math.sqrt(dx * dx + dy * dy);
    if (far > p.reach) continue;
    found.push({ k, far: far + (o.type[k] === o.type[g] ? 0 : p.otherTrade), tie: context.draws.uniform(k, 3) });
  }
  return found.sort((a, b) => a.far - b.far || a.tie - b.tie || a.k - b.k).map(({ k }) => k);
}
