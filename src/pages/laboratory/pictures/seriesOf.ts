import type { MeasureId } from "../../../observation/index.ts";
import { description, series } from "../session/index.ts";

/** All weeks of a measure, the first week first. */
export function seriesOf(id: MeasureId): readonly number[] {
  const at = description.value?.measures.findIndex((measure) => measure.id === id) ?? -1;
  return series.value[at] ?? [];
}
