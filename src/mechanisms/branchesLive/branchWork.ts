import {
  type Context,
  controls,
  defineMechanism,
  MONTH,
  minutesLeft,
  type ParametersOf,
  spendTime,
  supports,
  tells,
  type World,
} from "../../engine/index.ts";
import { bodyOf, ofOrganizations } from "../../population/index.ts";
import { quantity, whole } from "../../scenario/index.ts";
import { COHESION, PARTY_SPIRIT, STRENGTHS } from "./fiveStrengths.ts";
import { works } from "./foundBranch.ts";

const QUARTER = 3; // months that activity is a mean of, and after which held months count as functioning
const HALF = 0.5; // of the members, with whom the activity of a month counts as held
const MOST_MONTHS = 255;

const parameters = {
  secretaryHours: quantity({
    label: { en: "Secretary’s work", zh: "书记可用工时" },
    help: {
      en: "At most, out of the party work of the branch's organizations; a branch elsewhere has all of them.",
      zh: "为上限，从所属组织的党建工时中支出；其他支部全部可用。",
    },
    default: 12,
    min: 0,
    max: 160,
    unit: "hours a month",
    rows: ["T01"],
    prior: [4, 40],
  }),
  preparation: quantity({
    label: { en: "Preparation", zh: "筹备工时" },
    help: { en: "Of the activity of a month, for each member organization.", zh: "每月活动按每家成员单位计。" },
    default: 2,
    min: 0,
    max: 40,
    unit: "hours a month",
    rows: ["T01", "N04"],
    prior: [1, 6],
  }),
  paperwork: quantity({
    label: { en: "Paperwork of a branch", zh: "支部台账工时" },
    help: { en: "At a rigidity of one half; a target that is not met adds to it.", zh: "刚性为 0.5 时；覆盖目标未达成时增加。" },
    default: 2,
    min: 0,
    max: 40,
    unit: "hours a month",
    rows: ["T01", "H02"],
    prior: [0.5, 8],
  }),
  makeUp: quantity({
    label: { en: "Catching up on paper", zh: "补台账" },
    help: {
      en: "Paperwork added after a month without activity, as a multiple of the ordinary.",
      zh: "上月未开展活动时增加的台账，为平时的倍数。",
    },
    default: 0.5,
    min: 0,
    max: 10,
    unit: "times",
    rows: ["T01", "H05"],
    prior: [0, 2],
  }),
  meeting: whole({
    label: { en: "Time of members", zh: "党员参加时间" },
    help: { en: "Out of a member's free time of the week, the way included.", zh: "占用党员当周空闲时间，含往返。" },
    default: 60,
    min: 0,
    max: 600,
    unit: "minutes",
    rows: ["T06a"],
    prior: [30, 180],
  }),
};

type Work = Context<ParametersOf<typeof parameters>>;

