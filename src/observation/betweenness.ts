import type Graph from "graphology";
import type { World } from "../engine/index.ts";

const WORK = 2e8; // ties walked at most, some seconds: beyond, betweenness is estimated

/** Values that the rows of a round may hold, one for each source and node. */
const ROOM = 1 << 18;

const KERNEL = "betweenness";
/** Where a round begins, and of what: sources of earlier rounds, sources in all, nodes. */
const round = (world: World) => world.scratch(`${KERNEL}/round`, Uint32Array, 3);
const offsetsOf = (world: World, n: number) => world.scratch(`${KERNEL}/offsets`, Uint32Array, n + 1);
const neighborsOf = (world: World, ends: number) => world.scratch(`${KERNEL}/neighbors`, Uint32Array, ends);
/** [source of the round * nodes + node] */
const rowsOf = (world: World, values: number) => world.scratch(`${KERNEL}/rows`, Float64Array, values);

/** Gives a world the kernel that goes out from one source of a round; so in every thread that works on it. */
export function observeBetweenness(world: World): void {
  world.kernels.add(KERNEL, (k) => {
    const [first, sources, n] = round(world);
    const offsets = offsetsOf(world, n);
    const neighbors = neighborsOf(world, offsets[n]);
    const source = Math.floor(((first + k) * n) / sources);
    dependencies(world, n, offsets, neighbors, source, rowsOf(world, (k + 1) * n).subarray(k * n, (k + 1) * n));
  });
}

/**
 * Betweenness of the nodes of an undirected graph, unweighted, up to a factor: for each node, how many shortest paths of
 * others lead through it.
 *
 * Source: Brandes (2001), A faster algorithm for betweenness centrality, J. Math. Sociology 25(2):163-177. In a network
 * so large that paths from everyone would be too many, from an even spread of nodes (Brandes & Pich 2007).
 *
 * Threads share the sources of a round; what a source finds is added in the order of sources, so that the sums have the
 * same bits whoever found it.
 *
 * @param world  whose threads and scratch memory are used
 * @returns      [node in the order of the graph]
 */
export function betweenness(world: World, graph: Graph, work = WORK): Float64Array {
  const n = graph.order;
  const ends = graph.size * 2;
  writeAdjacency(graph, offsetsOf(world, n), neighborsOf(world, ends));
  const sources = Math.min(n, Math.max(1, Math.floor(work / Math.max(1, ends))));
  const most = Math.max(1, Math.min(sources, Math.floor(ROOM / n)));
  const rows = rowsOf(world, most * n);
  const through = new Float64Array(n);
  for (let first = 0; first < sources; first += most) {
    const count = Math.min(most, sources - first);
    round(world).set([first, sources, n]);
    world.kernels.share(KERNEL, count);
    for (let k = 0; k < count; k++) for (let v = 0; v < n; v++) through[v] += rows[k * n + v];
  }
  return through;
}

/**
 * What share of the shortest paths from a source lead through each node, summed over the ends of the paths.
 *
 * @param out  [node] written; 0 of the source
 */
function dependencies(world: World, n: number, offsets: Uint32Array, neighbors: Uint32Array, source: number, out: Float64Array): void {
  const distance = world.workspace(`${KERNEL}/distance`, Uint32Array, n).fill(n, 0, n);
  const paths = world.workspace(`${KERNEL}/paths`, Float64Array, n); // shortest ones from the source
  const order = world.workspace(`${KERNEL}/order`, Uint32Array, n); // by distance from the source
  // Neighbours one step nearer to the source stand first in a copy of the row of a node.
  const nearer = world.workspace(`${KERNEL}/nearer`, Uint32Array, offsets[n]);
  const nearerEnd = world.workspace(`${KERNEL}/nearerEnd`, Uint32Array, n);
  out.fill(0);
  distance[source] = 0;
  paths[source] = 1;
  order[0] = source;
  let reached = 1;
  for (let k = 0; k < reached; k++) {
    const v = order[k];
    const next = distance[v] + 1;
    const end = offsets[v + 1];
    for (let h = offsets[v]; h < end; h++) {
      const w = neighbors[h];
      if (distance[w] < next) continue;
      if (distance[w] > next) {
        distance[w] = next;
        order[reached++] = w;
        paths[w] = 0;
        nearerEnd[w] = offsets[w];
      }
      paths[w] += paths[v];
      nearer[nearerEnd[w]++] = v;
    }
  }
  for (let k = reached - 1; k > 0; k--) {
    const w = order[k];
    const each = (1 + out[w]) / paths[w];
    for (let h = offsets[w]; h < nearerEnd[w]; h++) {
      const v = nearer[h];
      out[v] += paths[v] * each;
    }
  }
  out[source] = 0;
}

/** Neighbours in compressed sparse rows: those of node v are [offsets[v], offsets[v + 1]). */
function writeAdjacency(graph: Graph, offsets: Uint32Array, neighbors: Uint32Array): void {
  const places = new Map(graph.nodes().map((node, v) => [node, v]));
  let h = 0;
  offsets[0] = 0;
  for (const [node, v] of places) {
    for (const other of graph.neighbors(node)) neighbors[h++] = places.get(other) as number;
    offsets[v + 1] = h;
  }
}
