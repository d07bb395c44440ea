import { circles } from "./circles.ts";
import { costs } from "./costs.ts";
import { coverage } from "./coverage.ts";
import { matters } from "./matters.ts";
import type { Measure } from "./measure.ts";
import { organizations } from "./organizations.ts";
import { participation } from "./participation.ts";
import { people } from "./people.ts";
import { residents } from "./residents.ts";
import { resources } from "./resources.ts";
import { timeBank } from "./timeBank.ts";

/** All measures with their formulas, in the order of measures.csv. */
export const measuresByFormula = [
  ...coverage,
  ...participation,
  ...matters,
  ...resources,
  ...organizations,
  ...residents,
  ...timeBank,
  ...circles,
  ...costs,
  ...people,
];
export type AnyMeasure = (typeof measuresByFormula)[number];

/** Id of a measure that there is. */
export type MeasureId = AnyMeasure["id"];

/** All measures in the order of measures.csv: plain data, which can be sent to a worker. */
export const measures: readonly Measure<MeasureId>[] = measuresByFormula.map(({ formula: _, ...measure }) => measure);

/** Places of measures in a row, by what may be an id. */
export const measureIndex: ReadonlyMap<string, number> = new Map(measures.map(({ id }, k) => [id, k]));

/** Whether there is a measure of this id. */
export const isMeasure = (id: string): id is MeasureId => measureIndex.has(id);

/** Place of a measure in a row. */
export const placeOfMeasure = (id: MeasureId): number => measureIndex.get(id) as number;