/** The law of activity: hours that a branch truly has, against hours that are asked of it (eq. 4.21) [N06, N12, T01, H05]. */
export const branchWork = defineMechanism({
  id: "branchWork",
  phase: "branchesLive",
  scope: "branch",
  every: "month",
  inWeek: 0,
  title: { en: "Branch work", zh: "支部工作" },
  summary: {
    en: "Paperwork takes the hours of the secretary first; what is left calls the members together, who come if they have time.",
    zh: "书记的工时先用于台账，余下的用于召集党员；党员有空才能参加。",
  },
  rows: ["N06", "N12", "T01", "H02", "H05", "Z05"],
  partyBuilding: true,
  specification: {
    equation: [
      "S = sec (1 − w) min(60 h, party work of its organizations) + visits ; R = 60 a · 2 rigidity (1 + P) (1 + x if it missed last month)",
      "what S leaves beyond R and 60 b n is at hand for fourForces ; ρ = (S − R) / (60 b n), within 0-1 ; a member is called with chance ρ, and comes if free for m (½ + u) minutes of the week",
      "act(t+1) = act + (came / members − act) / 3 ; held + 1 if came / members ≥ ½, else 0 ; functioning from held = 3",
    ].join("\n"),
    symbols: {
      act: "activity, 0-1",
      sec: "ability of the secretary, 0-1",
      w: "mean share of hours on paperwork in its organizations",
      h: "hours of a secretary a month",
      visits: "minutes of instructors (week totals)",
      a: "paperwork of a month, hours at a rigidity of one half",
      P: "share of the target that is not met, times the pull of its deadline (administrativeDrive)",
      x: "catching up",
      b: "preparation, hours a month and organization",
      ρ: "share of the members who are called in time",
      m: "time of a member, minutes",
    },
    source:
      "eq. 4.21 (Holmström & Milgrom 1991) with a binding budget; trilogy N06; T01. A branch that missed a month owes more paper, so that it stays hollow under requirements under which a working one goes on. Values are judgements.",
    departures: "The activity of a month falls into one week. Those who come to two branches have two meetings.",
    draws: "agent = resident: 0 called at work, 1 minutes at work, 2 called at home, 3 minutes at home, 4 and 6 told of policy there.",
    placebo:
      "The same people prepare and meet as long on any subject: a meeting in the place of a branch goes by the same law, and activity of the branches that there are stays as it was.",
    harm: "Rigidity and targets take the hours of preparation: the branch turns hollow, and stays so until it is relieved.",
  },
  chances: {
    "": {
      0: { of: "resident", en: "is called to the branch at work", zh: "接到单位支部活动通知" },
      2: { of: "resident", en: "is called to the branch at home", zh: "接到居住地支部活动通知" },
    },
  },
  parameters,
  reads: [
    "branches.alive",
    "branches.community",
    "branches.form",
    "branches.founded",
    "branches.memberOrganizations",
    "branches.secretary",
    "branches.strengths",
    "organizations.adminShare",
    "organizations.alive",
    "organizations.branch",
    "organizations.hoursParty",
    "organizations.meeting",
    "residents.homeBranch",
    "residents.member",
    "residents.motivation",
    "residents.organization",
    "residents.workBranch",
    "weekTotals.branches.visits",
    "weekTotals.communities.branchPressure",
  ],
  writes: [
    "branches.activity",
    "branches.held",
    "residents.controlMet",
    "residents.minutesWeek",
    "residents.supportMet",
    "residents.told",
    "weekTotals.branches.atHand",
  ],
  measures: ["coverage_functional", "branch_activity_true", "participation_rate"],
  begin(world, context) {
    prepare(world, context);
    meet(world, context);
  },
  step(world, { mode }, k) {
    if (!works(world, k, mode)) return;
    const { activity, held } = world.branches.columns;
    const { called, came } = workScratch(world);
    const share = called[k] > 0 ? came[k] / called[k] : 0;
    activity[k] += (share - activity[k]) / QUARTER;
    held[k] = share >= HALF ? Math.min(MOST_MONTHS, held[k] + 1) : 0;
  },
});

/** Share of its members whom each branch, and each meeting in the place of one, can call together. */
function prepare(world: World, context: Work): void {
  const { organizations, branches, weekTotals } = world;
  const o = organizations.columns;
  const b = branches.columns;
  const { load, hours, ready, called, came } = workScratch(world);
  for (const sums of [load, hours, called, came]) sums.fill(0, 0, branches.rows);
  for (let g = 0; g < organizations.rows; g++) {
    const k = o.alive[g] ? bodyOf(organizations, g) : -1;
    if (k < 0) continue;
    load[k] += o.adminShare[g];
    hours[k] += MONTH * o.hoursParty[g];
  }
  const pressure = weekTotals.communities.columns.branchPressure;
  const { visits, atHand } = weekTotals.branches.columns;
  for (let k = 0; k < branches.rows; k++) {
    const here = b.alive[k] ? context.at(b.community[k]) : undefined;
    ready[k] = 0;
    if (here === undefined) continue;
    const { parameters: p, rigidity } = here;
    const social = ofOrganizations(b.form[k]);
    const units = Math.max(1, b.memberOrganizations[k]);
    const most = 60 * p.secretaryHours;
    const supply = b.secretary[k] * (1 - load[k] / units) * (social ? Math.min(most, hours[k]) : most) + visits[k];
    const missed = b.held[k] === 0 && context.week - b.founded[k] > MONTH ? 1 + p.makeUp : 1;
    const asked = (1 + (social ? pressure[b.community[k]] : 0)) * missed;
    ready[k] = readiness(p, rigidity, supply, asked, units);
    atHand[k] = Math.max(0, supply - paperMinutes(p, rigidity, asked) - preparation(p, units));
  }
}

