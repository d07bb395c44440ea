import { defineMechanism, ELSEWHERE, offerPaidCourse } from "../../engine/index.ts";
import { formAsked } from "../../population/index.ts";
import { quantity, whole } from "../../scenario/index.ts";
import { callBack, DISPATCHED, dispatchTo, foundBranch, joinBranch, leaveBranch, OWN } from "../branchesLive/foundBranch.ts";

const IN_INCUBATOR = 1;

/** What is hatched together: an organization and its party organization [N05, T03]. */
export const dualIncubation = defineMechanism({
  id: "dualIncubation",
  phase: "organizationsComeAndGo",
  scope: "organization",
  every: "month",
  inWeek: 3,
  title: { en: "Dual incubation", zh: "双孵化" },
  summary: {
    en: "Organizations in the incubator set up a branch if they have enough members, else an instructor is dispatched; instruction takes time from their work.",
    zh: "在孵组织党员足够即组建单独党支部，否则派驻指导员；学习占用业务时间。",
  },
  rows: ["N05", "T03"],
  partyBuilding: true,
  specification: {
    equation:
      "in the incubator and uncovered: own branch if members ≥ 3, else dispatched ; course of 60 h minutes a month on another subject, by a teacher paid by the hour (prices)",
    symbols: { h: "hours of instruction a month" },
    source: "N05: slower founding and crowding of scarce instructor time are its nulls; embedding at six steps of the life cycle [S1].",
    departures: "none",
    draws: "agent = branch: 0 secretary.",
    placebo:
      "By the same rule the same organizations meet, or somebody is sent to them, and they are instructed on another subject: the hours, no branch.",
    harm: "h: the organization learns its field more slowly.",
  },
  parameters: {
    instruction: quantity({
      label: { en: "Instruction", zh: "党建学习" },
      help: { en: "It takes hours from learning the field.", zh: "占用业务学习的时间。" },
      default: 2,
      min: 0,
      max: 40,
      unit: "hours a month",
      rows: ["N05"],
      prior: [0, 8],
    }),
    minimumMembers: whole({
      label: { en: "Members needed", zh: "所需党员数" },
      help: { en: "With fewer an instructor is dispatched.", zh: "不足时改为派驻指导员。" },
      default: 3,
      min: 1,
      max: 50,
      unit: "people",

      rows: ["N04"],
      evidence: "S",
      source: "Three full members found a branch [S21].",
    }),
  },
  reads: ["organizations.community", "organizations.incubation", "organizations.members", "residents.member", "residents.organization"],
  writes: [
    "branches",
    "ledger",
    "organizations.branch",
    "organizations.courses",
    "organizations.coverage",
    "organizations.meeting",
    "organizations.placebo",
    "residents.workBranch",
    "weekTotals.branches",
    "weekTotals.communities.programmeMoney",
  ],
  measures: ["coverage_own", "coverage_dispatched", "coverage_formal"],
  step(world, { parameters: p, mode, draws, week }, g) {
    const o = world.organizations.columns;
    if (o.incubation[g] !== IN_INCUBATOR) return;
    offerPaidCourse(world, g, ELSEWHERE, 60 * p.instruction);
    if (formAsked(world.organizations, g) > 0) return;
    if (o.members[g] < p.minimumMembers) dispatchTo(world, g, mode);
    else joinBranch(world, g, foundBranch(world, week, o.community[g], OWN, mode, draws.uniform(world.branches.rows, 0)), OWN);
  },
  leave(world, _context, c) {
    const { community, incubation, meeting } = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      if (community[g] !== c || incubation[g] !== IN_INCUBATOR) continue;
      if (formAsked(world.organizations, g) === DISPATCHED) callBack(world, g);
      if (meeting[g] >= 0) leaveBranch(world, g, 0);
    }
  },
});
