import { defineMechanism } from "../../engine/index.ts";
import { share, whole } from "../../scenario/index.ts";
import { DISPATCHED, foundBranch, joinBranch, OWN } from "../branchesLive/foundBranch.ts";

const IN_INCUBATOR = 1;

/** What is hatched together: an organization and its party organization [N05, T03]. */
export const doubleHatching = defineMechanism({
  id: "doubleHatching",
  verb: "organizationsComeAndGo",
  title: { en: "Double hatching", zh: "双孵化" },
  summary: {
    en: "Organizations in the incubator receive a branch of their own if they have three members, else somebody dispatched; instruction takes hours from learning the trade.",
    zh: "在孵组织有三名党员者建立单独支部，否则派驻；占用业务学习时间。",
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
    crowding: share({ default: 0.003, of: "quality a month", en: "Crowding, s.", zh: "挤占。", rows: ["N05"] }),
    minimumMembers: whole({
      default: 3,
      min: 1,
      max: 50,
      unit: "members",
      en: "Members that a branch needs.",
      zh: "成立支部所需党员数。",
      rows: ["N04"],
      evidence: "S",
    }),
  },
  reads: ["organizations.incubation"],
  writes: ["organizations.coverage", "organizations.branch", "organizations.quality", "branches"],
  measures: ["coverage_own", "coverage_dispatched", "coverage_formal"],
  step(world, context) {
    if (context.week % 4 !== 3) return;
    const o = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      const mode = context.mode(o.community[g]);
      if (!o.alive[g] || o.incubation[g] !== IN_INCUBATOR || mode === "off") continue;
      const p = context.of(o.community[g]);
      o.quality[g] *= 1 - p.crowding;
      if (mode === "placebo" || o.coverage[g] > 0) continue;
      if (o.members[g] >= p.minimumMembers)
        joinBranch(
          world,
          g,
          foundBranch(world, context.week, o.community[g], OWN, context.draws.uniform(world.branches.rows, 0), false),
          OWN,
        );
      else o.coverage[g] = DISPATCHED;
    }
  },
});
