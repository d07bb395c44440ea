import { DISTRICT, EXPERT_TIME, ORGANIZATION, OUTSIDE } from "./ledger.ts";
import { spend } from "./programme.ts";
import type { World } from "./world.ts";

/** What a course is about, seen from the organization whose people attend. */
export const OWN_FIELD = 0; // what the organization does
export const RUNNING = 1; // how an organization is run
export const ELSEWHERE = 2; // anything else: another field, politics
export const SUBJECTS = 3;

/**
 * Offers an organization a course. Its people attend as far as their hours go, when it next divides its week; the law of
 * its skills knows the subject and the hours, not who taught.
 *
 * @param minutes  length of the course
 */
export function offerCourse({ organizations }: World, g: number, subject: number, minutes: number): void {
  organizations.columns.courses[g * SUBJECTS + subject] += Math.round(minutes);
}

/**
 * The same by somebody who asks all alike: the more rigid, the less of it is about what the organization asked for [H01].
 *
 * @param rigidity  0 all of the course is about the subject, 1 none of it
 */
export function offerRequiredCourse(world: World, g: number, subject: number, minutes: number, rigidity: number): void {
  const fitting = Math.round(minutes * (1 - rigidity));
  offerCourse(world, g, subject, fitting);
  offerCourse(world, g, ELSEWHERE, Math.round(minutes) - fitting);
}

/** A course by a teacher from outside whom the programme (or its placebo) pays by the hour: time and fee stand in the books of the district. */
export function offerPaidCourse(world: World, g: number, subject: number, minutes: number): void {
  const length = Math.round(minutes);
  spend(world, world.organizations.columns.community[g], (length / 60) * world.scenario.prices.hour);
  world.ledger.move(EXPERT_TIME, OUTSIDE, 0, DISTRICT, 0, length);
  offerCourse(world, g, subject, teacherTime(world, DISTRICT, 0, g, length));
}

/**
 * Takes time of a teacher for an organization.
 *
 * @returns the whole minutes that were left in the account of who teaches
 */
export function teacherTime({ ledger }: World, kind: number, holder: number, g: number, minutes: number): number {
  const taught = Math.min(Math.round(minutes), ledger.balance(EXPERT_TIME, kind, holder));
  ledger.move(EXPERT_TIME, kind, holder, ORGANIZATION, g, taught);
  return taught;
}
