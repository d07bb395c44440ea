import { type Context, DECIDED, DURATIONS, defineMechanism, inDrawnOrder, isServed, type Matters, type World } from "../../engine/index.ts";
import { beginService } from "../casesAreWorked/endings.ts";
import { type Matching, matchingParameters } from "./matchingParameters.ts";
import { giveMoneyAndSpace } from "./moneyAndSpace.ts";
import { feasibleNeeds, type Offers, offersOf } from "./offers.ts";
import { beginSearch } from "./search.ts";
import { searchHours } from "./searchHours.ts";

/** Needs and offers meet within the reach of the circles and the platform (eq. 4.24) [Z13]. */
export const matching = defineMechanism({
  id: "matching",
  phase: "resourcesAreExchanged",
  scope: "district",
  every: "week",
  title: { en: "Matching of needs and offers", zh: "供需匹配" },
  summary: {
    en: "A matter seeks hours of a few fitting organizations that its community knows, then of partners, then of others; last come community workers.",
    zh: "事项先向社区熟悉的几家组织寻找工时，再问其伙伴和全区其他组织，最后由社区工作者承担。",
  },
  rows: ["M05", "Z10", "Z13", "Z17", "Z27", "F02", "F06"],
  specification: {
    equation: [
      "offer_g = o · service hours · (provider share / 0.7), for what few plans have room for times 1 − π (1 − aut) ; needs in the order of a keyed draw",
      "reach: n of the organizations tied to the community, drawn by strength of the tie ; with chance p · link / 0.1 n partners of theirs that have hours ; with chance b · 2 platform (1 + v smart) n of all that have hours ; after w weeks own workers ; at most a minutes on a matter in a week",
      "given: as many minutes as hours last and the community can pay at price · x an hour",
      "own workers: 60 h_o · staff · max(0, 1 − paperwork − coordination / (40 · 60 · staff)) minutes a week, the meetings that the committee has called first",
      "fragmentation = 1 − matched / feasible, feasible: all offers in one pool, smallest needs first",
    ].join("\n"),
    symbols: {
      o: "share of service hours open to matters; work done = minutes (½ + quality)",
      n: "organizations asked for a matter in a week; whether those that the community knows have hours left it does not know",
      p: "chance to ask partners, a week",
      b: "chance to search beyond at a platform capacity of one half, a week",
      π: "how far organizations leave aside what the plan of who pays or asks has no room for, in the share 1 − aut of their agenda [F08]",
      link: "mean share of the linking role among the organizations that the community knows [Z14]",
      v: "gain in search by smart services [Z16]",
      x: "share of the surplus that an organization asks (powerDependence); of those that came to mind the one with most T (1 − x) is asked first (T: reputation), and paid price · x an hour",
      w: "weeks of waiting before own workers step in",
      a: "most minutes of staff on one matter in a week, so that grave matters take longer (eq. 4.20)",
      h_o: "hours of a worker for matters in a week of 40 hours that nothing else takes from",
      "paperwork, coordination": "share of the week (workerLoad) and minutes (communityAlliance) that workers are taken by",
    },
    source: "eq. 4.24, greedy by broker; the searched set is limited by reach of layers and platform.",
    departures:
      "Feasible is an upper bound: it ignores that types must fit. Money comes from the community's budget only, space from the community and its alliance.",
    draws: "agent = serial of the matter: 0 order, 2 asks partners, 3 searches beyond, 4 first asked there, 5, 6 ... who comes to mind.",
    harm: "Who is known already is asked again: ties grow stronger with use, and the best known are asked when they have nothing left while others are idle.",
  },
  chances: {
    "": {
      2: { of: "matter", en: "partners of known organizations are asked", zh: "询问熟识组织的伙伴" },
      3: { of: "matter", en: "the whole district is searched", zh: "在全区搜寻" },
    },
  },
  parameters: matchingParameters,
  reads: [
    "communities.paperwork",
    "communities.platform",
    "matters.calls",
    "matters.community",
    "matters.consent",
    "matters.convener",
    "matters.needMoney",
    "matters.needSite",
    "matters.needStaff",
    "matters.raised",
    "matters.serial",
    "matters.type",
    "organizations.alive",
    "organizations.autonomy",
    "organizations.community",
    "organizations.demand",
    "organizations.hoursService",
    "organizations.quality",
    "organizations.reputation",
    "organizations.role",
    "organizations.type",
    "weekTotals.communities.coordinationMinutes",
    "weekTotals.communities.smart",
  ],
  writes: [
    "exchangeTies",
    "ledger",
    "matters.gotMoney",
    "matters.gotSite",
    "matters.gotStaff",
    "matters.handler",
    "matters.handlerKind",
    "matters.matched",
    "matters.state",
    "organizations.hoursUsed",
    "organizations.incomeYear",
    "weekTotals.organizations.bargained",
    "weekTotals.organizations.conceded",
    "weekTotals.organizations.idle",
    "weekTotals.organizations.refused",
    "weekTotals.organizations.turnedAway",
    "weekTotals.communities.feasibleNeeds",
    "weekTotals.communities.idleMinutes",
    "weekTotals.communities.matchedAway",
    "weekTotals.communities.matchedNeeds",
    "weekTotals.communities.needs",
    "weekTotals.communities.offeredMinutes",
    "weekTotals.durations.matched",
  ],
  measures: ["matched_share", "fragmentation", "idle_share", "cross_community_share", "weeks_to_match_median", "orgs_active_share"],
  step(world, context) {
    const offers = offersOf(world, context);
    const search = beginSearch(world, context, offers);
    const wanted: number[] = [];
    const { community, needStaff, gotStaff } = world.matters.columns;
    for (const q of needsInOrder(world, context)) {
      const here = context.at(community[q]);
      if (here === undefined) continue;
      const want = Math.min(here.parameters.pace, needStaff[q] - gotStaff[q]);
      if (want > 0) {
        wanted.push(want);
        searchHours(search, q, here.parameters, want);
      }
      giveMoneyAndSpace(world, q);
      noteMatch(world, q, context.week);
    }
    world.weekTotals.communities.columns.feasibleNeeds[0] += feasibleNeeds(offers.pool, wanted);
    countIdle(world, offers);
    beginServices(world, context);
  },
});

