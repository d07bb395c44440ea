import type { Part, World } from "../engine/index.ts";
import type { Column } from "../population/index.ts";

/** One stretch of weeks, both ends included, in which a resident attended an interest group. */
export interface Attendance {
  resident: number;
  group: number;
  from: number;
  to: number;
}

const NONE = -1;
const PLACES = 3; // groups that a resident may attend

/**
 * Who attended which interest group in which weeks: a log of 16 bytes for each attendance, and 24 for each resident to know
 * which of them go on. A week costs a look at every resident and nothing else unless somebody comes or goes. It reads the
 * world, draws nothing and changes nothing.
 */
export class GroupHistory {
  private last: number;
  private count = 0;
  /** [attendance] resident, group, first week, last week; the last is -1 while it goes on. */
  private log = new Int32Array(4096);
  /** [resident * 3 + place] the attendance that goes on there, and its group. */
  private readonly going: Int32Array<ArrayBuffer>;
  private readonly attended: Int32Array<ArrayBuffer>;

  /** Begins with the week in which the world stands. */
  constructor(world: World) {
    this.last = world.week;
    this.going = new Int32Array(world.residents.rows * PLACES).fill(NONE);
    this.attended = this.going.slice();
    this.observe(world);
  }

  /** Keeps the week that the world has just completed. */
  observe({ residents, week }: World): void {
    const { groups } = residents.columns;
    const { attended } = this;
    this.last = week;
    for (let k = 0; k < attended.length; k++) if (groups[k] !== attended[k]) this.change(k, groups[k]);
  }

  /** Every attendance up to the last week. */
  *attendances(): Generator<Attendance> {
    for (let row = 0; row < this.count; row++) {
      const [resident, group, from, to] = this.log.subarray(row * 4, row * 4 + 4);
      yield { resident, group, from, to: to < 0 ? this.last : to };
    }
  }

  /** State to keep in a checkpoint. */
  parts(): Part[] {
    return [
      { name: "groups.last", values: Int32Array.of(this.last) },
      { name: "groups.log", values: this.log.slice(0, this.count * 4) },
    ];
  }

  /** Goes on from what a checkpoint kept; without it, the past begins with the week of the checkpoint. */
  restore(parts: ReadonlyMap<string, Column>): void {
    if (!parts.has("groups.log")) return;
    const column = (name: string) => (parts.get(`groups.${name}`) as Column).slice() as Int32Array<ArrayBuffer>;
    const fresh = this.log;
    [this.last] = column("last");
    this.log = column("log");
    this.count = this.log.length / 4;
    // Which of them go on is known from those that began anew here: of the same resident in the same group.
    const open = new Map<number, number>();
    for (let row = 0; row < this.count; row++)
      if (this.log[row * 4 + 3] < 0) open.set(keyOf(this.log[row * 4], this.log[row * 4 + 1]), row);
    for (let k = 0; k < this.going.length; k++) {
      const row = this.going[k];
      if (row < 0) continue;
      this.going[k] = open.get(keyOf(fresh[row * 4], fresh[row * 4 + 1])) ?? NONE;
      if (this.going[k] < 0) this.attended[k] = NONE;
    }
  }

  /** What went on in a place ends, and another attendance begins there, if any does. */
  private change(k: number, group: number): void {
    const { going, attended, log, last } = this;
    if (going[k] >= 0) log[going[k] * 4 + 3] = last - 1;
    going[k] = group < 0 ? NONE : this.begin(Math.floor(k / PLACES), group);
    attended[k] = group;
  }

  private begin(resident: number, group: number): number {
    if ((this.count + 1) * 4 > this.log.length) {
      const room = new Int32Array(Math.max(4096, this.log.length * 2));
      room.set(this.log);
      this.log = room;
    }
    this.log.set([resident, group, this.last, NONE], this.count * 4);
    return this.count++;
  }
}

/** One number for a resident in a group: 20 bits for the group. */
const keyOf = (resident: number, group: number): number => resident * 1_048_576 + group;
