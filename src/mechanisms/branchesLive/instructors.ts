import {
  DISTRICT,
  defineMechanism,
  ELSEWHERE,
  EXPERT_TIME,
  OUTSIDE,
  OWN_FIELD,
  offerCourse,
  offerRequiredCourse,
  spend,
  teacherTime,
  type World,
} from "../../engine/index.ts";
import { bodyOf, formAsked } from "../../population/index.ts";
import { choice, quantity, share } from "../../scenario/index.ts";
import { works } from "./foundBranch.ts";

/** Experts of the think-tank instruct organizations: the more of them share an instructor, the less each gets (eq. 4.26) [N11]. */
export const instructors = defineMechanism({
  id: "instructors",
  phase: "branchesLive",
  scope: "organization",
  every: "month",
  inWeek: 0,
  title: { en: "Party-building instructors", zh: "党建指导员" },
  summary: {
    en: "Experts, secretaries and social workers teach organizations in the hours that they have; each gets an equal part.",
    zh: "专家、社区书记与社工担任指导员，以有限的工时指导组织，每家分得同样多。",
  },
  rows: ["N11", "N02", "G5", "T05"],
  partyBuilding: true,
  specification: {
    equation:
      "time a month = 60 h · instructors / organizations taught ; b of it with the branch (branchWork); of the rest 1 − rigidity on their field, what is left on what is asked of all",
    symbols: { h: "hours that an instructor has for organizations a month", b: "time with branches" },
    source: "eq. 4.26 (Graicunas; Radner 1993): attention is a budget; 0.14 instructors per organization [S25], [A].",
    departures: "The effect of a wide span follows from hours, instead of a curve. Instructors know any field.",
    draws: "none",
    placebo: "The same experts teach the same hours; what is asked of all is on a subject without party content.",
    harm: "Hours of those taught; under a rigid programme advice that fits nobody.",
  },
  parameters: {
    perOrganization: quantity({
      label: { en: "Instructors", zh: "指导员数" },
      help: { en: "The more, the more hours for each organization.", zh: "越多，每家组织得到的指导工时越多。" },
      default: 0.14,
      min: 0,
      max: 2,
      unit: "per organization",

      rows: ["N11"],
      evidence: "A",
      prior: [0, 1],
      source: "109,000 instructors for 761,500 organizations in 2017 [S25].",
    }),
    hours: quantity({
      label: { en: "Time of an instructor", zh: "指导投入" },
      help: { en: "For all organizations together.", zh: "用于全部组织的时间。" },
      default: 8,
      min: 0,
      max: 160,
      unit: "hours a month",
      rows: ["N11"],
      prior: [2, 20],
    }),
    taught: choice(["allOrganizations", "coveredOnly"], {
      label: { en: "Whom they teach", zh: "指导对象" },
      help: { en: "All organizations alike, or those with a branch alone.", zh: "全部组织，或仅有党组织的组织。" },
      default: "allOrganizations",
      rows: ["N11"],
    }),
    branches: share({
      label: { en: "Time with branches", zh: "指导支部的时间" },
      help: {
        en: "Spent on the work of the branch, if there is one; the rest on the field.",
        zh: "用于支部工作（如有支部）；其余用于业务。",
      },
      default: 0.3,
      of: "hours",
      rows: ["N11", "T05"],
      prior: [0, 1],
    }),
  },
  reads: [
    "branches.form",
    "organizations.alive",
    "organizations.branch",
    "organizations.community",
    "organizations.coverage",
    "organizations.meeting",
    "organizations.placebo",
  ],
  writes: ["ledger", "organizations.courses", "weekTotals.branches.visits", "weekTotals.communities.programmeMoney"],
  measures: ["branch_activity_true", "org_quality_mean", "settlement_rate_true", "money_spent_programme"],
  begin(world, context) {
    const { alive, community } = world.organizations.columns;
    const { taught, minutes } = poolOf(world);
    let [pool, count] = [0, 0];
    for (let g = 0; g < world.organizations.rows; g++) {
      taught[g] = 0;
      const here = context.at(community[g]);
      if (!alive[g] || here === undefined) continue;
      pool += 60 * here.parameters.hours * here.parameters.perOrganization;
      if (here.parameters.taught === "coveredOnly" && formAsked(world.organizations, g) === 0) continue;
      taught[g] = 1;
      count++;
    }
    minutes[0] = count > 0 ? pool / count : 0;
    world.ledger.move(EXPERT_TIME, OUTSIDE, 0, DISTRICT, 0, Math.round(pool));
  },
  step(world, { parameters: p, rigidity, mode }, g) {
    spend(world, world.organizations.columns.community[g], p.hours * p.perOrganization * world.scenario.prices.hour);
    const { taught, minutes } = poolOf(world);
    if (!taught[g]) return;
    const time = teacherTime(world, DISTRICT, 0, g, minutes[0]);
    offerRequiredCourse(world, g, OWN_FIELD, time * (1 - p.branches), rigidity);
    offerCourse(world, g, ELSEWHERE, time * p.branches);
    const k = bodyOf(world.organizations, g);
    if (k >= 0 && works(world, k, mode)) world.weekTotals.branches.columns.visits[k] += time * p.branches;
  },
});

/** Memory that begin and step share. */
const poolOf = (world: World) => ({
  /** [g] 1 if taught this month. */
  taught: world.scratch("instructors/taught", Uint8Array, world.organizations.rows),
  /** Length of the course of each. */
  minutes: world.scratch("instructors/minutes", Float64Array, 1),
});
