import { addTie } from "../../circles/index.ts";
import {
  type Context,
  defineMechanism,
  ELSEWHERE,
  OWN_FIELD,
  offerRequiredCourse,
  owesHours,
  type ParametersOf,
  RUNNING,
  spend,
  type World,
  YEAR,
} from "../../engine/index.ts";
import { bodyOf, ofOrganizations } from "../../population/index.ts";
import { level, probability, quantity, share, whole } from "../../scenario/index.ts";

/** The eight forms of activity [T06a-h]. */
export const activityFormNames = [
  "themedPartyDay",
  "venturePhilanthropy",
  "specialEducation",
  "businessPromotion",
  "workExchange",
  "outsideVisits",
  "memberSalons",
  "financialTraining",
] as const;
const FORMS = activityFormNames.length;
const NONE = -1;

/** What each form is about, for its organizations. */
const SUBJECT = [ELSEWHERE, ELSEWHERE, ELSEWHERE, OWN_FIELD, OWN_FIELD, ELSEWHERE, ELSEWHERE, RUNNING];
/** Forms at which residents are guests: what a branch does with others, not the lessons that it gives itself. */
const OPEN = [false, true, false, false, true, true, true, false];
const MOST_GUESTS = 16;

const parameters = {
  events: quantity({
    label: { en: "Events", zh: "活动次数" },
    help: { en: "Of a branch to which all members come; others hold fewer.", zh: "党员全部到会的支部；到会越少次数越少。" },
    default: 12,
    min: 0,
    max: 52,
    unit: "a year",

    rows: ["T06"],
    prior: [4, 24],
    evidence: "S",
    source: "A themed party day a month; 4-24 (references: starting values).",
  }),
  themed: share({
    label: { en: "Themed party days", zh: "主题党日占比" },
    help: { en: "The seven other forms are equally frequent; at 12.5% all eight are.", zh: "其余七种形式数量相当；12.5% 时八种均等。" },
    default: 0.5,
    of: "events",

    rows: ["T06", "Z11"],
  }),
  professional: level({
    label: { en: "Professional skill", zh: "专业技能运用" },
    help: { en: "The more goes into events, the more they teach.", zh: "运用越多，活动的学习效果越好。" },
    default: 0.5,

    rows: ["T07"],
  }),
  length: whole({
    label: { en: "Length of an event", zh: "每次活动时长" },
    help: { en: "Taken from the hours of each organization of the branch.", zh: "占用支部所属各组织的工时。" },
    default: 120,
    min: 0,
    max: 480,
    unit: "minutes",

    rows: ["T06"],
    prior: [60, 240],
  }),
  guests: whole({
    label: { en: "Guests of an event", zh: "每次活动邀请居民" },
    help: {
      en: "Residents invited to a venture, an exchange, a visit or a salon.",
      zh: "公益创投、工作交流、外出参观与沙龙邀请的居民人数。",
    },
    default: 6,
    min: 0,
    max: MOST_GUESTS,
    unit: "people",

    rows: ["T06"],
    prior: [0, 16],
  }),
  meeting: probability({
    label: { en: "Guests who meet", zh: "参加者结识率" },
    help: { en: "Of two guests of one event.", zh: "同一活动的两位参加者之间。" },
    default: 0.05,
    per: "pair",

    rows: ["T06", "L5"],
    evidence: "M",
    prior: [0.005, 0.05],
    source: "eq. 4.14: a shared focus ties two at 0.005-0.05 a month.",
  }),
  cost: quantity({
    label: { en: "Cost of an event", zh: "每次活动成本" },
    help: { en: "The placebo spends as much on other meetings.", zh: "安慰剂花费同额，举办其他会议。" },
    default: 300,
    min: 0,
    max: 20_000,
    unit: "yuan",

    rows: ["T06"],
  }),
};

type Forms = ParametersOf<typeof parameters>;

