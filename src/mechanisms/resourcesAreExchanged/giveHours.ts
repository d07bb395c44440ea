import { appendExchangeTie, exchanges, findExchangeTie, INDUSTRY, renewExchangeTie } from "../../circles/index.ts";
import { COMMUNITY, earns, MONEY, ORGANIZATION, OUTSIDE, STAFF_TIME, usesHours } from "../../engine/index.ts";
import { handTo } from "../casesAreWorked/endings.ts";
import { takeFrom } from "./offers.ts";
import { fits, NO_PLACE, placeOf, type Search, serialOf } from "./search.ts";

/** Types of matters that few plans have room for: home care, family disputes, pets, corridors [F08]. */
const minority = (type: number): boolean => type === 5 || type === 13 || type === 11 || type === 10;
const FEES = 3;
const FIRST_STRENGTH = 0.15; // who has served once is known for some months

/**
 * An organization gives what it can.
 *
 * @param place  its place in the search's reach; NO_PLACE if it serves the community without being known there
 * @returns whether it gave anything
 */
export function giveHours(search: Search, g: number, place: number): boolean {
  const { world, offers, p, q, c } = search;
  const { autonomy, community, quality, type } = world.organizations.columns;
  const left = offers.left[g];
  if (left === 0 || !fits(search, g)) return false;
  const room = minority(world.matters.columns.type[q]) ? Math.floor(left * (1 - p.planPull * (1 - autonomy[g]))) : left;
  const need = search.want - search.got;
  // Who is good at it needs less time for the same work: at a quality of one half, the time that is usual.
  const speed = 0.5 + quality[g];
  const minutes = Math.min(Math.ceil(need / speed), room, affordable(search, g));
  const work = Math.min(need, Math.floor(minutes * speed));
  if (work === 0) return false;
  search.got += work;
  takeFrom(offers, g, type[g], minutes);
  usesHours(world, g, minutes);
  if (place !== NO_PLACE) search.gave[g] += minutes;
  if (community[g] !== c) search.away += minutes;
  handle(search, g);
  const fee = pay(search, g, minutes);
  if (search.context.observer) tellService(search, g, { minutes, fee });
  strengthenTie(search, g, place, minutes);
  return true;
}

/** Minutes that the community can pay at what the organization asks. */
function affordable({ world: { ledger, organizations }, p, c }: Search, g: number): number {
  const { demand } = organizations.columns;
  const price = p.price * demand[g];
  return price > 0 ? Math.floor((60 * ledger.balance(MONEY, COMMUNITY, c)) / price) : Number.POSITIVE_INFINITY;
}

/** The first to serve a matter is who handles it. */
function handle({ world, q }: Search, g: number): void {
  if (world.matters.columns.handler[q] < 0) handTo(world, q, g);
}

/** Time goes to the matter, and what was asked for it from the community to the organization. @returns the fee */
function pay({ world, p, c }: Search, g: number, minutes: number): number {
  const { ledger } = world;
  const { demand } = world.organizations.columns;
  ledger.move(STAFF_TIME, ORGANIZATION, g, COMMUNITY, c, minutes);
  ledger.move(STAFF_TIME, COMMUNITY, c, OUTSIDE, 0, minutes);
  const fee = Math.min(Math.round((minutes / 60) * p.price * demand[g]), ledger.balance(MONEY, COMMUNITY, c));
  ledger.move(MONEY, COMMUNITY, c, ORGANIZATION, g, fee);
  earns(world, g, FEES, fee);
  return fee;
}

function tellService(search: Search, g: number, values: { minutes: number; fee: number }): void {
  const matter = { kind: "matter", index: serialOf(search) } as const;
  const organization = { kind: "organization", index: g } as const;
  search.context.observer?.remark({ ...matter, what: "served", values, whom: [organization] });
  search.context.observer?.remark({ ...organization, what: "serves", values, whom: [matter] });
}

/** Ties grow stronger with use; who has served is known, though not asked for it. */
function strengthenTie(search: Search, g: number, place: number, minutes: number): void {
  const { world, context, reach } = search;
  const { exchangeTies } = world;
  const known = place === NO_PLACE ? placeOf(search, g) : place;
  const tie = known === NO_PLACE ? newTie(search, g) : reach.ties[known];
  if (place === NO_PLACE) renewExchangeTie(exchangeTies, tie, FIRST_STRENGTH);
  exchanges(exchangeTies, tie, context.week, minutes);
  if (known !== NO_PLACE) reach.strengths[known] = exchangeTies.columns.strength[tie];
}

/** The tie of the community to an organization that it has not known since the week began: of this week, or made now. */
function newTie({ world: { exchangeTies }, context, reach, c }: Search, g: number): number {
  const tie = findExchangeTie(exchangeTies, COMMUNITY, c, ORGANIZATION, g, reach.before);
  return tie >= 0 ? tie : appendExchangeTie(exchangeTies, COMMUNITY, c, ORGANIZATION, g, INDUSTRY, context.week, FIRST_STRENGTH);
}
