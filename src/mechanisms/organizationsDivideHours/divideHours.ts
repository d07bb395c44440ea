import { defineMechanism, ORGANIZATION, OUTSIDE, OWN_FIELD, STAFF_TIME, SUBJECTS, type World } from "../../engine/index.ts";
import { bodyOf, formAsked } from "../../population/index.ts";
import { quantity, share } from "../../scenario/index.ts";

const ROLES = 4;
const MODEL = 1;
const GUIDE = 2;
const LINK = 3;

/** Organizations divide a binding budget of hours (eq. 4.21) [M04, H02]. */
export const divideHours = defineMechanism({
  id: "divideHours",
  phase: "organizationsDivideHours",
  scope: "organization",
  every: "week",
  title: { en: "Division of hours", zh: "工时分配" },
  summary: {
    en: "Each organization divides its hours between party work, reports, courses, the search for resources and service.",
    zh: "每家组织在党建、报表、培训、寻找资源与服务之间分配工时。",
  },
  rows: ["M04", "H01", "H02", "T04"],
  specification: {
    equation: [
      "H = 60 (h_s staff + h_v volunteers)",
      "e_p = min((w_p H + owed) · 2 rigidity, H) if covered ; e_r = min(60 (a_0 registered + a_r rigidity) (3/2 − g), H − e_p)",
      "e_c = min(offered · min(people, a), H − e_p − e_r), each subject in proportion",
      "e_k = max(w_k dep, v_link) R ; e_m = v_model R ; e_g = v_guide R ; e_s = R − e_k − e_m − e_g + service part of e_p ; R = H − e_p − e_r − e_c",
    ].join("\n"),
    symbols: {
      H: "minutes available this week",
      e_p: "party work; parts of it are a course (partyBusiness), service to the community or showing how it is done (fiveStrengths)",
      v: "shares of the hours that its branch wants in other roles (roleTransformation)",
      owed: "minutes owed to events, training and checks this week, at a rigidity of one half",
      e_r: "reports and inspections",
      e_k: "seeking resources",
      dep: "dependence on the most important source, 0-1 (resourceDependence)",
      "e_m, e_g": "building models, supporting and guiding",
      e_s: "service",
      e_c: "courses on the field, on running an organization, on anything else",
      a: "people who attend a course",
      g: "internal management: who runs well reports sooner, at ½ in the usual time",
      rigidity: "0-1, multiplies every requirement of the programme [H01]",
    },
    source:
      "eq. 4.21 (Holmström & Milgrom 1991), with the binding budget of M04; eq. 4.9 (Pfeffer & Salancik 1978): who depends on one source seeks others; 8 hours of administration a week at rigidity 1 (references: starting values).",
    departures:
      "Required hours come first; organizations do not optimize a score yet. The search rises in proportion to dependence, without a threshold from which it begins.",
    draws: "none",
    placebo:
      "The same hours of organizations that meet in the place of having a branch, or to which somebody is sent to speak of something else (administrativeDrive).",
    harm: "Each hour of party work or reporting is an hour less of service: rigidity rules how many.",
  },
  parameters: {
    staffHours: quantity({
      label: { en: "Work of paid staff", zh: "专职人员工时" },
      help: { en: "Each member of staff brings them to the organization.", zh: "每名专职人员为组织带来的工时。" },
      default: 37,
      min: 0,
      max: 60,
      unit: "hours a week",
      evidence: "A",
      prior: [30, 44],
      source:
        "40 hours a week (State Council 1995) less 11 holidays and ten days of leave a year; 44 hours are the most (Labour Law, article 36).",
    }),
    volunteerHours: quantity({
      label: { en: "Work of volunteers", zh: "志愿者工时" },
      help: { en: "Each standing volunteer brings them to the organization.", zh: "每名常设志愿者为组织带来的工时。" },
      default: 1.7,
      min: 0,
      max: 20,
      unit: "hours a week",
      evidence: "S",
      prior: [0.8, 3.4],
      source: "21.87 hours in three months by those who are active [S46]; half to twice of it.",
    }),
    partyShare: share({
      label: { en: "Party work", zh: "党建工时占比" },
      help: {
        en: "Of a covered organization at rigidity 1; events and training come on top.",
        zh: "被覆盖组织在刚性为 1 时；活动与培训另计。",
      },
      default: 0.1,
      of: "hours",

      rows: ["M04"],
      partyBuilding: true,
    }),
    reportingHours: quantity({
      label: { en: "Reports and inspections", zh: "报表与检查工时" },
      help: { en: "Of a covered organization at rigidity 1.", zh: "被覆盖组织在刚性为 1 时。" },
      default: 8,
      min: 0,
      max: 40,
      unit: "hours a week",

      rows: ["H02"],
      prior: [2, 20],
      partyBuilding: true,
    }),
    baseReporting: quantity({
      label: { en: "Basic reports", zh: "基本报表工时" },
      help: { en: "Every registered organization owes them.", zh: "每家登记组织都须完成。" },
      default: 2,
      min: 0,
      max: 40,
      unit: "hours a week",
    }),
    attending: quantity({
      label: { en: "Size of a course", zh: "培训规模" },
      help: { en: "Of an organization that is offered one; each gives its length.", zh: "组织参加一次培训的人数；每人投入培训时长。" },
      default: 3,
      min: 0,
      max: 100,
      unit: "people",
      rows: ["G3"],
      prior: [1, 8],
    }),
    seekingShare: share({
      label: { en: "Search for resources", zh: "寻找资源占比" },
      help: {
        en: "Of the hours that party work and reports leave to an organization with a single source of income; less, the less it depends on one.",
        zh: "收入全部来自单一来源的组织，占党建与报表之外工时的比例；依赖越低，寻找越少。",
      },
      default: 0.1,
      of: "remaining hours",

      rows: ["M05"],
    }),
  },
  reads: [
    "branches.upkeep",
    "organizations.branch",
    "organizations.community",
    "organizations.coverage",
    "organizations.dependence",
    "organizations.hoursOwed",
    "organizations.management",
    "organizations.meeting",
    "organizations.placebo",
    "organizations.registered",
    "organizations.staff",
    "organizations.volunteers",
    "weekTotals.organizations.demonstrating",
    "weekTotals.organizations.partyService",
    "weekTotals.organizations.partyTraining",
    "weekTotals.organizations.wantedRoles",
  ],
  writes: [
    "ledger",
    "organizations.adminShare",
    "organizations.courses",
    "organizations.hoursCourses",
    "organizations.hoursGuiding",
    "organizations.hoursModelling",
    "organizations.hoursParty",
    "organizations.hoursReporting",
    "organizations.hoursSeeking",
    "organizations.hoursService",
    "weekTotals.communities.adminMinutes",
    "weekTotals.communities.partyMinutes",
  ],
  measures: ["admin_hours_share", "admin_hours", "party_work_hours"],
  step(world, { parameters: p, rigidity }, g) {
    const o = world.organizations.columns;
    const c = o.community[g];
    const body = bodyOf(world.organizations, g);
    const upkeep = body >= 0 ? world.branches.columns.upkeep[body] : 1;
    const required = formAsked(world.organizations, g) > 0 ? rigidity * upkeep : 0;
    const hours = Math.round(60 * (p.staffHours * o.staff[g] + p.volunteerHours * o.volunteers[g]));
    const party = Math.min(hours, Math.round(p.partyShare * hours * required + o.hoursOwed[g] * 2 * required));
    const owed = (o.registered[g] ? p.baseReporting : 0) + p.reportingHours * required;
    const reporting = Math.min(hours - party, Math.round(60 * owed * (1.5 - o.management[g])));
    const rest = hours - party - reporting - attend(world, g, p.attending, hours - party - reporting);
    const inputs = world.weekTotals.organizations.columns;
    const training = Math.floor(party * inputs.partyTraining[g]);
    const serving = Math.floor(party * inputs.partyService[g]);
    const showing = Math.floor((party - training - serving) * inputs.demonstrating[g]);
    o.hoursCourses[g * SUBJECTS + OWN_FIELD] += training;
    const wanted = (role: number) => Math.floor(rest * inputs.wantedRoles[g * ROLES + role]);
    const seeking = Math.max(Math.round(rest * p.seekingShare * o.dependence[g]), wanted(LINK));
    const modelling = wanted(MODEL);
    const guiding = Math.min(rest - seeking - modelling, wanted(GUIDE));
    o.hoursParty[g] = party - training - serving - showing;
    o.hoursModelling[g] = modelling + showing;
    o.hoursGuiding[g] = guiding;
    o.hoursReporting[g] = reporting;
    o.hoursSeeking[g] = seeking;
    o.hoursService[g] = rest - seeking - modelling - guiding + serving;
    o.adminShare[g] += hours > 0 ? ((party - training - serving + reporting) / hours - o.adminShare[g]) / 8 : 0;
    world.ledger.move(STAFF_TIME, OUTSIDE, 0, ORGANIZATION, g, hours);
    world.ledger.move(STAFF_TIME, ORGANIZATION, g, OUTSIDE, 0, hours - o.hoursService[g]);
    const t = world.weekTotals.communities.columns;
    t.partyMinutes[c] += party;
    t.adminMinutes[c] += reporting;
  },
  leave(world, _context, c) {
    const o = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      if (o.community[g] !== c) continue;
      for (const hours of [o.hoursParty, o.hoursReporting, o.hoursSeeking, o.hoursService, o.hoursModelling, o.hoursGuiding]) hours[g] = 0;
      o.hoursCourses.fill(0, g * SUBJECTS, (g + 1) * SUBJECTS);
    }
  },
});

/** People attend the courses that were offered, as far as their hours go. Returns the minutes that they give. */
function attend({ organizations }: World, g: number, attending: number, room: number): number {
  const { courses, hoursCourses, staff, volunteers } = organizations.columns;
  const first = g * SUBJECTS;
  const people = Math.min(staff[g] + volunteers[g], attending);
  let wanted = 0;
  for (let s = first; s < first + SUBJECTS; s++) wanted += courses[s] * people;
  const granted = Math.min(wanted, room);
  let given = 0;
  for (let s = first; s < first + SUBJECTS; s++) {
    // Divided last, so that who wants more than there is has all of it, to the minute.
    hoursCourses[s] = wanted > 0 ? Math.floor((courses[s] * people * granted) / wanted) : 0;
    given += hoursCourses[s];
    courses[s] = 0;
  }
  return given;
}
