import { type CircleName, circleNames } from "../palette.ts";
import type { Node } from "./graph.ts";

/** All in one plane, or a plane for each of the four circles, with whoever is in several of them joined by a thread. */
export type NetworkMode = "plane" | "layers";

const LAYERED: readonly CircleName[] = circleNames.filter((circle) => circle !== "government"); // the four circles
const SLANT = 0.55; // how far a plane leans to the right, of its depth
const DEPTH = 0.36; // how deep a plane looks, of its height seen from above
const NAME = 90; // room for the name of a plane, at its left

/** Box around all nodes, in units of the layout. */
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where nodes stand in the picture. */
export interface Projection {
  readonly mode: NetworkMode;
  /** Circles that have a plane of their own, from the back. */
  readonly planes: readonly CircleName[];
  across(x: number, y: number): number;
  down(y: number, plane: number): number;
  /** The planes that a node is drawn in. */
  planesOf(node: Node): number[];
  /** The nodes in units of the layout. */
  readonly extent: Box;
  /** All of the picture. */
  readonly bounds: Box;
}

export function projectionOf(mode: NetworkMode, nodes: readonly Node[], shown: ReadonlySet<CircleName>): Projection {
  const extent = extentOf(nodes);
  if (mode === "plane") return { mode, planes: [], across: (x) => x, down: (y) => y, planesOf: () => [0], extent, bounds: extent };
  const planes = LAYERED.filter((circle) => shown.has(circle));
  const { left, right, top, bottom } = extent;
  const apart = (bottom - top) * DEPTH + 40;
  return {
    mode,
    planes,
    across: (x, y) => x + y * SLANT,
    down: (y, plane) => y * DEPTH + plane * apart,
    planesOf: ({ circles }) => planes.flatMap((circle, plane) => (circles & (1 << circleNames.indexOf(circle)) ? [plane] : [])),
    extent,
    bounds: {
      left: left + top * SLANT - NAME,
      right: right + bottom * SLANT,
      top: top * DEPTH,
      bottom: bottom * DEPTH + apart * Math.max(0, planes.length - 1),
    },
  };
}

function extentOf(nodes: readonly Node[]): Box {
  if (nodes.length === 0) return { left: -1, right: 1, top: -1, bottom: 1 };
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y, radius } of nodes) {
    box.left = Math.min(box.left, x - radius);
    box.right = Math.max(box.right, x + radius);
    box.top = Math.min(box.top, y - radius);
    box.bottom = Math.max(box.bottom, y + radius);
  }
  return box;
}

/** The node nearest to a place in the picture, within reach of its outline. */
export function nearestNode(nodes: readonly Node[], { across, down, planesOf }: Projection, x: number, y: number, reach: number) {
  let best: Node | undefined;
  let least = reach;
  for (const node of nodes) {
    for (const plane of planesOf(node)) {
      const away = Math.hypot(across(node.x, node.y) - x, down(node.y, plane) - y) - node.radius;
      if (away < least) [best, least] = [node, away];
    }
  }
  return best;
}
