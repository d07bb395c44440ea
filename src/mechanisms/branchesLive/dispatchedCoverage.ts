import { defineMechanism, spend, YEAR } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { formAsked } from "../../population/index.ts";
import { quantity, share } from "../../scenario/index.ts";
import { callBack, DISPATCHED, dispatchTo } from "./foundBranch.ts";

const IN_INCUBATOR = 1;

/** Somebody is sent to organizations without members, so that they count as covered [N11, N12]. */
export const dispatchedCoverage = defineMechanism({
  id: "dispatchedCoverage",
  phase: "branchesLive",
  scope: "district",
  every: "week",
  title: { en: "Dispatched instructors", zh: "派驻覆盖" },
  summary: {
    en: "Party-building instructors are sent to organizations that cannot have a branch; these then count as covered.",
    zh: "向无法组建支部的社会组织派驻党建指导员，计入覆盖。",
  },
  rows: ["N11", "N12"],
  partyBuilding: true,
  specification: {
    equation: "P(sent in a week) = 1 − exp(−d (1 − A) / 52) while those sent < s · organizations ; called back if the post is vacant",
    symbols: { d: "rate a year", A: "share covered", s: "share of organizations that can be served" },
    source: "N12; instructors sent to social organizations: 109,000 in 2017, 0.14 per organization [S25].",
    departures: "Who is sent has no branch and no activity: coverage in form.",
    draws: "agent = organization: 0 sent.",
    placebo: "An adviser on any other subject is sent at the same cost and takes the same hours; it does not count as coverage.",
    harm: "Formal coverage rises and nothing else does: 覆盖不等于有效.",
  },
  chances: {
    "": {
      0: { of: "organization", en: "is sent an instructor", zh: "获派指导员" },
    },
  },
  parameters: {
    rate: quantity({
      label: { en: "Rate of sending", zh: "派驻率" },
      help: { en: "While nobody is covered; the more are, the fewer are sent.", zh: "尚无组织被覆盖时的水平；覆盖越多，派驻越少。" },
      default: 0.3,
      min: 0,
      max: 12,
      unit: "a year",
      rows: ["N11"],
    }),
    capacity: share({
      label: { en: "Capacity", zh: "派驻容量" },
      help: { en: "Organizations that can have an instructor at one time.", zh: "同一时间可派驻指导员的组织。" },
      default: 0.14,
      of: "organizations",

      rows: ["N11"],
      evidence: "A",
      prior: [0, 1],
      source: "109,000 instructors for 761,500 organizations in 2017 [S25].",
    }),
  },
  reads: ["organizations.alive", "organizations.community", "organizations.incubation"],
  writes: ["ledger", "organizations.coverage", "organizations.placebo", "weekTotals.communities.programmeMoney"],
  measures: ["coverage_dispatched", "coverage_formal"],
  step(world, context) {
    const o = world.organizations.columns;
    const n = world.organizations.rows;
    let alive = 0;
    let covered = 0;
    let sent = 0;
    for (let g = 0; g < n; g++) {
      if (!o.alive[g]) continue;
      alive++;
      const form = formAsked(world.organizations, g);
      if (form > 0) covered++;
      if (form === DISPATCHED) sent++;
    }
    for (let g = 0; g < n; g++) {
      const c = o.community[g];
      const here = context.at(c);
      if (!o.alive[g] || here === undefined) continue;
      const { parameters: p, mode } = here;
      const form = formAsked(world.organizations, g);
      if (form === DISPATCHED) {
        // Who was sent beyond what can be served is called back, outside the incubator; so is whom the other arm sent.
        const kept = (mode === "on" ? o.coverage : o.placebo)[g] > 0 && (sent <= p.capacity * alive || o.incubation[g] === IN_INCUBATOR);
        if (kept) spend(world, c, world.scenario.prices.hour);
        else {
          callBack(world, g);
          sent--;
        }
        continue;
      }
      if (form > 0) continue;
      if (sent + 1 > p.capacity * alive || !context.draws.chance(g, chanceOf((p.rate * (1 - covered / alive)) / YEAR), 0)) continue;
      sent++;
      spend(world, c, world.scenario.prices.hour);
      dispatchTo(world, g, mode);
    }
  },
  leave(world, _context, c) {
    const { community, incubation } = world.organizations.columns;
    for (let g = 0; g < world.organizations.rows; g++) {
      // In the incubator somebody was dispatched by dual incubation.
      if (community[g] === c && formAsked(world.organizations, g) === DISPATCHED && incubation[g] !== IN_INCUBATOR) callBack(world, g);
    }
  },
});
