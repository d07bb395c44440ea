import Graph from "graphology";
import { exchangeCircles, nodeKinds } from "../circles/index.ts";
import type { World } from "../engine/index.ts";
import { placeNames } from "../scenario/index.ts";
import { betweenness } from "./betweenness.ts";
import { exchangeNetwork } from "./exchangeNetwork.ts";
import { modularityOf } from "./modularity.ts";
import { topShare } from "./statistics.ts";

/** The organization network as a graph: nodes "kind:index", undirected edges with circle, strength, since, volume. */
export function exchangeGraph(world: World): Graph {
  const graph = new Graph({ type: "undirected", multi: false });
  const names = communityNames(world);
  const { of, ends, rows } = exchangeNetwork(world);
  const ids = of.map(({ kind, index }) => {
    const community = communityOf(world, kind, index);
    const label = kind === COMMUNITY ? names?.[index] : undefined;
    const known = { ...(community >= 0 && { community }), ...(label !== undefined && { label }) };
    return graph.addNode(`${nodeKinds[kind]}:${index}`, { kind: nodeKinds[kind], index, ...known });
  });
  const t = world.exchangeTies.columns;
  rows.forEach((e, tie) => {
    const about = { circle: exchangeCircles[t.circle[e]], strength: t.strength[e], since: t.since[e], volume: t.volume[e] };
    graph.addEdge(ids[ends[2 * tie]], ids[ends[2 * tie + 1]], about);
  });
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

/** Measures the organization network. @param modularity  where it is known already */
export function measureExchange(world: World, network = exchangeNetwork(world), modularity = modularityOf(network)): ExchangeMeasures {
  if (network.ends.length === 0) return { hubShare: Number.NaN, hubShareOfTwentieth: Number.NaN, modularity };
  const values = betweenness(world, network).sort((a, b) => a - b);
  const heldBy = (share: number) => topShare(values, share) || 0; // nobody stands between others
  return { hubShare: heldBy(0.01), hubShareOfTwentieth: heldBy(0.05), modularity };
}
