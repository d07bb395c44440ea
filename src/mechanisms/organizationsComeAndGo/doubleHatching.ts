import { defineMechanism } from "../../engine/index.ts";
import { share, whole } from "../../scenario/index.ts";
import { DISPATCHED, foundBranch, joinBranch, OWN } from "../branchesLive/foundBranch.ts";

const IN_INCUBATOR = 1;

/** What is hatched together: an organization and its party organization [N05, T03]. */
export const doubleHatching = defineMechanism({
  id: "doubleHatching",
  verb: "organizationsComeAndGo",
  scope: "organization",
  every: "month",
  phase: 3,
  title: { en: "Dual incubation", zh: "双孵化" },
  summary: {
    en: "Organizations in the incubator set up a branch if they have enough members, else an instructor is dispatched; instruction takes time from their work.",
    zh: "在孵组织党员足够即组建单独党支部，否则派驻指导员；学习占用业务时间。",
  },
  rows: ["N05", "T03"],
  partyBuilding: true,
  sheet: {
    equation: "in the incubator and uncovered: own branch if members ≥ 3, else dispatched ; quality − s q a month",
    symbols: { s: "crowding of instruction: quality lost a month" },
    source: "N05: slower founding and crowding of scarce instructor time are its nulls; embedding at six steps of the life cycle [S1].",
    departures: "none",
    draws: "agent = branch: 0 secretary.",
    placebo: "The same instruction on another subject: the crowding, no branch.",
    harm: "s: the organization learns its trade more slowly.",
  },
  parameters: {
    crowding: share({
      label: { en: "Crowding", zh: "业务挤占" },
      help: { en: "Quality lost to instruction.", zh: "党建学习造成的质量损失。" },
      default: 0.003,
      of: "quality, a month",
      rows: ["N05"],
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
    }),
  },
  reads: ["organizations.community", "organizations.incubation", "organizations.members", "residents.member", "residents.organization"],
  writes: [
    "branches",
    "organizations.branch",
    "organizations.coverage",
    "organizations.quality",
    "organizations.relation",
    "residents.workBranch",
  ],
  measures: ["coverage_own", "coverage_dispatched", "coverage_formal"],
  step(world, { parameters: p, mode, draws, week }, g) {
    const o = world.organizations.columns;
    if (o.incubation[g] !== IN_INCUBATOR) return;
    o.quality[g] *= 1 - p.crowding;
    if (mode === "placebo" || o.coverage[g] > 0) return;
    if (o.members[g] < p.minimumMembers) o.coverage[g] = DISPATCHED;
    else joinBranch(world, g, foundBranch(world, week, o.community[g], OWN, draws.uniform(world.branches.rows, 0), false), OWN);
  },
  leave(world, _context, c) {
    const { coverage, community, incubation } = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      if (community[g] === c && coverage[g] === DISPATCHED && incubation[g] === IN_INCUBATOR) coverage[g] = 0;
    }
  },
});
