import { coverageForms } from "../../population/index.ts";
import { evenness } from "../statistics.ts";
import { measuresTaken } from "./measure.ts";

const [NONE, OWN, JOINT, DISPATCHED] = coverageForms.map((_, code) => code);

/** How social organizations are covered by branches, and how active these are. */
export const coverage = measuresTaken(1, "coverage", [
  {
    id: "branches_per_100_orgs",
    unit: "branches per 100 organizations",
    label: { en: "Branches of social organizations", zh: "社会组织党支部数" },
    help: { en: "Own and joint branches together.", zh: "单独党支部与联合党支部合计。" },
    formula: ({ branches, organizations }) => (100 * branches.count) / organizations.alive,
  },
  {
    id: "coverage_own",
    unit: "share of organizations",
    label: { en: "Own branches", zh: "单独组建率" },
    help: { en: "Organizations with a branch of their own.", zh: "有单独党支部的社会组织。" },
    formula: ({ organizations }) => organizations.covered[OWN] / organizations.alive,
  },
  {
    id: "coverage_joint",
    unit: "share of organizations",
    label: { en: "Joint branches", zh: "联合组建率" },
    help: { en: "Organizations that share a joint branch.", zh: "加入联合党支部的社会组织。" },
    formula: ({ organizations }) => organizations.covered[JOINT] / organizations.alive,
  },
  {
    id: "coverage_dispatched",
    unit: "share of organizations",
    label: { en: "Dispatched instructor only", zh: "派驻覆盖率" },
    help: { en: "Organizations without a branch to which an instructor is sent.", zh: "没有支部、获派指导员的社会组织。" },
    formula: ({ organizations }) => organizations.covered[DISPATCHED] / organizations.alive,
  },
  {
    id: "coverage_formal",
    unit: "share of organizations",
    label: { en: "Formal coverage", zh: "有形覆盖率" },
    help: { en: "In any form: own branch, joint branch or dispatched instructor.", zh: "任何一种方式：单独、联合或派驻。" },
    formula: ({ organizations }) => (organizations.alive - organizations.covered[NONE]) / organizations.alive,
  },
  {
    id: "coverage_eligible",
    unit: "share of organizations with three members",
    label: { en: "Coverage of eligible organizations", zh: "应建已建率" },
    help: { en: "Covered among organizations with three or more members.", zh: "有三名以上党员的社会组织中已覆盖的部分。" },
    formula: ({ organizations }) => organizations.eligibleCovered / organizations.eligible,
  },
  {
    id: "coverage_functional",
    unit: "share of organizations",
    label: { en: "Functional coverage", zh: "有效覆盖率" },
    help: {
      en: "Organizations whose branch held its activity with at least half of its members in each of the last three months.",
      zh: "支部最近三个月每月按期开展活动，且到会党员不少于半数的社会组织。",
    },
    formula: ({ organizations }) => organizations.functional / organizations.alive,
  },
  {
    id: "branch_activity_true",
    unit: "0-1",
    label: { en: "Branch activity (actual)", zh: "支部活动水平（实际）" },
    help: {
      en: "Share of members who come to the activity of a month; mean over the branches of organizations.",
      zh: "每月活动的党员到会占比；社会组织各支部的平均值。",
    },
    formula: ({ branches }) => branches.activity / branches.count,
  },
  {
    id: "activity_form_entropy",
    unit: "0-1",
    label: { en: "Evenness of forms of activity", zh: "活动形式均匀度" },
    help: {
      en: "1 if the eight forms are equally frequent in the running year, 0 if there is only one.",
      zh: "今年八种形式同样频繁为 1，只有一种为 0。",
    },
    formula: ({ branches }) => evenness(branches.events),
  },
  {
    id: "branch_activity_reported",
    unit: "0-1",
    label: { en: "Branch activity (reported)", zh: "支部活动水平（上报）" },
    help: {
      en: "Mean over the branches of organizations; what exceeds the actual one is overreported.",
      zh: "社会组织各支部的平均值；高出实际的部分为虚报。",
    },
    formula: ({ branches }) => branches.reported / branches.count,
  },
]);
