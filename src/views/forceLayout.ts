import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3";

/** A graph to be laid out, as columns. */
export interface LayoutRequest {
  /** [node * 2] where the nodes stand now. */
  positions: Float32Array;
  radius: Float32Array;
  source: Uint32Array;
  target: Uint32Array;
  /** [link] 1 for long, weak links. */
  weak: Uint8Array;
  /** How much the nodes may still move, 0-1. */
  heat: number;
}

/** Lays a graph out somewhere else, and tells where the nodes stand as it goes. */
export interface Layout {
  begin(request: LayoutRequest): void;
  /** [node * 2] positions, of the graph last begun; `settled` with the last ones. */
  onPositions: (positions: Float32Array, settled: boolean) => void;
  stop(): void;
}

/** A layout by forces (nodes repel each other, links pull), one step at a time. */
export function forceLayout({ positions, radius, source, target, weak, heat }: LayoutRequest) {
  const nodes: SimulationNodeDatum[] = Array.from(radius, (_, k) => ({ x: positions[k * 2], y: positions[k * 2 + 1] }));
  const links: SimulationLinkDatum<SimulationNodeDatum>[] = Array.from(source, (from, e) => ({ source: from, target: target[e] }));
  const simulation = forceSimulation(nodes)
    .force("charge", forceManyBody().strength(-34).distanceMax(420))
    .force(
      "collide",
      forceCollide((_, k) => radius[k] + 1.5),
    )
    .force("x", forceX(0).strength(0.045))
    .force("y", forceY(0).strength(0.06))
    .force(
      "link",
      forceLink(links)
        .distance((_, e) => (weak[e] ? 46 : 30))
        .strength((_, e) => (weak[e] ? 0.12 : 0.3)),
    )
    .alpha(heat)
    .alphaDecay(0.03)
    .stop();
  return {
    /** One step; false when the nodes have come to rest. */
    step(): boolean {
      simulation.tick();
      return simulation.alpha() > simulation.alphaMin();
    },
    positions(): Float32Array<ArrayBuffer> {
      const out = new Float32Array(nodes.length * 2);
      nodes.forEach(({ x = 0, y = 0 }, k) => {
        out[k * 2] = x;
        out[k * 2 + 1] = y;
      });
      return out;
    },
  };
}