/** Branches hold events of eight forms, each with its cost in hours and what it does [T06, Z11]. */
export const activityForms = defineMechanism({
  id: "activityForms",
  phase: "branchesLive",
  scope: "branch",
  every: "week",
  title: { en: "Forms of activity", zh: "活动形式" },
  summary: {
    en: "Branches hold events of eight forms: they take hours and teach; to some, residents come and get to know each other.",
    zh: "支部举办八种活动：占用工时，带来学习；部分活动有居民参加，让他们相互结识。",
  },
  rows: ["T06", "T06a", "T06b", "T06c", "T06d", "T06e", "T06f", "T06g", "T06h", "T07", "Z11", "L5"],
  partyBuilding: true,
  specification: {
    equation: [
      "P(event in a week) = e · act / 52 ; a themed day with chance τ, else any of the seven other forms",
      "course of ℓ p minutes on the subject of the form, or on the field of its organizations if it has none, as far as the programme is not rigid",
      "ℓ (1 − p) minutes owed by each organization ; open forms: n residents drawn, adults among them come ; P(tie of two guests) = f",
    ].join("\n"),
    symbols: {
      e: "events a year of a branch to which all members come",
      τ: "share of themed days among events",
      p: "share of professional skill in events [T07]",
      ℓ: "length of an event, minutes",
      n: "residents invited to a venture, an exchange, a visit or a salon; to the other four forms nobody is",
      f: "chance that two guests get to know each other",
    },
    source:
      "T06, Z11; a themed day a month: 12 events a branch-year, 4-24 (references: starting values). Who meets at an event is a focus of ties: eq. 4.14.",
    departures:
      "Guests are drawn from the community of the branch. Forms differ in their subject and in whether guests come; all are equally long.",
    draws: "agent = branch: 0 event, 1 form; stream guests, agent = branch * 16 + guest: 0 who; agent = branch: 2, 3 ... which two guests.",
    placebo:
      "The same organizations meet as often, at the same cost, in events of the same length, with as much professional skill and no party content; no residents come.",
    harm: "Hours of events are hours less of service; many forms cost more than one.",
  },
  chances: {
    "": {
      0: { of: "branch", en: "holds an event", zh: "举办活动" },
      1: { of: "branch", en: "form of the event", zh: "活动形式" },
    },
  },
  parameters,
  reads: [
    "branches.activity",
    "branches.community",
    "branches.form",
    "organizations.alive",
    "organizations.branch",
    "organizations.community",
    "organizations.meeting",
  ],
  writes: [
    "branches.forms",
    "ledger",
    "organizations.courses",
    "organizations.hoursOwed",
    "weekTotals.communities.events",
    "weekTotals.communities.programmeMoney",
    "weekTotals.communities.tiesFormed",
    "ties",
  ],
  measures: ["activity_form_entropy", "party_work_hours", "org_quality_mean"],
  begin(world) {
    heldBy(world).fill(NONE);
  },
  step(world, context, k) {
    const b = world.branches.columns;
    if (!ofOrganizations(b.form[k])) return;
    const { parameters: p, mode, draws } = context;
    const c = b.community[k];
    if (!draws.chance(k, Math.min(1, (p.events * b.activity[k]) / YEAR), 0)) return;
    const weights = activityFormNames.map((_, form) => (form === 0 ? p.themed : (1 - p.themed) / (FORMS - 1)));
    const form = draws.choose(k, weights, 1);
    heldBy(world)[k] = form;
    spend(world, c, p.cost);
    if (mode === "placebo") return;
    if (b.forms[k * FORMS + form] < 65_535) b.forms[k * FORMS + form]++;
    world.weekTotals.communities.columns.events[c]++;
    meet(world, context, k, form);
  },
  end(world, context) {
    const o = world.organizations.columns;
    const held = heldBy(world);
    for (let g = 0; g < world.organizations.rows; g++) {
      if (!o.alive[g]) continue;
      const k = bodyOf(world.organizations, g);
      const form = k >= 0 ? held[k] : NONE;
      if (form === NONE) continue;
      const here = context.at(o.community[g]);
      if (here) teach(world, g, form, here.parameters, here.rigidity);
      else owesHours(world, g, context.at(world.branches.columns.community[k])?.parameters.length ?? 0);
    }
  },
});

/** An event takes time of an organization; the part of it that uses professional skill is a course [T07]. */
function teach(world: World, g: number, form: number, { length, professional }: Forms, rigidity: number): void {
  const course = Math.round(length * professional);
  owesHours(world, g, length - course);
  offerRequiredCourse(world, g, SUBJECT[form] === ELSEWHERE ? OWN_FIELD : SUBJECT[form], course, rigidity);
}

/** [branch] form of the event that it holds this week, or NONE. */
const heldBy = (world: World) => world.scratch("activityForms/held", Int16Array, world.branches.rows);

/** Residents drawn from the community of a branch come to an open event, and some get to know each other. */
function meet(world: World, context: Context<Forms>, k: number, form: number): void {
  if (!OPEN[form]) return;
  const { age } = world.residents.columns;
  const { firstResident, residents } = world.communities.columns;
  const c = world.branches.columns.community[k];
  const who = context.stream("guests");
  const guests: number[] = [];
  for (let guest = 0; guest < context.parameters.guests && residents[c] > 0; guest++) {
    const i = firstResident[c] + who.below(k * MOST_GUESTS + guest, residents[c], 0);
    if (age[i] < 18) continue;
    guests.push(i);
  }
  let pair = 2;
  for (let a = 1; a < guests.length; a++) {
    for (let b = 0; b < a; b++) {
      if (!context.draws.chance(k, context.parameters.meeting, pair++)) continue;
      if (addTie(world.ties, guests[a], guests[b])) world.weekTotals.communities.columns.tiesFormed[c]++;
    }
  }
}
