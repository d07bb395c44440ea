import { type Context, defineMechanism, joinsParty, leavesParty, type ParametersOf, type World } from "../../engine/index.ts";
import { monthly } from "../../numeric/index.ts";
import { NEVER } from "../../population/index.ts";
import { probability, quantity, whole } from "../../scenario/index.ts";

const parameters = {
  applying: probability({
    label: { en: "Applications", zh: "申请入党率" },
    help: { en: "By residents who took part in the last year; more if motivated.", zh: "近一年参与过的居民；动机越高，申请越多。" },
    default: 0.0025,
    per: "year",
    max: 0.5,

    rows: ["T03"],
  }),
  staff: quantity({
    label: { en: "Paid staff", zh: "专职人员增倍" },
    help: { en: "How many times more they apply than others, on top.", zh: "专职人员比其他人多出的申请倍数。" },
    default: 9,
    min: 0,
    max: 100,
    unit: "times",

    rows: ["T03"],
  }),
  pipeline: whole({
    label: { en: "Time of observation", zh: "培养考察期" },
    help: { en: "From the application to membership.", zh: "从申请到成为党员。" },
    default: 104,
    min: 1,
    max: 520,
    unit: "weeks",

    rows: ["T03"],
    evidence: "M",
    prior: [78, 156],
    source: "Two to three years from application to full member.",
  }),
  leaving: probability({
    label: { en: "Leaving the party", zh: "退党率" },
    help: { en: "At random among members.", zh: "在党员中随机发生。" },
    default: 0.015,
    per: "year",
    max: 0.2,

    rows: ["T03"],
  }),
};

/** New party members come through a pipeline of about two years [T03]. */
export const memberRecruitment = defineMechanism({
  id: "memberRecruitment",
  phase: "branchesLive",
  scope: "community",
  every: "month",
  inWeek: 0,
  title: { en: "Recruiting members", zh: "发展党员" },
  summary: {
    en: "Staff of social organizations and active residents apply, are observed, and become members; a few leave the party.",
    zh: "社会组织专职人员与积极居民申请入党，经培养考察成为党员；少数人退党。",
  },
  rows: ["T03", "T05", "L1"],
  partyBuilding: true,
  specification: {
    equation: "P(apply in a month) = a · (1 + s if staff) · (½ + m) for those who took part in the last year ; member after w weeks",
    symbols: {
      a: "chance a year of an active resident",
      s: "hatching among staff of organizations",
      m: "intrinsic motivation",
      w: "weeks",
    },
    source: "T03; recruitment 2.2-4.5% of the stock a year [S25], [S116], [S19]; the pipeline of 2-3 years [M].",
    departures: "No quota by branch. Exits are at random.",
    draws: "agent = resident: 0 applies, 1 leaves.",
    placebo: "The same courses with no party content: nobody applies.",
    harm: "Those who apply for standing rather than conviction are not told apart.",
  },
  chances: {
    "": {
      0: { of: "resident", en: "applies for membership", zh: "申请入党" },
      1: { of: "resident", en: "leaves the party", zh: "退党" },
    },
  },
  parameters,
  reads: [
    "organizations.branch",
    "organizations.meeting",
    "residents.lastGovernance",
    "residents.lastVolunteering",
    "residents.motivation",
    "residents.organization",
    "residents.workplace",
  ],
  writes: [
    "branches.members",
    "organizations.members",
    "residents.applied",
    "residents.homeBranch",
    "residents.member",
    "residents.workBranch",
    "workplaces.members",
  ],
  measures: ["coverage_eligible", "coverage_own", "participation_members"],
  kernels: { look },
  begin(world, context) {
    changesOf(world);
    context.everywhere("look");
  },
  step(world, { mode }, c) {
    if (mode !== "on") return;
    const { communities, residents } = world;
    const { applied } = residents.columns;
    const changes = changesOf(world);
    const from = communities.columns.firstResident[c];
    const to = from + communities.columns.residents[c];
    for (let i = from; i < to; i++) {
      if (changes[i] === STAYS) continue;
      applied[i] = NEVER;
      if (changes[i] === LEAVES) leavesParty(world, i);
      else joinsParty(world, i);
    }
  },
});

// What becomes of a resident this month.
const STAYS = 0;
const LEAVES = 1;
const JOINS = 2;

/** [i] what becomes of i. */
const changesOf = (world: World) => world.scratch("memberRecruitment/changes", Uint8Array, world.residents.rows);

/** Who of a community applies, and who leaves or becomes a member. */
function look(world: World, context: Context<ParametersOf<typeof parameters>>, c: number): void {
  const { parameters: p, mode } = context;
  if (mode !== "on") return;
  const { age, member, applied, organization, lastGovernance, lastVolunteering, motivation } = world.residents.columns;
  const changes = changesOf(world);
  const { draws, week } = context;
  const since = week - 52;
  const apply = monthly(p.applying);
  const leave = monthly(p.leaving);
  const from = world.communities.columns.firstResident[c];
  const to = from + world.communities.columns.residents[c];
  const once = draws.once(from, to);
  for (let i = from; i < to; i++) {
    changes[i] = STAYS;
    if (age[i] < 18) continue;
    const staff = organization[i] >= 0;
    if (member[i]) {
      if (draws.chance(i, leave, 1)) changes[i] = LEAVES;
    } else if (applied[i] !== NEVER) {
      if (week - applied[i] >= p.pipeline) changes[i] = JOINS;
    } else if (lastGovernance[i] > since || lastVolunteering[i] > since || staff) {
      if (once.chance(i, apply * (staff ? 1 + p.staff : 1) * (0.5 + motivation[i]))) applied[i] = week;
    }
  }
}