/** A matter in service that lacks hours, money or space. */
function isOpen({ matters }: World, q: number): boolean {
  const { state, consent } = matters.columns;
  return isServed(state[q], consent[q]) && !hasAll(matters.columns, q);
}

const hasAll = (m: Matters["columns"], q: number): boolean =>
  m.gotStaff[q] >= m.needStaff[q] && m.gotMoney[q] >= m.needMoney[q] && m.gotSite[q] >= m.needSite[q];

/** Open needs in the order of a draw, so that no matter is favoured by its place in the table. */
function needsInOrder(world: World, context: Context<Matching>): number[] {
  const { serial } = world.matters.columns;
  const needs: number[] = [];
  for (let q = 0; q < world.matters.rows; q++) if (isOpen(world, q)) needs.push(q);
  return inDrawnOrder(needs, serial, context.draws, 0);
}

/** The first week in which a matter has all that it needs. */
function noteMatch({ matters, weekTotals }: World, q: number, week: number): void {
  const m = matters.columns;
  if (m.matched[q] >= 0 || !hasAll(m, q)) return;
  m.matched[q] = week;
  weekTotals.durations.columns.matched[Math.min(DURATIONS - 1, week - m.raised[q])]++;
}

function countIdle({ organizations, weekTotals }: World, { left }: Offers): void {
  const { community } = organizations.columns;
  const { idleMinutes } = weekTotals.communities.columns;
  const { idle } = weekTotals.organizations.columns;
  for (let g = 0; g < organizations.rows; g++) {
    idle[g] = left[g];
    idleMinutes[community[g]] += left[g];
  }
}

/** Decided matters are served from the week of their decision on. */
function beginServices(world: World, context: Context<Matching>): void {
  const { community, gotStaff, needStaff, state } = world.matters.columns;
  for (let q = 0; q < world.matters.rows; q++)
    if (state[q] === DECIDED && gotStaff[q] >= needStaff[q] && context.at(community[q])) beginService(world, q);
}
