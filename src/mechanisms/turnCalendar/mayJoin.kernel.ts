import type { f64, I16s, I32s, i32, U8s, U32s, Words } from "../../kernels/index.ts";

/** 1 if a resident may take the place of a party member who has gone. */
function mayJoin(age: U8s, member: U8s, applied: I16s, never: i32, i: i32): i32 {
  return age[i] >= 18 && age[i] < 60 && member[i] === 0 && applied[i] === never ? 1 : 0;
}

/**
 * Lists who of residents [from, to) may join the party at a workplace where members are missed.
 *
 * @param counts  [at] written: all who may join, wherever
 * @returns rows written
 */
export function whoMayJoinAtWork(
  age: U8s,
  member: U8s,
  applied: I16s,
  never: i32,
  workplace: I32s,
  missing: I16s,
  from: i32,
  to: i32,
  listed: U32s,
  counts: U32s,
  at: i32,
): i32 {
  let row: i32 = 0;
  let all: i32 = 0;
  for (let i: i32 = from; i < to; i++) {
    if (mayJoin(age, member, applied, never, i) === 0) continue;
    all++;
    const w: i32 = workplace[i];
    if (w < 0 || missing[w] <= 0) continue;
    listed[row] = i;
    row++;
  }
  counts[at] = all;
  return row;
}

/**
 * Who of residents [from, to) may join the party, as long as nobody else has joined: their draw is below what is missed.
 *
 * @param words     [i - from] drawn
 * @param never     in `applied`: has not asked to join
 * @param missing   [workplace] members missed
 * @param atWork    [workplace] those who may join, where members are missed
 * @param home      chance of anybody for those missed at home
 * @param everyone  1 to list all who may join, whatever they drew
 * @param listed    [row] written: who may join
 * @returns rows written
 */
export function whoMayJoin(
  words: Words,
  age: U8s,
  member: U8s,
  applied: I16s,
  never: i32,
  workplace: I32s,
  missing: I16s,
  atWork: U32s,
  home: f64,
  everyone: i32,
  from: i32,
  to: i32,
  listed: U32s,
): i32 {
  let row: i32 = 0;
  for (let i: i32 = from; i < to; i++) {
    if (mayJoin(age, member, applied, never, i) === 0) continue;
    const w: i32 = workplace[i];
    const work: f64 = w >= 0 && missing[w] > 0 ? (missing[w] as f64) / (atWork[w] as f64) : 0;
    if (everyone === 0 && (words[i - from] + 0.5) / 4294967296.0 >= work + home) continue;
    listed[row] = i;
    row++;
  }
  return row;
}
