import type { Population } from "../population/index.ts";

/** A circle whose ties are shared places: interest groups, workplaces, branches. */
export interface Affiliation {
  /** Number of places. */
  readonly places: number;
  /** Places that a resident can belong to at once. */
  readonly width: number;
  /** Fellow members whom one actually meets in a place at most (references: networks). */
  readonly meets: number;
  /** The `k`-th place of resident i; -1 for none. */
  of(i: number, k: number): number;
}

/** The three circles that are affiliations. */
export function affiliations({
  residents,
  groups,
  workplaces,
  branches,
}: Population): Record<"interest" | "industry" | "party", Affiliation> {
  const r = residents.columns;
  return {
    interest: { places: groups.rows, width: 3, meets: 20, of: (i, k) => r.groups[i * 3 + k] },
    industry: { places: workplaces.rows, width: 1, meets: 10, of: (i) => r.workplace[i] },
    party: {
      places: branches.rows,
      width: 2,
      meets: Number.POSITIVE_INFINITY,
      of: (i, k) => (k === 0 ? r.homeBranch[i] : r.workBranch[i] === r.homeBranch[i] ? -1 : r.workBranch[i]),
    },
  };
}

export interface AffiliationMeasures {
  /** Mean fellow members whom those who belong anywhere meet. */
  degreeMean: number;
  degreeVarianceRatio: number;
  /** Mean share of pairs of fellows who share a place, pairs from different places counted as strangers. */
  clustering: number;
  /** Mean steps between residents joined through shared places, from a few residents spread over the table. */
  meanPath: number;
  /** Adults who belong nowhere. */
  isolated: number;
}

const SOURCES = 4;

/** Measures a circle of affiliations. Changes nothing, draws nothing. */
export function measureAffiliation({ residents }: Population, circle: Affiliation): AffiliationMeasures {
  const n = residents.rows;
  const { places, width, meets } = circle;
  const start = new Uint32Array(places + 1);
  for (let i = 0; i < n; i++) for (let k = 0; k < width; k++) if (circle.of(i, k) >= 0) start[circle.of(i, k) + 1]++;
  const size = start.slice(1);
  for (let p = 0; p < places; p++) start[p + 1] += start[p];
  const members = new Uint32Array(start[places]);
  const cursor = start.slice(0, places);
  for (let i = 0; i < n; i++) for (let k = 0; k < width; k++) if (circle.of(i, k) >= 0) members[cursor[circle.of(i, k)]++] = i;

  let belonging = 0;
  let sum = 0;
  let squares = 0;
  let clustering = 0;
  let clustered = 0;
  let adults = 0;
  let isolated = 0;
  for (let i = 0; i < n; i++) {
    let degree = 0;
    let closed = 0;
    let anywhere = false;
    for (let k = 0; k < width; k++) {
      const p = circle.of(i, k);
      if (p < 0) continue;
      anywhere = true;
      const d = Math.min(size[p] - 1, meets);
      degree += d;
      closed += d * (d - 1);
    }
    if (residents.columns.age[i] >= 18) {
      adults++;
      if (!anywhere) isolated++;
    }
    if (!anywhere) continue;
    belonging++;
    sum += degree;
    squares += degree * degree;
    if (degree < 2) continue;
    clustering += closed / (degree * (degree - 1));
    clustered++;
  }
  const mean = sum / belonging;
  return {
    degreeMean: mean,
    degreeVarianceRatio: mean > 0 ? (squares / belonging - mean * mean) / mean : Number.NaN,
    clustering: clustering / clustered,
    meanPath: meanPath(n, circle, start, members),
    isolated: isolated / adults,
  };
}

function meanPath(n: number, circle: Affiliation, start: Uint32Array, members: Uint32Array): number {
  const reached = new Uint8Array(n);
  const entered = new Uint8Array(circle.places);
  const queue = new Uint32Array(n);
  let steps = 0;
  let pairs = 0;
  for (let s = 0; s < SOURCES; s++) {
    // The first from an even spread on who belongs somewhere.
    let source = Math.floor((s * n) / SOURCES);
    while (source < n && circle.of(source, 0) < 0 && (circle.width < 2 || circle.of(source, 1) < 0)) source++;
    if (source === n) continue;
    reached.fill(0);
    entered.fill(0);
    reached[source] = 1;
    queue[0] = source;
    let from = 0;
    let to = 1;
    let distance = 0;
    while (from < to) {
      const end = to;
      for (; from < end; from++) {
        for (let k = 0; k < circle.width; k++) {
          const p = circle.of(queue[from], k);
          if (p < 0 || entered[p]) continue;
          entered[p] = 1;
          for (let h = start[p]; h < start[p + 1]; h++) {
            if (reached[members[h]]) continue;
            reached[members[h]] = 1;
            queue[to++] = members[h];
          }
        }
      }
      distance++;
      steps += distance * (to - end);
      pairs += to - end;
    }
  }
  return steps / pairs;
}
