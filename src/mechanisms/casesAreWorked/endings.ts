import {
  DROPPED,
  DURATIONS,
  ENDING,
  experience,
  IN_SERVICE,
  matterTypes,
  OF_COMMUNITY,
  OF_NEIGHBOURS,
  OF_ORGANIZATIONS,
  ORGANIZATION,
  REOPENED,
  SETTLED,
  type World,
} from "../../engine/index.ts";

/** Row of the week totals of matters. */
export const rowOf = ({ matters }: World, q: number): number => matters.columns.community[q] * matterTypes.length + matters.columns.type[q];

export function change({ matters }: World, week: number, q: number, state: number): void {
  matters.columns.state[q] = state;
  matters.columns.changed[q] = week;
}

/** Whoever serves, mediates or convenes first has the matter in hand. */
export function handTo({ matters }: World, q: number, organization: number): void {
  matters.columns.handlerKind[q] = ORGANIZATION;
  matters.columns.handler[q] = organization;
}

/** Work on what was decided begins. */
export function beginService({ matters }: World, q: number): void {
  matters.columns.state[q] = IN_SERVICE;
}

/** Money or volunteers' time comes in for a matter. */
export function receives({ matters }: World, q: number, what: "gotMoney" | "gotVolunteer", amount: number): void {
  matters.columns[what][q] += amount;
}

/** A matter recorded as closed or agreed comes back. */
export function comesBack(world: World, week: number, q: number): void {
  const m = world.matters.columns;
  m.reopenings[q]++;
  m.recorded[q] = 0;
  world.weekTotals.matters.columns.reopened[rowOf(world, q)]++;
  change(world, week, q, REOPENED);
}

/** What became of a matter reaches whom it concerned: 1 settled, 0 not. */
export function tell(world: World, q: number, good: number): void {
  const m = world.matters.columns;
  const of = m.handlerKind[q] === ORGANIZATION ? OF_ORGANIZATIONS : OF_COMMUNITY;
  experience(world, m.resident[q], of, ENDING, good);
  if (m.other[q] >= 0) experience(world, m.other[q], of, ENDING, good);
}

/** A matter is truly settled and leaves the books. */
export function settle(world: World, week: number, q: number): void {
  const m = world.matters.columns;
  const t = world.weekTotals.matters.columns;
  const row = rowOf(world, q);
  m.settled[q] = 1;
  t.settled[row]++;
  world.weekTotals.durations.columns.settled[Math.min(DURATIONS - 1, week - m.raised[q])]++;
  leaveBooks(world, week, q, SETTLED);
}

/** Those concerned settled it among themselves: nobody records it. */
export function settleAmongNeighbours(world: World, week: number, q: number): void {
  const m = world.matters.columns;
  world.weekTotals.matters.columns.selfSettled[rowOf(world, q)]++;
  for (const i of [m.resident[q], m.other[q]]) if (i >= 0) experience(world, i, OF_NEIGHBOURS, ENDING, 1);
  settle(world, week, q);
}

/** A matter is given up. */
export function drop(world: World, week: number, q: number): void {
  world.weekTotals.matters.columns.dropped[rowOf(world, q)]++;
  leaveBooks(world, week, q, DROPPED);
}

/** A matter that came back counts once, by its last record. */
function leaveBooks(world: World, week: number, q: number, state: number): void {
  const m = world.matters.columns;
  const t = world.weekTotals.matters.columns;
  const row = rowOf(world, q);
  t.left[row]++;
  t.leftRecorded[row] += m.recorded[q];
  t.leftSettled[row] += m.settled[q];
  change(world, week, q, state);
}
