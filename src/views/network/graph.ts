import { coverageMarks, kindMarks, type Mark, networkKinds, roleMarks } from "../marks.ts";

/** The organization network as columns; kinds are codes of `networkKinds`. */
export interface NetworkData {
  kind: ArrayLike<number>;
  index: ArrayLike<number>;
  community: ArrayLike<number>;
  size: ArrayLike<number>;
  role: ArrayLike<number>;
  covered: ArrayLike<number>;
  autonomy: ArrayLike<number>;
  source: ArrayLike<number>;
  target: ArrayLike<number>;
  circle: ArrayLike<number>;
  strength: ArrayLike<number>;
}

export type NetworkColour = "role" | "coverage" | "autonomy";

export interface Node {
  key: string;
  kind: number;
  index: number;
  radius: number;
  mark: Mark;
  /** A quantity from 0 to 1 that it is coloured by. */
  value?: number | undefined;
  x: number;
  y: number;
  /** Circles that it has ties in, one bit each. */
  circles: number;
}

export interface Link {
  source: Node;
  target: Node;
  circle: number;
}

/** Where the nodes of a network stand, kept from one view of it to the next. */
export interface NetworkPlaces {
  nodes: Map<string, Node>;
  /** Nodes and links that the last layout took into account. */
  arranged: ReadonlySet<string>;
}
export const networkPlaces = (): NetworkPlaces => ({ nodes: new Map(), arranged: new Set() });

export const ORGANIZATION = networkKinds.indexOf("organization");
const COMMUNITY = networkKinds.indexOf("community");
/** Radius by kind; of organizations it grows with their people. */
const RADII = [9, 9, 6.5, 3.5, 4, 4];

export const keyOf = (kind: number, index: number) => `${kind}:${index}`;

/** The nodes of a network, each where it stood before; those that are new near their community. */
export function nodesOf(data: NetworkData, places: NetworkPlaces, colour: NetworkColour): Node[] {
  return Array.from({ length: data.kind.length }, (_, k) => {
    const key = keyOf(data.kind[k], data.index[k]);
    const node = places.nodes.get(key) ?? { ...newcomer(data, k, places), key };
    node.radius = data.kind[k] === ORGANIZATION ? 2.6 + Math.sqrt(data.size[k]) * 0.75 : RADII[data.kind[k]];
    node.circles = 0;
    dress(node, data, k, colour);
    places.nodes.set(key, node);
    return node;
  });
}

/** Communities start on a circle, all else near its community: the layout settles sooner, the same every time. */
function newcomer(data: NetworkData, k: number, places: NetworkPlaces): Omit<Node, "key"> {
  const community = data.community[k];
  const turn = (2 * Math.PI * (community < 0 ? 0 : community * 0.618)) % (2 * Math.PI);
  const far = community < 0 ? 0 : 120 + 20 * Math.sqrt(k % 17);
  const home = places.nodes.get(keyOf(COMMUNITY, community)) ?? { x: far * Math.cos(turn), y: far * Math.sin(turn) };
  return {
    kind: data.kind[k],
    index: data.index[k],
    radius: 0,
    mark: kindMarks.organization,
    x: home.x + ((k * 7919) % 31) - 15,
    y: home.y + ((k * 104_729) % 29) - 14,
    circles: 0,
  };
}

/** How a node looks: agents by kind, organizations by role or coverage, or by a quantity. */
export function dress(node: Node, data: NetworkData, k: number, colour: NetworkColour): void {
  node.mark = kindMarks[networkKinds[data.kind[k]]];
  node.value = undefined;
  if (data.kind[k] !== ORGANIZATION) return;
  if (colour === "autonomy") node.value = data.autonomy[k];
  else node.mark = colour === "coverage" ? coverageMarks[data.covered[k] ? 1 : 0] : roleMarks[data.role[k]];
}

/** The ties of a network; their nodes learn which circles they are in. */
export function linksOf(data: NetworkData, nodes: readonly Node[]): Link[] {
  return Array.from({ length: data.source.length }, (_, e) => {
    const [source, target, circle] = [nodes[data.source[e]], nodes[data.target[e]], data.circle[e]];
    source.circles |= 1 << circle;
    target.circles |= 1 << circle;
    return { source, target, circle };
  });
}
