import type { NetworkData } from "../../src/views/index.ts";

const [COMMUNITY, WORKPLACE, ORGANIZATION] = [2, 3, 5];

/** An organization network by hand: organizations 0, 1, ... in their communities, their ties, and ties to a workplace. */
export function network(of: {
  communities: readonly number[];
  ties: readonly (readonly [a: number, b: number, circle: number])[];
  toOthers?: readonly (readonly [organization: number, circle: number])[];
  closed?: readonly number[];
  ever?: readonly number[];
}): NetworkData {
  const { communities, ties, toOthers = [], closed = [] } = of;
  const n = communities.length;
  const places = Math.max(...communities, of.ever ? of.ever.length - 1 : 0) + 1;
  const before = communities.map((c, k) => communities.slice(0, k).filter((other) => other === c).length);
  return {
    week: 0,
    kind: [...communities.map(() => ORGANIZATION), WORKPLACE, COMMUNITY],
    index: [...communities.map((_, k) => k), 0, 0],
    community: [...communities, -1, 0],
    place: [...before, 0, 0],
    placeInSubdistrict: [...before, 0, 0],
    state: [...communities.map((_, k) => (closed.includes(k) ? 2 : 0)), 0, 0],
    role: new Array(n + 2).fill(0),
    type: new Array(n + 2).fill(0),
    source: [...ties.map(([a]) => a), ...toOthers.map(() => n)],
    target: [...ties.map(([, b]) => b), ...toOthers.map(([k]) => k)],
    circle: [...ties.map(([, , circle]) => circle), ...toOthers.map(([, circle]) => circle)],
    since: [...ties, ...toOthers].map(() => 0),
    x: Array.from({ length: places }, (_, c) => c % 4),
    y: Array.from({ length: places }, (_, c) => Math.floor(c / 4)),
    subdistrict: new Array(places).fill(0),
    ever: of.ever ?? Array.from({ length: places }, (_, c) => communities.filter((one) => one === c).length),
  };
}
