import type { World } from "../../engine/index.ts";
import { sortWhole } from "../../numeric/index.ts";

export type TimeGiven = ReturnType<typeof sumTimeGiven>;

/** Minutes of the trailing year of those who gave any, smallest first, and their sum. */
export function sumTimeGiven({ residents }: World) {
  const { minutesYear } = residents.columns;
  let givers = 0;
  for (let i = 0; i < residents.rows; i++) if (minutesYear[i] > 0) givers++;
  const minutes = new Uint32Array(givers);
  let total = 0;
  let g = 0;
  for (let i = 0; i < residents.rows; i++) {
    if (minutesYear[i] === 0) continue;
    minutes[g++] = minutesYear[i];
    total += minutesYear[i];
  }
  sortWhole(minutes);
  return { minutes, total };
}
