import { ACQUAINTANCE, addExchangeTie } from "../../circles/index.ts";
import { COMMUNITY, defineMechanism, ORGANIZATION, spend, WORKING_DAY, type World, YEAR } from "../../engine/index.ts";
import { chanceOf } from "../../numeric/index.ts";
import { quantity } from "../../scenario/index.ts";

/** Two organizations and residents of a community take on a project together [V5d]. */
export const jointProjects = defineMechanism({
  id: "jointProjects",
  phase: "residentsTakePart",
  scope: "community",
  every: "week",
  title: { en: "Joint projects", zh: "共建项目" },
  summary: {
    en: "Now and then two organizations that a community knows run a project with its residents: they become partners, and more people are asked.",
    zh: "社区熟悉的两家组织不时与居民共同开展项目，结为伙伴，并邀请更多人参与。",
  },
  rows: ["V5d", "L5"],
  partyBuilding: true,
  specification: {
    equation: "P(project in a week) = 1 − e^(−r/52) ; two of the known organizations become partners ; outreach + e this week",
    symbols: { r: "projects of a community a year", e: "invitations" },
    source: "V5d (reading uncertain: joint building, joint discussion). Values are judgements.",
    departures: "A project lasts a week.",
    draws: "agent = community: 0 project, 1 and 2 the two organizations.",
    placebo: "The same money, each organization on its own.",
    harm: "Those already known are asked again.",
  },
  chances: {
    "": {
      0: { of: "community", en: "a joint project begins", zh: "开展共建项目" },
    },
  },
  parameters: {
    rate: quantity({
      label: { en: "Projects", zh: "项目次数" },
      help: { en: "Of each community; each lasts one week.", zh: "每个社区；每次为期一周。" },
      default: 4,
      min: 0,
      max: 52,
      unit: "a year",

      rows: ["V5d"],
    }),
    invitations: quantity({
      label: { en: "Call by projects", zh: "项目邀请" },
      help: { en: "To every adult of the community while the project lasts.", zh: "项目期间，社区每位成年人收到的邀请。" },
      default: 0.02,
      min: 0,
      max: 1,
      unit: "invitations",

      rows: ["V5d"],
    }),
  },
  reads: ["organizations.alive"],
  writes: ["exchangeTies", "ledger", "weekTotals.communities.outreach", "weekTotals.communities.programmeMoney"],
  measures: ["participation_rate", "modularity", "money_spent_programme"],
  step(world, { parameters: p, mode, draws, week }, c) {
    if (!draws.chance(c, chanceOf(p.rate / YEAR), 0)) return;
    spend(world, c, 5 * WORKING_DAY * world.scenario.prices.hour);
    if (mode === "placebo") return;
    world.weekTotals.communities.columns.outreach[c] += p.invitations;
    const known = organizationsKnown(world, c);
    if (known.length < 2) return;
    const a = draws.below(c, known.length, 1);
    const b = (a + 1 + draws.below(c, known.length - 1, 2)) % known.length;
    addExchangeTie(world.exchangeTies, ORGANIZATION, known[a], ORGANIZATION, known[b], ACQUAINTANCE, week);
  },
});

/** Organizations with a tie to a community, in the order of their ties. */
function organizationsKnown({ exchangeTies, organizations }: World, c: number): number[] {
  const { kindA, a, kindB, b } = exchangeTies.columns;
  const { alive } = organizations.columns;
  const known = new Set<number>();
  // Few ties are those of the community, many begin with one.
  for (let e = 0, ties = exchangeTies.rows; e < ties; e++) {
    if (a[e] === c && kindA[e] === COMMUNITY && kindB[e] === ORGANIZATION && alive[b[e]]) known.add(b[e]);
  }
  return [...known];
}
