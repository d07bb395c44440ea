import type { World } from "./world.ts";

/** Time for service of an organization goes to a matter, to care or to a meeting. */
export function usesHours({ organizations }: World, g: number, minutes: number): void {
  organizations.columns.hoursUsed[g] += minutes;
}

/** An organization owes time this week to what the programme holds, at a rigidity of one half. */
export function owesHours({ organizations }: World, g: number, minutes: number): void {
  organizations.columns.hoursOwed[g] += minutes;
}
