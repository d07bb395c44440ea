import { type Affiliation, affiliations } from "../circles/index.ts";
import type { Part, World } from "../engine/index.ts";
import type { TakePart } from "./takePart.ts";

/** Residents whose first ties and places are remembered, spread evenly over the table. */
const SAMPLE = 2000;

/** Circles that are affiliations. */
export type Circle = keyof ReturnType<typeof affiliations>;

/** What is left of the start: shares of what a sample of residents had then and still has, among those who are still there. */
export interface Kept {
  readonly ties: number;
  readonly coreTies: number;
  /** By circle of affiliation. */
  readonly memberships: Readonly<Record<Circle, number>>;
}

/** The ties, and the places in circles, that a sample of residents had at the start. */
export class StartSample {
  private readonly count: number;
  /** [k] first tie of a resident of the sample; [count] how many there are. */
  private tieStart: Uint32Array<ArrayBuffer>;
  private ties: Uint32Array<ArrayBuffer>;
  /** 1 where the tie was a core tie. */
  private core: Uint8Array<ArrayBuffer>;
  /** [k * width + place] by circle of affiliation. */
  private readonly places = new Map<string, Int32Array<ArrayBuffer>>();

  constructor(world: World) {
    this.count = Math.min(SAMPLE, world.residents.rows);
    const { offsets, degree, neighbors, core } = world.ties;
    this.tieStart = new Uint32Array(this.count + 1);
    for (let k = 0; k < this.count; k++) this.tieStart[k + 1] = this.tieStart[k] + degree[this.resident(k, world)];
    this.ties = new Uint32Array(this.tieStart[this.count]);
    this.core = new Uint8Array(this.tieStart[this.count]);
    for (let k = 0; k < this.count; k++) {
      const i = this.resident(k, world);
      this.ties.set(neighbors.subarray(offsets[i], offsets[i] + degree[i]), this.tieStart[k]);
      this.core.set(core.subarray(offsets[i], offsets[i] + degree[i]), this.tieStart[k]);
    }
    for (const [name, circle] of Object.entries(affiliations(world))) {
      const { width } = circle;
      const joined = circle.joined();
      const places = new Int32Array(this.count * width);
      for (let k = 0; k < this.count; k++)
        for (let place = 0; place < width; place++) places[k * width + place] = joined[this.resident(k, world) * width + place];
      this.places.set(name, places);
    }
  }

  /** What residents of the sample have now of what they had. */
  kept(world: World): Kept {
    const memberships = Object.entries(affiliations(world)).map(([name, circle]) => [name, this.membershipsKept(world, name, circle)]);
    return { ...this.tiesKept(world), memberships: Object.fromEntries(memberships) };
  }

  parts(): Part[] {
    return [
      { name: "firstTies", values: this.ties },
      { name: "firstCore", values: this.core },
      { name: "firstTieStart", values: this.tieStart },
      ...[...this.places].map(([name, values]) => ({ name: `firstPlaces.${name}`, values })),
    ];
  }

  restore(take: TakePart): void {
    this.tieStart = take("firstTieStart", this.tieStart);
    this.ties = take("firstTies", this.ties, this.tieStart[this.count]);
    this.core = take("firstCore", this.core, this.tieStart[this.count]);
    for (const [name, places] of this.places) this.places.set(name, take(`firstPlaces.${name}`, places));
  }

  private resident(k: number, { residents }: World): number {
    return Math.floor((k * residents.rows) / this.count);
  }

  private tiesKept(world: World): Pick<Kept, "ties" | "coreTies"> {
    const { offsets, degree, neighbors } = world.ties;
    const { occupant } = world.residents.columns;
    let were = 0;
    let kept = 0;
    let core = 0;
    let keptCore = 0;
    for (let k = 0; k < this.count; k++) {
      const i = this.resident(k, world);
      if (occupant[i] > 0) continue;
      const from = offsets[i];
      const to = from + degree[i];
      for (let h = this.tieStart[k]; h < this.tieStart[k + 1]; h++) {
        if (occupant[this.ties[h]] > 0) continue;
        were++;
        core += this.core[h];
        if (!isAmong(neighbors, from, to, this.ties[h])) continue;
        kept++;
        keptCore += this.core[h];
      }
    }
    return { ties: kept / were, coreTies: keptCore / core };
  }

  private membershipsKept(world: World, name: string, circle: Affiliation): number {
    const { width } = circle;
    const joined = circle.joined();
    const first = this.places.get(name) as Int32Array;
    let were = 0;
    let are = 0;
    for (let k = 0; k < this.count; k++) {
      const i = this.resident(k, world);
      if (world.residents.columns.occupant[i] > 0) continue;
      for (let place = 0; place < width; place++) {
        const before = first[k * width + place];
        if (before < 0) continue;
        were++;
        for (let now = 0; now < width; now++)
          if (joined[i * width + now] === before) {
            are++;
            break;
          }
      }
    }
    return are / were;
  }
}

/** Whether a resident stands among the neighbours [from, to). */
function isAmong(neighbors: Uint32Array, from: number, to: number, resident: number): boolean {
  for (let h = from; h < to; h++) if (neighbors[h] === resident) return true;
  return false;
}
