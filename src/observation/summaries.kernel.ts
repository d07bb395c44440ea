import type { F32s, F64s, f64, I16s, i32, U8s, U32s, Words } from "../kernels/index.ts";

export const ADULT: i32 = 18;
/** Years of age that there are places for. */
export const YEARS: i32 = 256;

/**
 * Sums over the residents [from, to) of a community for pictures: by years of age, and over all adults.
 *
 * @param since   week after which who took part has done so within a year
 * @param counts  [what * YEARS + age] added: people, members; adults who took part, and the steps of awareness that they have climbed
 * @param moved   [age] added: motivation of adults
 * @param out     written: volunteers, minutes, who understands, satisfaction, trust in neighbours and in the community, and compliance of all
 */
export function sumPlace(
  age: U8s,
  lastVolunteering: I16s,
  lastGovernance: I16s,
  minutesYear: Words,
  member: U8s,
  awareness: U8s,
  motivation: F32s,
  satisfaction: F32s,
  compliance: F32s,
  trustNeighbours: F32s,
  trustCommunity: F32s,
  since: i32,
  from: i32,
  to: i32,
  counts: U32s,
  moved: F64s,
  out: F64s,
): void {
  let volunteered: i32 = 0;
  let minutes: f64 = 0;
  let understand: i32 = 0;
  let content: f64 = 0;
  let neighbours: f64 = 0;
  let trust: f64 = 0;
  let complied: f64 = 0;
  for (let i: i32 = from; i < to; i++) {
    const years: i32 = age[i];
    counts[years]++;
    counts[YEARS + years] += member[i];
    complied += compliance[i];
    if (years < ADULT) continue;
    const volunteer: i32 = lastVolunteering[i] > since ? 1 : 0;
    const rung: i32 = awareness[i];
    counts[2 * YEARS + years] += lastGovernance[i] > since ? 1 : volunteer;
    counts[3 * YEARS + years] += rung;
    moved[years] += motivation[i];
    volunteered += volunteer;
    understand += rung >> 1;
    minutes += minutesYear[i];
    content += satisfaction[i];
    const n: f64 = trustNeighbours[i * 2];
    neighbours += (n + 1) / (n + trustNeighbours[i * 2 + 1] + 2);
    const t: f64 = trustCommunity[i * 2];
    trust += (t + 1) / (t + trustCommunity[i * 2 + 1] + 2);
  }
  out[0] = volunteered as f64;
  out[1] = minutes;
  out[2] = understand as f64;
  out[3] = content;
  out[4] = neighbours;
  out[5] = trust;
  out[6] = complied;
}
