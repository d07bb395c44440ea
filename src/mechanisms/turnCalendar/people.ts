import { defineMechanism } from "../../engine/index.ts";
import { ageFlows, ageShares } from "../../population/index.ts";
import { birthdays } from "./birthdays.ts";
import { forgetWhoWent, loseTies, part, setHazards, vacate } from "./departures.ts";
import { fatesOf, partingOf } from "./fates.ts";
import { arrive, takePlaces } from "./newcomers.ts";
import { peopleParameters } from "./peopleParameters.ts";
import { beginWork, fillPosts, retire } from "./posts.ts";
import { countJoiners, listJoiners, replaceMembers } from "./replaceMembers.ts";

/** Residents age, are born, die, move in and out, and take jobs and leave them [Z12]. */
export const people = defineMechanism({
  id: "people",
  phase: "turnCalendar",
  scope: "district",
  every: "month",
  inWeek: 0,
  title: { en: "Ages of life", zh: "人口更替" },
  summary: {
    en: "Every four weeks some residents have their birthday, some die, households move away and others come, so that the ages in the district stay as they are.",
    zh: "每 4 周部分居民过生日、部分去世，有住户迁出、有住户迁入，区内年龄结构保持不变。",
  },
  rows: ["Z12"],
  specification: {
    equation: [
      "P(dies in a year) = d · 2^((age − 60) / D) ; P(household moves in a year) = v (1 + s (usual − satisfaction of its first member) · 2)",
      "shares of ages n stand: comes(a) = max(0, n(a) − stays(a − 1)) ; where stays(a) > n(a + 1), the others go",
      "each place that is left is taken by the next: at least one adult in a household, of the others so many children as the balance asks",
    ].join("\n"),
    symbols: {
      d: "deaths at 60",
      D: "years in which they double",
      v: "households that move",
      s: "weight of satisfaction, against the usual 0.62",
      n: "share of residents of an age, from children and elders of the scenario",
      stays: "those of an age who are left after a year",
    },
    source: "Gompertz (1825) for deaths; balance of ages by arithmetic. Ages: Jiangsu census 2020.",
    departures:
      "A place in a household stays and is taken by the next person, so that communities keep their size; who is born takes a place that was left. Nobody works from 70 on; at 60 as many go on as work at 60 to 69. Jobs that are left are taken by those who begin to work. Members of the party who die or move are replaced in number, programme or not.",
    draws:
      "agent = resident: 0 dies or goes; stream households, agent = household: 0 moves; stream birthdays, agent = resident: 0-3 what changes with age; stream jobs, agent = resident: 0 takes an open post, 1 which; stream posts: 0 who takes a post that nobody took, 1 whether a party member is wanted; stream members, agent = resident: 0 joins the party. Who comes is drawn from a set-up stream of place and number of occupant.",
    harm: "Newcomers know nobody: where people move more, circles are thinner.",
  },
  chances: {
    "": { 0: { of: "resident", en: "dies, or goes for good", zh: "去世或离开" } },
    members: { 0: { of: "resident", en: "joins the party in the place of one who went", zh: "接替离去者入党" } },
  },
  parameters: peopleParameters,
  ofDistrict: ["deaths", "doubling", "moving"],
  reads: ["organizations.branch", "organizations.community", "organizations.meeting"],
  writes: [
    "branches.members",
    "communities.adults",
    "communities.membersOwed",
    "groups.members",
    "ledger",
    "matters.other",
    "matters.resident",
    "organizations.members",
    "organizations.newcomers",
    "organizations.staff",
    "residents",
    "weekTotals.communities.born",
    "weekTotals.communities.died",
    "weekTotals.communities.movedIn",
    "weekTotals.communities.movedOut",
    "ties",
    "workplaces.members",
    "workplaces.membersOwed",
    "workplaces.residentEmployees",
  ],
  measures: ["age_mean", "moved_in", "moved_out", "newcomers_share", "acquaintance_degree_mean"],
  kernels: { birthdays, part, loseTies, arrive, countJoiners, listJoiners },
  step(world, context) {
    const { deaths, doubling, moving } = context.parameters;
    const flows = ageFlows(ageShares(world.scenario.population), deaths, doubling, moving);
    const fates = fatesOf(world).fill(0, 0, world.residents.rows);
    setHazards(world, flows);
    partingOf(world); // made before the kernels
    context.everywhere("birthdays");
    context.everywhere("part");
    const posts: number[] = [];
    retire(world, fates, posts);
    // Those whom one knew may live where nobody comes or goes.
    context.throughout("loseTies");
    const places = vacate(world, context, fates, posts);
    takePlaces(world, context, flows.comes, places);
    fillPosts(world, context, beginWork(world, fates), posts);
    replaceMembers(world, context);
    forgetWhoWent(world, fates);
  },
});
