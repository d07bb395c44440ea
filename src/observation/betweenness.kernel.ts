import type { F64s, f64, i32, U32s } from "../kernels/index.ts";

/**
 * What share of the shortest paths from a source lead through each node, summed over the ends of the paths.
 *
 * @param offsets, neighbors  those of node v are [offsets[v], offsets[v + 1])
 * @param distance    [node] to work in, as are all that follow: steps from the source
 * @param paths       [node] shortest ones from the source
 * @param order       [reached] nodes by distance from the source
 * @param nearer      neighbours one step nearer to the source: they stand first in a copy of the row of a node
 * @param nearerEnd   [node] end of them
 * @param through     [node] written; 0 of the source
 */
export function dependencies(
  source: i32,
  nodes: i32,
  offsets: U32s,
  neighbors: U32s,
  distance: U32s,
  paths: F64s,
  order: U32s,
  nearer: U32s,
  nearerEnd: U32s,
  through: F64s,
): void {
  for (let v: i32 = 0; v < nodes; v++) {
    distance[v] = nodes;
    through[v] = 0;
  }
  distance[source] = 0;
  order[0] = source;
  let reached: i32 = 1;
  for (let k: i32 = 0; k < reached; k++) {
    const w: i32 = order[k];
    const far: i32 = distance[w];
    const first: i32 = offsets[w];
    const end: i32 = offsets[w + 1];
    let next: i32 = first;
    for (let h: i32 = first; h < end; h++) {
      const v: i32 = neighbors[h];
      const near: i32 = distance[v];
      if (near > far + 1) {
        distance[v] = far + 1;
        order[reached] = v;
        reached++;
      }
      nearer[next] = v; // stays if it is nearer; which is so for a third of them, and no branch foretells of which
      next += near < far ? 1 : 0;
    }
    nearerEnd[w] = next;
    let sum: f64 = w === source ? 1 : 0;
    for (let h: i32 = first; h < next; h++) sum += paths[nearer[h]];
    paths[w] = sum;
  }
  for (let k: i32 = reached - 1; k > 0; k--) {
    const w: i32 = order[k];
    const each: f64 = (1 + through[w]) / paths[w];
    const end: i32 = nearerEnd[w];
    for (let h: i32 = offsets[w]; h < end; h++) {
      const v: i32 = nearer[h];
      through[v] += paths[v] * each;
    }
  }
  through[source] = 0;
}
