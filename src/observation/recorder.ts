import { matterTypes, type Part, type World } from "../engine/index.ts";
import type { Column } from "../population/index.ts";
import { type MeasureId, measures, placeOfMeasure } from "./measures/measures.ts";
import { measureWeek } from "./measureWeek.ts";
import { observeWorld } from "./observeWorld.ts";
import { StartSample } from "./startSample.ts";
import { matterCounts, TrailingYear } from "./sums/trailingYear.ts";
import { takingFrom } from "./takePart.ts";

const TYPES = matterTypes.length;

/** Observes a world, week by week: reads its state, draws nothing, changes nothing. */
export class Recorder {
  /** Weeks recorded. */
  weeks = 0;
  /** [week * measures + measure] all measures of all weeks; NaN where there is nothing to measure. */
  values: Float64Array<ArrayBuffer>;
  /** [(week * types + type) * counts + count] matters by type. */
  matters: Float64Array<ArrayBuffer>;
  private readonly year = new TrailingYear();
  private readonly start: StartSample;

  constructor(world: World, weeks: number) {
    observeWorld(world);
    this.values = new Float64Array(weeks * measures.length);
    this.matters = new Float64Array(weeks * TYPES * matterCounts.length);
    this.start = new StartSample(world);
  }

  /** The value of a measure in a week, counted from 1. */
  value(id: MeasureId, week = this.weeks): number {
    return this.values[(week - 1) * measures.length + placeOfMeasure(id)];
  }

  /** All of one measure, week by week. */
  series(id: MeasureId): Float64Array {
    const at = placeOfMeasure(id);
    return Float64Array.from({ length: this.weeks }, (_, w) => this.values[w * measures.length + at]);
  }

  /** Measures of one week, in the order of the dictionary. */
  row(week = this.weeks): Float64Array<ArrayBuffer> {
    return this.values.subarray((week - 1) * measures.length, week * measures.length);
  }

  /** State to keep in a checkpoint. */
  parts(): Part[] {
    return [
      { name: "weeks", values: Uint32Array.of(this.weeks) },
      { name: "values", values: this.values.subarray(0, this.weeks * measures.length) },
      { name: "matters", values: this.matters.subarray(0, this.weeks * TYPES * matterCounts.length) },
      ...this.year.parts(),
      ...this.start.parts(),
    ];
  }

  /** Goes on from what a checkpoint kept of so many weeks. @throws if it was kept of others, or of other measures */
  restore(parts: ReadonlyMap<string, Column>, weeks: number): void {
    const take = takingFrom(parts);
    if (take("weeks", new Uint32Array(1))[0] !== weeks) throw new Error(`restore: the measures are not those of ${weeks} weeks.`);
    const values = take("values", this.values, weeks * measures.length);
    const matters = take("matters", this.matters, weeks * TYPES * matterCounts.length);
    this.weeks = weeks;
    this.makeRoom(weeks);
    this.values.set(values);
    this.matters.set(matters);
    this.year.restore(take);
    this.start.restore(take);
  }

  /** Records the week that the world has just completed. */
  observe(world: World): void {
    const { week } = world;
    this.makeRoom(week);
    this.weeks = week;
    const row = this.row();
    if (week > 1) row.set(this.row(week - 1));
    else row.fill(Number.NaN);
    this.keepMatters(world);
    measureWeek(world, this.year, this.start, row);
  }

  private keepMatters({ week, weekTotals }: World): void {
    const { columns, rows } = weekTotals.matters;
    const { matters } = this;
    const width = matterCounts.length;
    const first = (week - 1) * TYPES * width;
    for (let k = 0; k < width; k++) {
      const column = columns[matterCounts[k]];
      for (let row = 0; row < rows; row++) if (column[row] > 0) matters[first + (row % TYPES) * width + k] += column[row];
    }
  }

  private makeRoom(weeks: number): void {
    const grown = (old: Float64Array<ArrayBuffer>, length: number) => {
      if (old.length >= length) return old;
      const room = new Float64Array(Math.ceil(length * 1.5));
      room.set(old);
      return room;
    };
    this.values = grown(this.values, weeks * measures.length);
    this.matters = grown(this.matters, weeks * TYPES * matterCounts.length);
  }
}
