import type { F64s, f64, I16s, i32, U8s, U16s, U32s, Words } from "../../kernels/index.ts";
import { pow } from "../../numeric/index.ts";

/**
 * Whom policy reaches this month of residents [from, to), by messages, by those who told them and by acquaintances who
 * stand higher.
 *
 * @param words     [i - from] drawn
 * @param told      times that each was told in person; begins anew
 * @param kept      [higher] chance that so many acquaintances on higher steps pass nothing on, for fewer than `contacts`
 * @param least     [d] the least of them for up to d: whoever draws above what that gives need not look around
 * @param silent    chance that one of them passes nothing on, for `contacts` and more
 * @param everyone  1 to list all who could rise, whatever they drew
 * @param reached   [row] written: whom it may reach
 * @param chances   [row] written: with what chance
 * @returns rows written
 */
export function whomItReaches(
  words: Words,
  aware: U8s,
  told: U8s,
  digital: U8s,
  lastVolunteering: I16s,
  offsets: U32s,
  degree: U16s,
  neighbors: U32s,
  kept: F64s,
  least: F64s,
  contacts: i32,
  silent: f64,
  missed: f64,
  missedOffline: f64,
  inPerson: f64,
  byOrganizations: f64,
  uptake: f64,
  since: i32,
  everyone: i32,
  from: i32,
  to: i32,
  reached: U32s,
  chances: F64s,
): i32 {
  let row: i32 = 0;
  for (let i: i32 = from; i < to; i++) {
    const step: i32 = aware[i];
    const times: i32 = told[i];
    if (times > 0) told[i] = 0;
    if (step === 3) continue;
    const u: f64 = (words[i - from] + 0.5) / 4294967296.0;
    const missing: f64 = (digital[i] !== 0 ? missed : missedOffline) * (times > 0 ? pow(1 - inPerson, times as f64) : 1);
    const byNobody: f64 = lastVolunteering[i] >= since ? 1 - byOrganizations : 1;
    const d: i32 = degree[i];
    if (everyone === 0 && d < contacts && u >= uptake * (1 - missing * least[d] * byNobody)) continue;
    const first: i32 = offsets[i];
    const end: i32 = first + d;
    let higher: i32 = 0;
    for (let h: i32 = first; h < end; h++) if (aware[neighbors[h]] > step) higher++;
    const nothing: f64 = higher < contacts ? kept[higher] : pow(silent, higher as f64);
    const chance: f64 = uptake * (1 - missing * nothing * byNobody);
    if (everyone === 0 && u >= chance) continue;
    reached[row] = i;
    chances[row] = chance;
    row++;
  }
  return row;
}
