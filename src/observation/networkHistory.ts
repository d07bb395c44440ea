import { exchangeCircles, nodeKinds } from "../circles/index.ts";
import { isOpen, type Part, type World } from "../engine/index.ts";
import { type Column, organizationRoles } from "../population/index.ts";

/**
 * What may hold between two nodes: an exchange through a circle; an organization in a branch; a workplace in the alliance
 * of a community; a community some of whose matters are handled by a node; an organization whose main role is the
 * `b`-th of organizationRoles. The index is the code; those of circles are their own.
 */
export const relations = [...exchangeCircles, "branch", "alliance", "matters", "role"] as const;
export type Relation = (typeof relations)[number];
const [BRANCH_OF, ALLIANCE, MATTERS, ROLE] = [5, 6, 7, 8];
const [COMMUNITY, WORKPLACE, BRANCH, ORGANIZATION] = [2, 3, 4, 5];

/** A community that brings its next matter within a quarter of a year is still with the same handler. */
const BETWEEN_MATTERS = 13;

/** One stretch of weeks, both ends included, in which a relation held. */
export interface Spell {
  kindA: number;
  a: number;
  kindB: number;
  b: number;
  /** An index of `relations`. */
  relation: number;
  from: number;
  to: number;
}

/** Columns of the log, in the order of checkpoints; those of one byte first in a record of 16. */
type Rows = { ends: Uint8Array; a: Int32Array; b: Int32Array; from: Int32Array; to: Int32Array };

const NONE = -1;
const AGENTS = 1_048_576; // more than any run holds of a kind

/**
 * The network of every week: who was tied to whom, from which week to which. A log of spells, so that any week comes back
 * as it was, to the week: 17 bytes for each, and some 40 for each pair that ever met. It reads the world, draws nothing and
 * changes nothing.
 */
export class NetworkHistory {
  /** The first week that was looked at, and the last. */
  first: number;
  last: number;
  private count = 0;
  private rows: Rows = columnsFor(1024);
  /** Row of the latest spell of a relation, by its key. */
  private latest = new Map<number, number>();
  /** [exchange tie] row of its spell when it was looked at last: most are the same a week later, and need no key. */
  private rowOfTie = new Int32Array(0);

  /** Begins with the week in which the world stands. */
  constructor(world: World) {
    this.first = world.week;
    this.last = world.week;
    this.observe(world);
  }

  /** Keeps the week that the world has just completed. */
  observe(world: World): void {
    this.last = world.week;
    this.ties(world);
    this.organizations(world);
    const w = world.workplaces.columns;
    for (let k = 0; k < world.workplaces.rows; k++) if (w.alliance[k]) this.holds(COMMUNITY, w.community[k], WORKPLACE, k, ALLIANCE);
    const m = world.matters.columns;
    for (let q = 0; q < world.matters.rows; q++)
      if (m.handler[q] >= 0 && m.handlerKind[q] < nodeKinds.length && m.handlerKind[q] !== COMMUNITY && isOpen(m.state[q]))
        this.holds(COMMUNITY, m.community[q], m.handlerKind[q], m.handler[q], MATTERS, BETWEEN_MATTERS);
  }

  /** What held in a week, in the order in which it first came about. */
  *at(week: number): Generator<Spell> {
    const { from, to } = this.rows;
    for (let row = 0; row < this.count; row++) if (from[row] <= week && week <= to[row]) yield this.spell(row);
  }

  /** Every spell up to the last week. */
  *spells(): Generator<Spell> {
    for (let row = 0; row < this.count; row++) yield this.spell(row);
  }

  /** State to keep in a checkpoint. */
  parts(): Part[] {
    const { ends, a, b, from, to } = this.rows;
    const n = this.count;
    return [
      { name: "network.weeks", values: Uint32Array.of(this.first, this.last) },
      { name: "network.ends", values: ends.slice(0, n * 3) },
      ...Object.entries({ a, b, from, to }).map(([key, values]) => ({ name: `network.${key}`, values: values.slice(0, n) })),
    ];
  }

  /** Goes on from what a checkpoint kept; without it, the past begins with the week of the checkpoint. */
  restore(parts: ReadonlyMap<string, Column>): void {
    const weeks = parts.get("network.weeks");
    if (weeks === undefined) return;
    [this.first, this.last] = weeks;
    const column = <T>(key: string) => (parts.get(`network.${key}`) as Column).slice() as T;
    this.rows = { ends: column("ends"), a: column("a"), b: column("b"), from: column("from"), to: column("to") };
    this.count = this.rows.a.length;
    this.latest.clear();
    this.rowOfTie = new Int32Array(0);
    for (let row = 0; row < this.count; row++) {
      const { kindA, a, kindB, b, relation } = this.spell(row);
      this.latest.set(keyOf(kindA, a, kindB, b, relation), row);
    }
  }

