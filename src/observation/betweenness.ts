import type Graph from "graphology";

const WORK = 2e8; // ties walked at most, some seconds: beyond, betweenness is estimated

/**
 * Betweenness of the nodes of an undirected graph, unweighted, up to a factor: for each node, how many shortest paths of
 * others lead through it.
 *
 * Source: Brandes (2001), A faster algorithm for betweenness centrality, J. Math. Sociology 25(2):163-177. In a network
 * so large that paths from everyone would be too many, from an even spread of nodes (Brandes & Pich 2007).
 *
 * @returns  [node in the order of the graph]
 */
export function betweenness(graph: Graph, work = WORK): Float64Array {
  const n = graph.order;
  const { offsets, neighbors } = adjacency(graph);
  const sources = Math.min(n, Math.max(1, Math.floor(work / Math.max(1, neighbors.length))));
  const through = new Float64Array(n);
  const distance = new Int32Array(n);
  const paths = new Float64Array(n); // shortest ones from the source
  const behind = new Float64Array(n); // dependency of the source on a node
  const order = new Uint32Array(n); // by distance from the source
  for (let s = 0; s < sources; s++) {
    const source = Math.floor((s * n) / sources);
    distance.fill(-1);
    paths.fill(0);
    behind.fill(0);
    distance[source] = 0;
    paths[source] = 1;
    order[0] = source;
    let reached = 1;
    for (let k = 0; k < reached; k++) {
      const v = order[k];
      for (let h = offsets[v]; h < offsets[v + 1]; h++) {
        const w = neighbors[h];
        if (distance[w] < 0) {
          distance[w] = distance[v] + 1;
          order[reached++] = w;
        }
        if (distance[w] === distance[v] + 1) paths[w] += paths[v];
      }
    }
    for (let k = reached - 1; k > 0; k--) {
      const w = order[k];
      const each = (1 + behind[w]) / paths[w];
      for (let h = offsets[w]; h < offsets[w + 1]; h++) {
        const v = neighbors[h];
        if (distance[v] === distance[w] - 1) behind[v] += paths[v] * each;
      }
      through[w] += behind[w];
    }
  }
  return through;
}

/** Neighbours in compressed sparse rows: those of node v are [offsets[v], offsets[v + 1]). */
function adjacency(graph: Graph): { offsets: Uint32Array; neighbors: Uint32Array } {
  const places = new Map(graph.nodes().map((node, v) => [node, v]));
  const offsets = new Uint32Array(graph.order + 1);
  const neighbors = new Uint32Array(graph.size * 2);
  let h = 0;
  for (const [node, v] of places) {
    for (const other of graph.neighbors(node)) neighbors[h++] = places.get(other) as number;
    offsets[v + 1] = h;
  }
  return { offsets, neighbors };
}