const paperMinutes = (p: Work["parameters"], rigidity: number, asked: number): number => 60 * p.paperwork * 2 * rigidity * asked;

const preparation = (p: Work["parameters"], units: number): number => 60 * p.preparation * units;

/** What paperwork leaves of the minutes of preparation, against what the activity of a month takes. */
function readiness(p: Work["parameters"], rigidity: number, supply: number, asked: number, units: number): number {
  const left = supply - paperMinutes(p, rigidity, asked);
  const needed = preparation(p, units);
  return left <= 0 ? 0 : left >= needed ? 1 : left / needed;
}

/** Members who are called come to their branches, at work first, or to the meeting of their organization, if they have the time. */
function meet(world: World, context: Work): void {
  const { member, workBranch, homeBranch, organization } = world.residents.columns;
  const { meeting } = world.organizations.columns;
  const { alive, community } = world.branches.columns;
  const { ready, called, came } = workScratch(world);
  for (let i = 0; i < world.residents.rows; i++) {
    if (!member[i]) continue;
    const work = workBranch[i];
    const home = homeBranch[i];
    const meets = organization[i] >= 0 ? meeting[organization[i]] : -1;
    if (work >= 0 && alive[work]) {
      called[work]++;
      came[work] += attends(world, context, i, work, ready[work], 0);
    } else if (meets >= 0) {
      called[meets]++;
      came[meets] += Number(comes(world, context, i, ready[meets], community[meets], 0));
    }
    if (home < 0 || home === work || !alive[home]) continue;
    called[home]++;
    came[home] += attends(world, context, i, home, ready[home], 2);
  }
}

/** A member who comes meets what the branch has its hours for (fiveStrengths). @returns 1 if the member comes, else 0 */
function attends(world: World, context: Work, i: number, k: number, ready: number, draw: number): number {
  const { community, strengths } = world.branches.columns;
  if (!comes(world, context, i, ready, community[k], draw)) return 0;
  const here = context.at(community[k]);
  if (here?.mode !== "on") return 1;
  const spirit = strengths[k * STRENGTHS + PARTY_SPIRIT];
  const cohesion = strengths[k * STRENGTHS + COHESION];
  if (context.draws.chance(i, spirit, 4 + draw)) tells(world, i);
  // Who would have come anyway is not made to.
  controls(world, i, spirit * here.rigidity * (1 - world.residents.columns.motivation[i]));
  supports(world, i, cohesion * (1 - here.rigidity));
  return 1;
}

/** @returns 1 if a member comes to a meeting, whose minutes are then gone from the week; else 0 */
function comes(world: World, context: Work, i: number, ready: number, community: number, draw: number): number {
  const here = context.at(community);
  if (ready === 0 || here === undefined || !context.draws.chance(i, ready, draw)) return 0;
  const minutes = Math.round(here.parameters.meeting * (0.5 + context.draws.uniform(i, draw + 1)));
  if (minutesLeft(world, i) < minutes) return 0;
  spendTime(world, i, minutes);
  return 1;
}

/** Memory that begin and step share. */
function workScratch(world: World) {
  const { branches } = world;
  return {
    /** [branch] shares of hours on paperwork of its organizations, summed. */
    load: world.scratch("branchWork/load", Float64Array, branches.rows),
    /** [branch] minutes of party work of its organizations in a month. */
    hours: world.scratch("branchWork/hours", Float64Array, branches.rows),
    /** [branch] share of the members who can be called. */
    ready: world.scratch("branchWork/ready", Float64Array, branches.rows),
    /** [branch] members. */
    called: world.scratch("branchWork/called", Uint32Array, branches.rows),
    /** [branch] members who came. */
    came: world.scratch("branchWork/came", Uint32Array, branches.rows),
  };
}
