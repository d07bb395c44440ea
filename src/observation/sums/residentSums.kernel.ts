import type { F32s, F64s, f64, I16s, i32, U8s, U32s } from "../../kernels/index.ts";

// Who is younger is no adult; who has had fewer birthdays in a place is new there.
const ADULT: i32 = 18;
const NEW: i32 = 5;

/**
 * What is summed every week, over the adults of [from, to).
 *
 * @param since  week after which who took part has done so within a year
 * @param byAge  [age] those who took part are added
 * @param out    [at ...] written, in the order of the names in residentSums.ts
 */
export function sumAdults(
  age: U8s,
  lastGovernance: I16s,
  lastVolunteering: I16s,
  lastMobilized: I16s,
  member: U8s,
  registered: U8s,
  timeBankMember: U8s,
  fatigue: F32s,
  since: i32,
  from: i32,
  to: i32,
  byAge: U32s,
  out: F64s,
  at: i32,
): void {
  let adults: i32 = 0;
  let any: i32 = 0;
  let governance: i32 = 0;
  let volunteering: i32 = 0;
  let mobilized: i32 = 0;
  let membersAny: i32 = 0;
  let enrolled: i32 = 0;
  let active: i32 = 0;
  let banked: i32 = 0;
  let tired: f64 = 0;
  for (let i: i32 = from; i < to; i++) {
    const a: i32 = age[i];
    if (a < ADULT) continue;
    adults++;
    const governed: i32 = lastGovernance[i] > since ? 1 : 0;
    const volunteered: i32 = lastVolunteering[i] > since ? 1 : 0;
    const took: i32 = governed | volunteered;
    any += took;
    governance += governed;
    volunteering += volunteered;
    mobilized += lastMobilized[i] > since ? 1 : 0;
    byAge[a] += took;
    membersAny += took & member[i];
    enrolled += registered[i];
    active += volunteered & registered[i];
    banked += timeBankMember[i];
    tired += fatigue[i];
  }
  out[at] = adults as f64;
  out[at + 1] = any as f64;
  out[at + 2] = governance as f64;
  out[at + 3] = volunteering as f64;
  out[at + 4] = mobilized as f64;
  out[at + 5] = membersAny as f64;
  out[at + 6] = enrolled as f64;
  out[at + 7] = active as f64;
  out[at + 8] = banked as f64;
  out[at + 9] = tired;
}

/**
 * What is summed when a month ends, over the adults of [from, to), and over all of them where it says so.
 *
 * @param byAge  [age] adults are added
 * @param out    [at ...] written, in the order of the names in residentSums.ts
 */
export function sumStates(
  age: U8s,
  tenure: U8s,
  member: U8s,
  directorKnown: U8s,
  awareness: U8s,
  motivation: F32s,
  extrinsic: F32s,
  satisfaction: F32s,
  compliance: F32s,
  ability: F32s,
  trustNeighbours: F32s,
  trustCommunity: F32s,
  trustOrganizations: F32s,
  from: i32,
  to: i32,
  byAge: U32s,
  out: F64s,
  at: i32,
): void {
  let members: i32 = 0;
  let known: i32 = 0;
  let ages: i32 = 0;
  let newcomers: i32 = 0;
  let knows: i32 = 0;
  let understands: i32 = 0;
  let supports: i32 = 0;
  let moved: f64 = 0;
  let driven: f64 = 0;
  let satisfied: f64 = 0;
  let complying: f64 = 0;
  let management: f64 = 0;
  let education: f64 = 0;
  let service: f64 = 0;
  let supervision: f64 = 0;
  let neighbours: f64 = 0;
  let community: f64 = 0;
  let organizations: f64 = 0;
  for (let i: i32 = from; i < to; i++) {
    const years: i32 = age[i];
    complying += compliance[i];
    ages += years;
    if (years < ADULT) continue;
    newcomers += tenure[i] < NEW ? 1 : 0;
    byAge[years] += 1;
    members += member[i];
    known += directorKnown[i];
    const step: i32 = awareness[i];
    knows += step > 0 ? 1 : 0;
    understands += step > 1 ? 1 : 0;
    supports += step > 2 ? 1 : 0;
    moved += motivation[i];
    driven += extrinsic[i];
    satisfied += satisfaction[i];
    const a: i32 = i * 4;
    management += ability[a];
    education += ability[a + 1];
    service += ability[a + 2];
    supervision += ability[a + 3];
    const t: i32 = i * 2;
    neighbours += (trustNeighbours[t] + 1) / (trustNeighbours[t] + trustNeighbours[t + 1] + 2);
    community += (trustCommunity[t] + 1) / (trustCommunity[t] + trustCommunity[t + 1] + 2);
    organizations += (trustOrganizations[t] + 1) / (trustOrganizations[t] + trustOrganizations[t + 1] + 2);
  }
  out[at] = members as f64;
  out[at + 1] = known as f64;
  out[at + 2] = moved;
  out[at + 3] = driven;
  out[at + 4] = satisfied;
  out[at + 5] = complying;
  out[at + 6] = ages as f64;
  out[at + 7] = newcomers as f64;
  out[at + 8] = management;
  out[at + 9] = education;
  out[at + 10] = service;
  out[at + 11] = supervision;
  out[at + 12] = neighbours;
  out[at + 13] = community;
  out[at + 14] = organizations;
  out[at + 15] = knows as f64;
  out[at + 16] = understands as f64;
  out[at + 17] = supports as f64;
}
