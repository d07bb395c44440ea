import { type Context, careFor, defineMechanism, ORGANIZATION, RESIDENT, STAFF_TIME, usesHours, type World } from "../../engine/index.ts";
import { share } from "../../scenario/index.ts";

const DAILY_SERVICE = 1; // and 0, welfare and charity
const LITTLE = 4; // hours of care a week

/** Line 4, party building and elderly care: covered organizations give home care [B4, V4c]. */
export const partyElderCare = defineMechanism({
  id: "partyElderCare",
  phase: "resourcesAreExchanged",
  scope: "organization",
  every: "week",
  title: { en: "“Party building + elder care”", zh: "“党建+养老”" },
  summary: {
    en: "Covered welfare and daily-service organizations give part of their hours to home care; easy needs may come first.",
    zh: "被覆盖的公益与生活服务组织将部分工时用于居家照护，可能先挑容易的。",
  },
  rows: ["B4", "V4c", "I06"],
  partyBuilding: true,
  specification: {
    equation:
      "minutes = s · service hours not used for matters ; given to the unmet in the community of the organization, small needs first with share κ",
    symbols: { s: "share of service hours", κ: "creaming: share given to those whose need is at most 4 hours" },
    source: "B4; creaming of easy cases is its null. Values are judgements.",
    departures: "Care goes to residents of the home community only.",
    draws: "agent = organization: 0 where it begins.",
    placebo: "The hours are idle.",
    harm: "κ near 1: those in most need wait.",
  },
  parameters: {
    hours: share({
      label: { en: "Time for care", zh: "照护工时占比" },
      help: { en: "From service hours that matters did not use.", zh: "取自事项未用的服务工时。" },
      default: 0.15,
      of: "service hours",
      rows: ["B4"],
    }),
    creaming: share({
      label: { en: "Easy needs first", zh: "优先易办占比" },
      help: { en: "Care for residents who need four hours at most.", zh: "用于照护需求不超过 4 小时的居民。" },
      default: 0.5,
      of: "care",
      rows: ["B4"],
    }),
  },
  reads: ["organizations.community", "organizations.coverage", "organizations.hoursService", "organizations.type"],
  writes: ["ledger", "organizations.hoursUsed", "residents.careUnmet", "weekTotals.communities.careMinutes"],
  measures: ["care_met_share", "matched_share"],
  kernels: { listNeedy },
  begin(world, context) {
    careScratch(world);
    context.everywhere("listNeedy");
  },
  step(world, { parameters: p, mode, draws }, g) {
    const o = world.organizations.columns;
    if (o.coverage[g] === 0 || o.type[g] > DAILY_SERVICE || mode !== "on") return;
    const { firstResident, residents: count } = world.communities.columns;
    const { needy, number } = careScratch(world);
    const c = o.community[g];
    const left = Math.min(Math.floor(o.hoursService[g] * p.hours), world.ledger.balance(STAFF_TIME, ORGANIZATION, g));
    // Round the community once, from the drawn resident on.
    const first = firstResident[c];
    const drawn = first + draws.below(g, count[c], 0);
    const end = first + number[c];
    let start = first;
    while (start < end && needy[start] < drawn) start++;
    const given = goRound(world, g, start, Math.floor(left * p.creaming), true);
    goRound(world, g, start, left - given, false);
  },
});

/** Memory that the kernel shares with the step. */
function careScratch(world: World) {
  return {
    /** [first resident of a community ...] those in need of care, in their order. */
    needy: world.scratch("partyElderCare/needy", Uint32Array, world.residents.rows),
    /** [c] how many they are. */
    number: world.scratch("partyElderCare/number", Uint32Array, world.communities.rows),
  };
}

function listNeedy(world: World, _context: Context, c: number): void {
  const { needy, number } = careScratch(world);
  const { careUnmet } = world.residents.columns;
  const from = world.communities.columns.firstResident[c];
  const to = from + world.communities.columns.residents[c];
  let at = from;
  for (let i = from; i < to; i++) if (careUnmet[i] > 0) needy[at++] = i;
  number[c] = at - from;
}

/**
 * An organization cares for those in need of its community, from a place in their list on and once around.
 *
 * @param most  minutes that it can give
 * @param easy  only for those who need little
 * @returns minutes given
 */
function goRound(world: World, g: number, start: number, most: number, easy: boolean): number {
  const { community } = world.organizations.columns;
  const { careUnmet, careNeed } = world.residents.columns;
  const { needy, number } = careScratch(world);
  const c = community[g];
  const first = world.communities.columns.firstResident[c];
  const end = first + number[c];
  let left = most;
  for (let k = 0, at = start; k < number[c] && left > 0; k++, at++) {
    if (at === end) at = first;
    const i = needy[at];
    if (careUnmet[i] === 0 || (easy && careNeed[i] > LITTLE)) continue;
    const minutes = Math.min(left, careUnmet[i]);
    world.ledger.move(STAFF_TIME, ORGANIZATION, g, RESIDENT, i, minutes);
    careFor(world, i, minutes);
    usesHours(world, g, minutes);
    left -= minutes;
  }
  return most - left;
}
