import { defineMechanism, OWN_FIELD, RUNNING, SUBJECTS } from "../../engine/index.ts";
import { pow } from "../../numeric/index.ts";
import type { Organizations } from "../../population/index.ts";
import { quantity, share } from "../../scenario/index.ts";

const VOLUNTEERS_PER_POST = 24; // 36 hours of a post, 1.5 of a standing volunteer

/** Posts of an organization: its staff, and its volunteers by their hours. */
const postsOf = ({ columns: { staff, volunteers } }: Organizations, g: number): number => staff[g] + volunteers[g] / VOLUNTEERS_PER_POST;

/** A volunteer begins in an organization, without its skills; for new staff see `takesPost`. */
export function welcomeVolunteers({ columns: { newcomers } }: Organizations, g: number, count: number): void {
  newcomers[g] += count / VOLUNTEERS_PER_POST;
}

/** A skill after a week in which a share of the time taught it, among people some of whom are new. */
export function learned(skill: number, taught: number, kept: number): number {
  const practice = (skill / (1 - skill)) * kept + taught;
  return practice / (1 + practice);
}

/** Organizations learn their field and how to run themselves by hours alone (eq. 4.22). */
export const organizationLearning = defineMechanism({
  id: "organizationLearning",
  phase: "everyoneLearns",
  scope: "organization",
  every: "week",
  title: { en: "Learning of organizations", zh: "组织学习" },
  summary: {
    en: "Hours of service and of fitting courses teach an organization its field, reports, the search for resources and courses how to run it; newcomers dilute it, and what is not used fades.",
    zh: "服务与对口培训的工时提升服务质量，报表、寻找资源与管理培训提升内部治理；新人稀释经验，不用则生疏。",
  },
  rows: ["N15", "N07", "Z25", "B3", "G3"],
  specification: {
    equation: [
      "x = q / (1 − q) ; x(t+1) = x (1 − n) 2^(−1/τ) + s / E ; q(t+1) = x / (1 + x), every week; g likewise",
      "s_q = (service − idle + v (courses on the field + λ other courses)) / H ; s_g = (reports + search + v (courses on running + λ other courses)) / H",
    ].join("\n"),
    symbols: {
      q: "quality of service, 0-1",
      g: "internal management, 0-1",
      x: "weeks of undivided practice that are remembered, in units of E",
      s: "share of the week that teaches: programmes of its own and matters, but not hours held open that nobody asked for",
      H: "minutes of the week",
      n: "share of posts filled with people who are new since last week",
      τ: "half-life of skill that is not used, weeks",
      E: "weeks of undivided practice that give a skill of one half",
      v: "hours of practice that an hour of a course is worth",
      λ: "what an hour about something else is worth, of a course on the subject",
    },
    source:
      "eq. 4.22 for organizations. Hyperbolic learning curve of accumulated practice (Mazur & Hastie 1978); organizations forget: 0.75 (ships, Argote, Beckman & Epple 1990) to 0.96 (aircraft, Benkard 2000) of what they know is left after a month. Those new to a post do 64% more after a year (De Grip, Sauermann & Sieben 2016); a week's course, 10% more at first (De Grip & Sauermann 2012).",
    departures:
      "Skill is one number for all matters of the field; programmes of the organization's own are of its field and teach like matters. After a change of type, what was learnt in the old field counts as λ. Those who leave take what they know along; it is missed when somebody new has their post.",
    draws: "none",
    harm: "Hours of party work, reports and courses are hours without practice: a course that teaches less than the work it takes the place of does harm.",
  },
  parameters: {
    halfLife: quantity({
      label: { en: "Half-life of skill", zh: "技能半衰期" },
      help: {
        en: "Each time it passes without practice, half of the practice is forgotten.",
        zh: "每经过这段时间不练习，积累的练习减半。",
      },
      default: 74,
      min: 4,
      max: 1040,
      unit: "weeks",
      rows: ["Z25"],
      evidence: "M",
      source: "0.96 of what is known is left after a month: Benkard 2000; the slowest forgetting measured, as newcomers are counted apart.",
      prior: [10, 208],
    }),
    half: quantity({
      label: { en: "Practice for one half", zh: "达到一半所需练习" },
      help: {
        en: "Of undivided service that is not forgotten; then a skill stands at 0.5.",
        zh: "全部工时用于服务且不遗忘时，技能达到 0.5 所需的时间。",
      },
      default: 90,
      min: 0.01,
      max: 1000,
      unit: "weeks",
      rows: ["N15"],
      evidence: "M",
      source:
        "Work done rises by 64% in the first year in a post: De Grip, Sauermann & Sieben 2016 (done at the pace ½ + q, see matching).",
      prior: [60, 140],
    }),
    courses: quantity({
      label: { en: "Courses", zh: "培训折算" },
      help: {
        en: "Practice that an hour of a fitting course takes the place of; below 1 service teaches more.",
        zh: "一小时对口培训相当于多少小时的实践；低于 1 时，实践更有效。",
      },
      default: 3,
      min: 0,
      max: 100,
      unit: "times",
      rows: ["B3", "N11", "G3"],
      source:
        "A week's course raised work done by 10%, less after some weeks: De Grip & Sauermann 2012; it would be worth forty weeks of practice if all of that stayed.",
      prior: [0.5, 10],
    }),
    transfer: share({
      label: { en: "Worth of other courses", zh: "非对口培训折算" },
      help: { en: "What an hour on another subject teaches.", zh: "一小时其他内容的培训所抵的对口学习。" },
      default: 0.1,
      of: "an hour on the subject",
      rows: ["B3", "M04"],
      prior: [0, 0.4],
    }),
  },
  reads: [
    "organizations.hoursCourses",
    "organizations.hoursGuiding",
    "organizations.hoursModelling",
    "organizations.hoursParty",
    "organizations.hoursReporting",
    "organizations.hoursSeeking",
    "organizations.hoursService",
    "organizations.staff",
    "organizations.type",
    "organizations.volunteers",
    "weekTotals.organizations.idle",
  ],
  writes: ["organizations.management", "organizations.newcomers", "organizations.quality", "organizations.field"],
  measures: ["org_quality_mean", "org_management_mean", "settlement_rate_true"],
  step({ organizations, weekTotals }, { parameters: p }, g) {
    const o = organizations.columns;
    const at = g * SUBJECTS;
    let courses = 0;
    for (let s = 0; s < SUBJECTS; s++) courses += o.hoursCourses[at + s];
    const hours =
      o.hoursParty[g] + o.hoursReporting[g] + o.hoursSeeking[g] + o.hoursService[g] + o.hoursGuiding[g] + o.hoursModelling[g] + courses;
    // With nobody at work nothing is learnt.
    const learnt = (practised: number, subject: number): number => {
      const fitting = o.hoursCourses[at + subject];
      const taught = p.courses * (fitting + p.transfer * (courses - fitting));
      return hours > 0 ? (practised + taught) / hours / p.half : 0;
    };
    const posts = postsOf(organizations, g);
    const kept = pow(2, -1 / p.halfLife) * (posts > 0 ? Math.max(0, 1 - o.newcomers[g] / posts) : 1);
    const ofField = o.field[g] === o.type[g] ? kept : kept * p.transfer;
    o.quality[g] = learned(o.quality[g], learnt(o.hoursService[g] - weekTotals.organizations.columns.idle[g], OWN_FIELD), ofField);
    o.management[g] = learned(o.management[g], learnt(o.hoursReporting[g] + o.hoursSeeking[g], RUNNING), kept);
    o.newcomers[g] = 0;
    o.field[g] = o.type[g];
  },
});
