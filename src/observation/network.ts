import Graph from "graphology";
import louvain from "graphology-communities-louvain";
import { exchangeCircles, type NodeKind, nodeKinds } from "../circles/index.ts";
import type { World } from "../engine/index.ts";
import { placeNames } from "../scenario/index.ts";
import { betweenness } from "./betweenness.ts";
import { topShare } from "./statistics.ts";

export interface ExchangeNode {
  id: string;
  kind: NodeKind;
  index: number;
}

/** The organization network as a graph: nodes "kind:index", undirected edges with circle, strength, since, volume. */
export function exchangeGraph(world: World): Graph {
  const graph = new Graph({ type: "undirected", multi: false });
  const o = world.organizations.columns;
  const names = communityNames(world);
  const known = nodeKinds.map(() => new Map<number, string>());
  const node = (kind: number, index: number): string => {
    const before = known[kind].get(index);
    if (before !== undefined) return before;
    const community = communityOf(world, kind, index);
    const id = `${nodeKinds[kind]}:${index}`;
    known[kind].set(index, id);
    const label = kind === COMMUNITY ? names?.[index] : undefined;
    return graph.addNode(id, { kind: nodeKinds[kind], index, ...(community >= 0 && { community }), ...(label !== undefined && { label }) });
  };
  for (let g = 0; g < world.organizations.rows; g++) if (o.alive[g]) node(5, g);
  const t = world.exchangeTies.columns;
  for (let e = 0; e < world.exchangeTies.rows; e++) {
    const a = node(t.kindA[e], t.a[e]);
    const b = node(t.kindB[e], t.b[e]);
    if (a !== b && !graph.hasEdge(a, b)) {
      graph.addEdge(a, b, { circle: exchangeCircles[t.circle[e]], strength: t.strength[e], since: t.since[e], volume: t.volume[e] });
    }
  }
  return graph;
}

const COMMUNITY = nodeKinds.indexOf("community");

/** Names that tables give to communities; undefined where the district is drawn. */
export const communityNames = ({ scenario: { district } }: World): readonly string[] | undefined =>
  district && placeNames(district).communities;

/** Community where a node of the organization network stands; -1 for those of the whole district. */
export function communityOf(world: World, kind: number, index: number): number {
  if (kind === 2) return index;
  if (kind === 3) return world.workplaces.columns.community[index];
  if (kind === 4) return world.branches.columns.community[index];
  if (kind === 5) return world.organizations.columns.community[index];
  return -1;
}

export interface ExchangeMeasures {
  /** Betweenness held by the top hundredth of nodes; a part of a node holds that part of what it holds. */
  hubShare: number;
  /** The same of the top twentieth: in a network of some hundred nodes the top hundredth is a node or two. */
  hubShareOfTwentieth: number;
  modularity: number;
}

/** Modularity of the best partition that is found. Nodes are walked in their order: no random walk, the same one every time. */
export const modularityOf = (graph: Graph): number =>
  graph.size === 0 ? Number.NaN : louvain.detailed(graph, { randomWalk: false }).modularity;

/** Measures the organization network. @param modularity  where it is known already */
export function measureExchange(world: World, graph = exchangeGraph(world), modularity = modularityOf(graph)): ExchangeMeasures {
  if (graph.size === 0) return { hubShare: Number.NaN, hubShareOfTwentieth: Number.NaN, modularity };
  const values = betweenness(world, graph).sort((a, b) => a - b);
  const heldBy = (share: number) => topShare(values, share) || 0; // nobody stands between others
  return { hubShare: heldBy(0.01), hubShareOfTwentieth: heldBy(0.05), modularity };
}
