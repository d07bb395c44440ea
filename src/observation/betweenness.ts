import type { World } from "../engine/index.ts";
import { dependencies } from "./betweenness.kernel.ts";
import type { Network } from "./exchangeNetwork.ts";

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
    world.memory.kernel({ dependencies })(
      source,
      n,
      offsets,
      neighbors,
      world.workspace(`${KERNEL}/distance`, Uint32Array, n),
      world.workspace(`${KERNEL}/paths`, Float64Array, n),
      world.workspace(`${KERNEL}/order`, Uint32Array, n),
      world.workspace(`${KERNEL}/nearer`, Uint32Array, offsets[n]),
      world.workspace(`${KERNEL}/nearerEnd`, Uint32Array, n),
      rowsOf(world, (k + 1) * n).subarray(k * n, (k + 1) * n),
    );
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
 * @returns      [node]
 */
export function betweenness(world: World, { nodes, ends }: Network, work = WORK): Float64Array {
  writeAdjacency(ends, offsetsOf(world, nodes), neighborsOf(world, ends.length));
  const sources = Math.min(nodes, Math.max(1, Math.floor(work / Math.max(1, ends.length))));
  const most = Math.max(1, Math.min(sources, Math.floor(ROOM / nodes)));
  const rows = rowsOf(world, most * nodes);
  const through = new Float64Array(nodes);
  for (let first = 0; first < sources; first += most) {
    const count = Math.min(most, sources - first);
    round(world).set([first, sources, nodes]);
    world.kernels.share(KERNEL, count);
    for (let k = 0; k < count; k++) for (let v = 0; v < nodes; v++) through[v] += rows[k * nodes + v];
  }
  return through;
}

/** Neighbours in compressed sparse rows, each in the order of ties: those of node v are [offsets[v], offsets[v + 1]). */
function writeAdjacency(ends: Uint32Array, offsets: Uint32Array, neighbors: Uint32Array): void {
  offsets.fill(0);
  for (const v of ends) offsets[v + 1]++;
  for (let v = 1; v < offsets.length; v++) offsets[v] += offsets[v - 1];
  const next = offsets.slice();
  for (let h = 0; h < ends.length; h++) neighbors[next[ends[h]]++] = ends[h ^ 1];
}
