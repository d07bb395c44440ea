import { networkKinds } from "../marks.ts";

/** The organization network of a week as columns; kinds are codes of `networkKinds`, circles of `circleNames`. */
export interface NetworkData {
  week: number;
  kind: ArrayLike<number>;
  index: ArrayLike<number>;
  community: ArrayLike<number>;
  place: ArrayLike<number>;
  placeInSubdistrict: ArrayLike<number>;
  state: ArrayLike<number>;
  role: ArrayLike<number>;
  type: ArrayLike<number>;
  source: ArrayLike<number>;
  target: ArrayLike<number>;
  circle: ArrayLike<number>;
  since: ArrayLike<number>;
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  subdistrict: ArrayLike<number>;
  ever: ArrayLike<number>;
}

export const ORGANIZATION = networkKinds.indexOf("organization");
export const COMMUNITY = networkKinds.indexOf("community");
/** The four circles; a tie of government is in none of them. */
export const CIRCLES = 4;
export const NEW = 1;
export const CLOSED = 2;

/** Whether a node is an organization that operates. */
export const operates = (data: NetworkData, k: number): boolean => data.kind[k] === ORGANIZATION && data.state[k] !== CLOSED;

/** Whether a tie joins two organizations. */
export const joinsTwo = (data: NetworkData, e: number): boolean =>
  data.kind[data.source[e]] === ORGANIZATION && data.kind[data.target[e]] === ORGANIZATION;

const between = new WeakMap<NetworkData, Int32Array>();

/** Ties that join two organizations through the four circles, by their places; counted once for each network that comes. */
export function tiesBetween(data: NetworkData): Int32Array {
  const known = between.get(data);
  if (known) return known;
  const found = new Int32Array(data.source.length);
  let n = 0;
  for (let e = 0; e < found.length; e++) if (data.circle[e] < CIRCLES && joinsTwo(data, e)) found[n++] = e;
  const ties = found.slice(0, n);
  between.set(data, ties);
  return ties;
}

/** [node] the circles that it has ties in, one bit each. */
export function circlesOf(data: NetworkData): Uint8Array {
  const circles = new Uint8Array(data.kind.length);
  for (let e = 0; e < data.source.length; e++) {
    if (data.circle[e] >= CIRCLES) continue;
    circles[data.source[e]] |= 1 << data.circle[e];
    circles[data.target[e]] |= 1 << data.circle[e];
  }
  return circles;
}

/** A tie by its ends and its circle, the same in every week and world. */
export const tieKey = (data: NetworkData, e: number): string => {
  const [a, b] = [data.source[e], data.target[e]];
  return `${data.kind[a]}:${data.index[a]} ${data.kind[b]}:${data.index[b]} ${data.circle[e]}`;
};
