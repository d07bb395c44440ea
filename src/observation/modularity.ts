import type Graph from "graphology";
import louvain from "graphology-communities-louvain";
import type { Network } from "./exchangeNetwork.ts";

/** Modularity of the best partition that is found. Nodes are walked in their order: no random walk, the same one every time. */
export const modularityOf = (network: Network): number =>
  network.ends.length === 0 ? Number.NaN : louvain.detailed(asGraph(network), { randomWalk: false }).modularity;

/**
 * What the method of Louvain asks of an undirected graph whose ties all weigh the same, and what shows that it is one:
 * graphology would write a record of each tie, which takes longer than all else that is done with it.
 */
function asGraph({ nodes, ends }: Network): Graph {
  const degree = new Uint32Array(nodes);
  for (const v of ends) degree[v]++;
  const unweighted = {};
  const graph = {
    type: "undirected",
    multi: false,
    order: nodes,
    size: ends.length / 2,
    selfLoopCount: 0,
    undirectedDegreeWithoutSelfLoops: (v: number) => degree[v],
    forEachNode(look: (v: number) => void) {
      for (let v = 0; v < nodes; v++) look(v);
    },
    forEachEdge(look: (tie: number, attributes: object, a: number, b: number) => void) {
      for (let h = 0; h < ends.length; h += 2) look(h / 2, unweighted, ends[h], ends[h + 1]);
    },
    addUndirectedEdgeWithKey() {},
    dropNode() {},
  };
  return graph as unknown as Graph;
}
