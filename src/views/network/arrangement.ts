import type { Layout } from "../forceLayout.ts";
import { circleNames } from "../palette.ts";
import type { Link, NetworkPlaces, Node } from "./graph.ts";

/** How long a layout rests, in times of what it took, and the least that its nodes may move when it begins again. */
const REST = 10;
const LEAST_HEAT = 0.02;

/**
 * Keeps a network laid out as it changes. It is laid out elsewhere, from where its nodes stand and as far as it has changed;
 * a layout takes no more than a share of the time, for large networks that change all the time would take a core.
 *
 * @param options.graph    the network as it is now
 * @param options.onMoved  told when nodes stand elsewhere, and whether they have come to rest
 */
export function arrangement(options: {
  layout: Layout;
  places: NetworkPlaces;
  graph(): { nodes: readonly Node[]; links: readonly Link[] };
  onMoved(settled: boolean): void;
}) {
  const { layout, places, graph, onMoved } = options;
  /** The layout under way: its nodes, all that it takes into account, and when it began. */
  let underWay: { nodes: readonly Node[]; graph: ReadonlySet<string>; began: number } | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;

  layout.onPositions = (positions, settled) => {
    if (underWay === undefined) return;
    underWay.nodes.forEach((node, k) => {
      node.x = positions[k * 2];
      node.y = positions[k * 2 + 1];
    });
    if (settled) {
      resting = setTimeout(rested, REST * (performance.now() - underWay.began));
      places.arranged = underWay.graph;
      underWay = undefined;
    }
    onMoved(settled);
  };

  function rested(): void {
    resting = undefined;
    update();
  }

  /** Lays the graph out anew as far as it has changed since, unless a layout is under way or rests: then it is for later. */
  function update(): void {
    if (underWay !== undefined || resting !== undefined) return;
    const { nodes, links } = graph();
    const there = new Set([...nodes.map(({ key }) => key), ...links.map(({ source, target }) => `${source.key} ${target.key}`)]);
    let fresh = 0;
    for (const one of there) if (!places.arranged.has(one)) fresh++;
    if (fresh === 0) {
      onMoved(true);
      return;
    }
    underWay = { nodes, graph: there, began: performance.now() };
    onMoved(false);
    layout.begin({ ...columnsOf(nodes, links), heat: Math.max(LEAST_HEAT, fresh / there.size) });
  }

  return {
    update,
    stop(): void {
      clearTimeout(resting);
      layout.stop();
    },
  };
}

/** A network as the layout takes it. */
function columnsOf(nodes: readonly Node[], links: readonly Link[]) {
  const at = new Map(nodes.map((node, k) => [node, k]));
  const end = (node: Node) => at.get(node) as number;
  return {
    positions: Float32Array.from(nodes.flatMap(({ x, y }) => [x, y])),
    radius: Float32Array.from(nodes, ({ radius }) => radius),
    source: Uint32Array.from(links, ({ source }) => end(source)),
    target: Uint32Array.from(links, ({ target }) => end(target)),
    weak: Uint8Array.from(links, ({ circle }) => (circleNames[circle] === "government" ? 1 : 0)),
  };
}
