import { SENDERS } from "./senders.kernel.ts";
import type { World } from "./world.ts";

export * from "./senders.kernel.ts";

/**
 * Who may ask a resident to take part. The index is the place in residents.asked (senders.kernel.ts).
 */
export const senders = ["acquaintance", "group", "colleague", "branch", "committee", "organization"] as const;
/** One invitation in residents.asked. */
export const INVITATION = 16;
/** All of a month's support, control or reward: further contacts of the month add nothing. */
const FULL = 100;

const add = (of: Uint8Array, at: number, by: number, most: number): void => {
  of[at] = Math.min(most, of[at] + by);
};

/** A resident is asked to take part by a kind of sender. */
export const invites = ({ residents }: World, i: number, sender: number): void =>
  add(residents.columns.asked, i * SENDERS + sender, INVITATION, 255);

/** A contact that supports: a voice that counted, recognition, a matter that got settled. @param share  0-1 of what a month can hold */
export const supports = ({ residents }: World, i: number, share: number): void =>
  add(residents.columns.supportMet, i, Math.round(FULL * share), FULL);

/** A contact that controls: pressure to do what the resident would not have done. @param share  0-1 of what a month can hold */
export const controls = ({ residents }: World, i: number, share: number): void =>
  add(residents.columns.controlMet, i, Math.round(FULL * share), FULL);

/** A gift, a credit, an award, or what a branch or an employer expects. @param share  0-1 of what a month can hold */
export const rewards = ({ residents }: World, i: number, share: number): void =>
  add(residents.columns.rewardMet, i, Math.round(FULL * share), FULL);

/** A resident is told of policy in person: an input of awareness. */
export const tells = ({ residents }: World, i: number): void => add(residents.columns.told, i, 1, 255);

/** Policy reaches a resident this month. */
export function hears({ residents }: World, i: number): void {
  residents.columns.heard[i] = 1;
}

/** Two hours of doing teach as much as an occasion of it (learningByDoing). */
const OCCASION = 120;
export const LESSON = 10; // tenths

/** A resident attends a course on all four abilities: an input of their law. */
export const attendsCourse = ({ residents }: World, i: number, minutes: number): void =>
  add(residents.columns.lessons, i, Math.round((LESSON * minutes) / OCCASION), 255);

/** Voluntary tasks of the month practise an ability: an input of the law of abilities. */
export function practises({ residents }: World, i: number, ability: number): void {
  residents.columns.task[i] = ability + 1;
}

/** Shares that the inputs of a month make up. */
export const shareOfMonth = (input: number): number => input / FULL;
