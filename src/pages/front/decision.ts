import { chanceToJoin, exposure } from "../../mechanisms/index.ts";
import { type FourCircle, fourCircles, type Seat, Seats } from "../../views/index.ts";
import { AWAY, CAME, type RecordedDecision } from "../../worker/recordedDecision.ts";

/** Somebody around the resident in one week. */
export interface Contact {
  resident: number;
  /** The circles in which they meet, in the order of the circles. */
  circles: readonly FourCircle[];
  came: boolean;
  seat: Seat | undefined;
}

/** What one circle adds to the share that the resident goes by. */
export interface Part {
  circle: FourCircle;
  weight: number;
  came: number;
  of: number;
  /** Share of contacts, in parts that add up to the whole. */
  adds: number;
}

/** What the resident goes by, and what comes of it by the rule in force. */
export interface Outcome {
  parts: readonly Part[];
  share: number;
  bar: number;
  chance: number;
}

/** The others in each week, from the first told; who stays in the same circles keeps the seat. */
export function contactsByWeek({ from, weeks, contacts }: RecordedDecision): Contact[][] {
  const seats = new Seats();
  let seated = new Map<string, Seat | undefined>();
  const left = new Map<string, Seat[]>();
  return Array.from({ length: weeks }, (_, k) => {
    const now = contacts.flatMap(({ resident, in: states }) => {
      const here = states
        .map(({ circle, states: changes }) => ({ circle, state: stateIn(changes, from + k) }))
        .filter(({ state }) => state !== AWAY);
      const circles = fourCircles.map(({ circle }) => circle).filter((circle) => here.some((one) => one.circle === circle));
      return circles.length === 0 ? [] : [{ resident, circles, came: here.some(({ state }) => state === CAME) }];
    });
    const keys = new Set(now.map(({ resident, circles }) => `${resident} ${circles}`));
    for (const [key, seat] of seated) {
      const circles = key.slice(key.indexOf(" ") + 1);
      if (!keys.has(key) && seat) left.set(circles, [...(left.get(circles) ?? []), seat]);
    }
    seated = new Map([...seated].filter(([key]) => keys.has(key)));
    return now.map((contact) => {
      const key = `${contact.resident} ${contact.circles}`;
      if (!seated.has(key)) seated.set(key, left.get(`${contact.circles}`)?.shift() ?? seats.take(contact.circles));
      return { ...contact, seat: seated.get(key) };
    });
  });
}

/** The state in a week of one that changes: [week, state, week, state ...]. */
function stateIn(changes: readonly number[], week: number): number {
  let state = AWAY;
  for (let k = 0; k < changes.length && changes[k] <= week; k += 2) state = changes[k + 1];
  return state;
}

/** What the resident does if asked, among these others: by the rule that the engine itself goes by. */
export function outcomeAmong({ circles, rule }: RecordedDecision, contacts: readonly Contact[], bar: number): Outcome {
  const counted = circles
    .map(({ circle, weight }) => {
      const others = contacts.filter((contact) => contact.circles.includes(circle));
      return { circle, weight, came: others.filter(({ came }) => came).length, of: others.length };
    })
    .filter(({ of }) => of > 0);
  const weights = counted.map(({ weight }) => weight);
  const shares = counted.map(({ came, of }) => came / of);
  const share = exposure(weights, shares, counted.length);
  // One circle alone, the others as if nobody had come: what it adds.
  const parts = counted.map((one, k) => ({
    ...one,
    adds: exposure(
      weights,
      shares.map((of, j) => (j === k ? of : 0)),
      counted.length,
    ),
  }));
  return { parts, share, bar, chance: chanceToJoin(rule, share, bar) };
}