  /** Exchange between nodes that stand: a tie with one that has closed is not one any more. */
  private ties(world: World): void {
    const { kindA, a, kindB, b, circle } = world.exchangeTies.columns;
    const [organizations, branches] = [world.organizations.columns.alive, world.branches.columns.alive];
    const stands = (kind: number, index: number) =>
      kind === ORGANIZATION ? organizations[index] === 1 : kind !== BRANCH || branches[index] === 1;
    if (this.rowOfTie.length < world.exchangeTies.rows) this.rowOfTie = roomFor(2 * world.exchangeTies.rows, this.rowOfTie);
    const { rowOfTie } = this;
    for (let e = 0; e < world.exchangeTies.rows; e++) {
      if (!stands(kindA[e], a[e]) || !stands(kindB[e], b[e])) continue;
      if (!this.goesOn(rowOfTie[e], kindA[e], a[e], kindB[e], b[e], circle[e]))
        rowOfTie[e] = this.holds(kindA[e], a[e], kindB[e], b[e], circle[e]);
    }
  }

  /** Goes on with a spell of the week before if it is that of a relation; false if not. */
  private goesOn(row: number, kindA: number, nodeA: number, kindB: number, nodeB: number, relation: number): boolean {
    const { ends, a, b, to } = this.rows;
    if (row === NONE || to[row] < this.last - 1 || a[row] !== nodeA || b[row] !== nodeB) return false;
    if (ends[row * 3] !== kindA || ends[row * 3 + 1] !== kindB || ends[row * 3 + 2] !== relation) return false;
    to[row] = this.last;
    return true;
  }

  private organizations({ organizations }: World): void {
    const o = organizations.columns;
    for (let g = 0; g < organizations.rows; g++) {
      if (!o.alive[g]) continue;
      if (o.branch[g] >= 0) this.holds(BRANCH, o.branch[g], ORGANIZATION, g, BRANCH_OF);
      this.holds(ORGANIZATION, g, ORGANIZATION, mainRole(o.role, g), ROLE);
    }
  }

  /**
   * A relation holds this week: its spell goes on, or another begins.
   *
   * @param pause  weeks that it may have rested
   * @returns the row of its spell
   */
  private holds(kindA: number, a: number, kindB: number, b: number, relation: number, pause = 0): number {
    const key = keyOf(kindA, a, kindB, b, relation);
    const row = this.latest.get(key);
    if (row !== undefined && this.rows.to[row] >= this.last - 1 - pause) {
      this.rows.to[row] = this.last;
      return row;
    }
    if (this.count === this.rows.a.length) this.makeRoom();
    const at = this.count++;
    this.rows.ends.set([kindA, kindB, relation], at * 3);
    this.rows.a[at] = a;
    this.rows.b[at] = b;
    this.rows.from[at] = this.last;
    this.rows.to[at] = this.last;
    this.latest.set(key, at);
    return at;
  }

  private spell(row: number): Spell {
    const { ends, a, b, from, to } = this.rows;
    return {
      kindA: ends[row * 3],
      a: a[row],
      kindB: ends[row * 3 + 1],
      b: b[row],
      relation: ends[row * 3 + 2],
      from: from[row],
      to: to[row],
    };
  }

  private makeRoom(): void {
    const next = columnsFor(this.count * 2);
    for (const key of Object.keys(next) as (keyof Rows)[]) next[key].set(this.rows[key] as never);
    this.rows = next;
  }
}

/** More room for rows that were found; none is known where nothing was. */
function roomFor(length: number, rows: Int32Array): Int32Array<ArrayBuffer> {
  const room = new Int32Array(length).fill(NONE);
  room.set(rows);
  return room;
}

const columnsFor = (capacity: number): Rows => ({
  ends: new Uint8Array(capacity * 3),
  a: new Int32Array(capacity),
  b: new Int32Array(capacity),
  from: new Int32Array(capacity),
  to: new Int32Array(capacity),
});

/** One number for a relation between two: 4 bits for it, 3 for each kind, 20 for each row. */
const keyOf = (kindA: number, a: number, kindB: number, b: number, relation: number): number =>
  (a * 8 + kindA) * (AGENTS * 8 * 16) + (b * 8 + kindB) * 16 + relation;

/** The role of which an organization has the largest share. */
export function mainRole(role: ArrayLike<number>, g: number): number {
  const roles = organizationRoles.length;
  let best = 0;
  for (let k = 1; k < roles; k++) if (role[g * roles + k] > role[g * roles + best]) best = k;
  return best;
}
