import { select, type ZoomBehavior, zoom, zoomIdentity } from "d3";
import { fitted, sayOnCanvas } from "./chart.ts";
import type { Figure } from "./figure.ts";
import type { Layout } from "./forceLayout.ts";
import { coverageMarks, drawMark, kindMarks, type Mark, networkKinds, roleMarks, traceOutline } from "./marks.ts";
import { type CircleName, circleColours, circleNames, ink, paper, quiet, scaleColour, type Theme, themeOf } from "./palette.ts";
import { stepOfKey, walked } from "./walk.ts";

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
/** All in one plane, or a plane for each of the four circles, with whoever is in several of them joined by a thread. */
export type NetworkMode = "plane" | "layers";
export interface NetworkOptions {
  label: string;
  /** What stands there while nobody is in the network. */
  nothing: string;
  layout: Layout;
  /** Where the nodes stand; given to the next view of the same network, it goes on from there. */
  places: NetworkPlaces;
  /** Name of a circle, beside its plane. */
  circleName(circle: CircleName): string;
  tableHeads: readonly [from: string, to: string, circle: string, strength: string];
  /** Name of a node, for the tip. */
  name(kind: number, index: number): string;
  onPick(kind: number, index: number): void;
}

interface Node {
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
export interface NetworkPlaces {
  nodes: Map<string, Node>;
  /** Nodes and links that the last layout took into account. */
  arranged: ReadonlySet<string>;
}
export const networkPlaces = (): NetworkPlaces => ({ nodes: new Map(), arranged: new Set() });

interface Link {
  source: Node;
  target: Node;
  circle: number;
}

const ORGANIZATION = networkKinds.indexOf("organization");
const COMMUNITY = networkKinds.indexOf("community");
/** Radius by kind; of organizations it grows with their people. */
const RADII = [9, 9, 6.5, 3.5, 4, 4];
/** How long a layout rests, in times of what it took, and the least that its nodes may move when it begins again. */
const REST = 10;
const LEAST_HEAT = 0.02;
const LAYERED: readonly CircleName[] = circleNames.filter((circle) => circle !== "government"); // the four circles

/** The organization network on canvas: pan, zoom, point, pick; circles are layers to switch. It is laid out elsewhere. */
export function networkView(options: NetworkOptions): Figure<NetworkData> & {
  readonly node: HTMLElement;
  layers(shown: ReadonlySet<CircleName>): void;
  colourBy(colour: NetworkColour): void;
  mode(mode: NetworkMode): void;
  canvas: HTMLCanvasElement;
  /** Draws the ties of one forward, or of nobody. */
  pick(who: { kind: number; index: number } | undefined): void;
  stop(): void;
} {
  const node = document.createElement("div");
  node.className = "network";
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", options.label);
  canvas.tabIndex = 0;
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  node.append(canvas, tip);

  let [width, height] = [600, 420];
  let data: NetworkData | undefined;
  let nodes: Node[] = [];
  let links: Link[] = [];
  let shown: ReadonlySet<CircleName> = new Set(circleNames);
  let colour: NetworkColour = "role";
  let picked: string | undefined;
  let hovered: Node | undefined;
  let view = zoomIdentity;
  let pending = 0;
  let moved = false;
  /** Whoever walks by keyboard keeps the place, though the page moves under a pointer at rest. */
  let walking = false;
  let mode: NetworkMode = "plane";
  /** The layout under way: its nodes, all that it takes into account, and when it began. */
  let laid: { nodes: readonly Node[]; graph: ReadonlySet<string>; began: number } | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const { places } = options;

  function later(): void {
    if (pending !== 0) return;
    pending = requestAnimationFrame(() => {
      pending = 0;
      draw();
    });
  }

  const zooming: ZoomBehavior<HTMLCanvasElement, unknown> = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([0.2, 8])
    .on("zoom", (event) => {
      view = event.transform;
      moved ||= event.sourceEvent !== null;
      later();
    });
  select(canvas).call(zooming).on("dblclick.zoom", null);
  canvas.addEventListener("dblclick", () => {
    moved = false;
    showAll();
    later();
  });

  const planes = () => (mode === "plane" ? [] : LAYERED.filter((circle) => shown.has(circle)));

  /** Where a node stands in the picture: in the one plane, or in the slanted plane of a circle. */
  const across = (d: Node) => (mode === "plane" ? d.x : d.x + d.y * 0.55);
  const down = (d: Node, plane: number) => (mode === "plane" ? d.y : d.y * 0.36 + plane * spread());
  let extent = { left: -1, right: 1, top: -1, bottom: 1 };
  const spread = () => (extent.bottom - extent.top) * 0.36 + 40;

  function measure(): void {
    extent = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    for (const { x, y, radius } of nodes) {
      extent.left = Math.min(extent.left, x - radius);
      extent.right = Math.max(extent.right, x + radius);
      extent.top = Math.min(extent.top, y - radius);
      extent.bottom = Math.max(extent.bottom, y + radius);
    }
  }

  /** Until someone moves the picture, it shows all of the network; a double click brings that back. */
  function showAll(): void {
    if (moved || nodes.length === 0) return;
    measure();
    let { left, right, top, bottom } = extent;
    if (mode === "layers") {
      [left, right] = [left + top * 0.55 - 90, right + bottom * 0.55];
      bottom = bottom * 0.36 + spread() * Math.max(0, planes().length - 1);
      top *= 0.36;
    }
    const k = Math.min(3, 0.92 * Math.min(width / (right - left), height / (bottom - top)));
    select(canvas).call(zooming.transform, zoomIdentity.scale(k).translate(-(left + right) / 2, -(top + bottom) / 2));
  }

  options.layout.onPositions = (positions, settled) => {
    if (laid === undefined) return;
    laid.nodes.forEach((d, k) => {
      d.x = positions[k * 2];
      d.y = positions[k * 2 + 1];
    });
    if (settled) {
      // A layout may take no more than a share of the time: large networks that change all the time would take a core.
      resting = setTimeout(
        () => {
          resting = undefined;
          arrange();
        },
        REST * (performance.now() - laid.began),
      );
      places.arranged = laid.graph;
      laid = undefined;
    }
    node.dataset.settled = String(settled);
    showAll();
    later();
  };

  /** Lays the graph out anew as far as it has changed since, unless a layout is under way or rests: then it is for later. */
  function arrange(): void {
    if (laid !== undefined || resting !== undefined) return;
    const there = new Set([...nodes.map(({ key }) => key), ...links.map(({ source, target }) => `${source.key} ${target.key}`)]);
    let fresh = 0;
    for (const one of there) if (!places.arranged.has(one)) fresh++;
    if (fresh === 0) {
      node.dataset.settled = "true";
      return;
    }
    const heat = Math.max(LEAST_HEAT, fresh / there.size);
    laid = { nodes, graph: there, began: performance.now() };
    begin(heat);
  }

  /** Hands the graph over to be laid out, from where its nodes stand. */
  function begin(heat: number): void {
    const positions = new Float32Array(nodes.length * 2);
    nodes.forEach(({ x, y }, k) => {
      positions[k * 2] = x;
      positions[k * 2 + 1] = y;
    });
    const of = data as NetworkData;
    node.dataset.settled = "false";
    options.layout.begin({
      positions,
      radius: Float32Array.from(nodes, ({ radius }) => radius),
      source: Uint32Array.from(of.source),
      target: Uint32Array.from(of.target),
      weak: Uint8Array.from(of.circle, (circle) => (circleNames[circle] === "government" ? 1 : 0)),
      heat,
    });
  }

  /** How a node looks: agents by kind, organizations by role or coverage, or by a quantity. */
  function dress(d: Node, k: number): void {
    const of = data as NetworkData;
    d.mark = kindMarks[networkKinds[of.kind[k]]];
    d.value = undefined;
    if (of.kind[k] !== ORGANIZATION) return;
    if (colour === "autonomy") d.value = of.autonomy[k];
    else d.mark = colour === "coverage" ? coverageMarks[of.covered[k] ? 1 : 0] : roleMarks[of.role[k]];
  }

  function draw(): void {
    const context = fitted(canvas, width, height);
    const theme = themeOf(node);
    context.clearRect(0, 0, width, height);
    if (data && nodes.length === 0) sayOnCanvas(context, options.nothing, width, height, theme);
    context.translate(width / 2 + view.x, height / 2 + view.y);
    context.scale(view.k, view.k);
    // Who is not in the picture draws nobody's ties forward.
    const near = nodes.find(({ key }) => key === (hovered?.key ?? picked))?.key;
    const layered = planes();
    if (mode === "layers") drawPlanes(context, layered, theme);
    for (const [c, circle] of circleNames.entries()) {
      if (!shown.has(circle)) continue;
      const plane = mode === "plane" ? 0 : layered.indexOf(circle);
      if (plane < 0) continue;
      for (const strong of [false, true]) {
        context.beginPath();
        for (const { source, target, circle: of } of links) {
          if (of !== c) continue;
          if ((near !== undefined && (source.key === near || target.key === near)) !== strong) continue;
          context.moveTo(across(source), down(source, plane));
          context.lineTo(across(target), down(target, plane));
        }
        context.strokeStyle = circleColours[circle][theme];
        context.globalAlpha = strong ? 0.95 : near === undefined ? (circle === "government" ? 0.28 : 0.5) : 0.12;
        context.lineWidth = (strong ? 1.8 : 0.9) / Math.sqrt(view.k);
        context.stroke();
      }
    }
    context.globalAlpha = 1;
    const root = Math.sqrt(view.k);
    for (const d of nodes) {
      const chosen = d.key === picked || d === hovered;
      const own = d.kind === ORGANIZATION ? ink[theme] : quiet[theme];
      for (const plane of shownIn(d, layered)) {
        const [x, y] = [across(d), down(d, plane)];
        context.beginPath();
        traceOutline(context, d.mark.outline, x, y, d.radius);
        context.strokeStyle = d.value === undefined ? paper[theme] : quiet[theme];
        context.lineWidth = 1.6 / root;
        context.stroke();
        drawMark(context, d.mark, [x, y, d.radius], d.value === undefined ? own : scaleColour(d.value, theme), paper[theme]);
        if (!chosen) continue;
        context.beginPath();
        context.arc(x, y, d.radius * 1.3 + 3 / root, 0, 2 * Math.PI);
        context.strokeStyle = ink[theme];
        context.lineWidth = (d.key === picked ? 2.5 : 1.5) / root;
        context.stroke();
      }
    }
  }

  /** Planes in which a node is drawn. */
  const shownIn = (d: Node, layered: readonly CircleName[]): number[] =>
    mode === "plane" ? [0] : layered.flatMap((circle, plane) => (d.circles & (1 << circleNames.indexOf(circle)) ? [plane] : []));

  /** The slanted planes with their names, and a thread between the places of those who are in several. */
  function drawPlanes(context: CanvasRenderingContext2D, layered: readonly CircleName[], theme: Theme): void {
    const { left, right, top, bottom } = extent;
    layered.forEach((circle, plane) => {
      const y = plane * spread();
      context.beginPath();
      for (const [x, v] of [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
      ])
        context.lineTo(x + v * 0.55, v * 0.36 + y);
      context.closePath();
      context.fillStyle = circleColours[circle][theme];
      context.globalAlpha = 0.07;
      context.fill();
      context.globalAlpha = 1;
      context.fillStyle = ink[theme];
      context.font = `600 ${13 / view.k}px system-ui, sans-serif`;
      context.textAlign = "left";
      context.fillText(options.circleName(circle), left + top * 0.55 - 84 / view.k, top * 0.36 + y + 14 / view.k);
    });
    context.beginPath();
    for (const d of nodes) {
      const at = shownIn(d, layered);
      if (at.length < 2) continue;
      context.moveTo(across(d), down(d, at[0]));
      context.lineTo(across(d), down(d, at[at.length - 1]));
    }
    context.strokeStyle = ink[theme];
    context.globalAlpha = nodes.length > 500 ? 0.06 : 0.15;
    context.lineWidth = 0.8 / Math.sqrt(view.k);
    context.stroke();
    context.globalAlpha = 1;
  }

  function at(event: PointerEvent | MouseEvent): Node | undefined {
    const box = canvas.getBoundingClientRect();
    const x = (event.clientX - box.left - width / 2 - view.x) / view.k;
    const y = (event.clientY - box.top - height / 2 - view.y) / view.k;
    const reach = 6 / view.k;
    let best: Node | undefined;
    let least = Infinity;
    const layered = planes();
    for (const d of nodes) {
      for (const plane of shownIn(d, layered)) {
        const away = Math.hypot(across(d) - x, down(d, plane) - y) - d.radius;
        if (away < reach && away < least) [best, least] = [d, away];
      }
    }
    return best;
  }

  canvas.addEventListener("pointermove", (event) => {
    if (walking && event.movementX === 0 && event.movementY === 0) return;
    walking = false;
    const found = at(event);
    if (found !== hovered) {
      hovered = found;
      canvas.style.cursor = found ? "pointer" : "grab";
      draw();
    }
    tip.hidden = found === undefined;
    if (found) {
      const box = canvas.getBoundingClientRect();
      tip.textContent = options.name(found.kind, found.index);
      tip.style.left = `${event.clientX - box.left + 12}px`;
      tip.style.top = `${event.clientY - box.top + 12}px`;
    }
  });
  function leave(): void {
    hovered = undefined;
    tip.hidden = true;
  }
  canvas.addEventListener("pointerleave", () => {
    if (walking) return;
    leave();
    draw();
  });
  canvas.addEventListener("click", (event) => {
    const found = at(event);
    if (found) options.onPick(found.kind, found.index);
  });
  // By keyboard: arrows walk through the nodes, Enter opens.
  canvas.addEventListener("keydown", (event) => {
    const step = stepOfKey(event.key);
    if (step && nodes.length > 0) {
      walking = true;
      hovered = nodes[walked(hovered ? nodes.indexOf(hovered) : -1, step, nodes.length)];
      tip.hidden = false;
      tip.textContent = options.name(hovered.kind, hovered.index);
      tip.style.left = "12px";
      tip.style.top = "12px";
      draw();
      event.preventDefault();
    } else if (event.key === "Enter" && hovered) options.onPick(hovered.kind, hovered.index);
  });

  return {
    node,
    update(next) {
      data = next;
      nodes = Array.from({ length: next.kind.length }, (_, k) => {
        const key = keyOf(next.kind[k], next.index[k]);
        // Communities start on a circle, all else near its community: the layout settles sooner, the same every time.
        const turn = (2 * Math.PI * (next.community[k] < 0 ? 0 : next.community[k] * 0.618)) % (2 * Math.PI);
        const far = next.community[k] < 0 ? 0 : 120 + 20 * Math.sqrt(k % 17);
        const home = places.nodes.get(keyOf(COMMUNITY, next.community[k])) ?? { x: far * Math.cos(turn), y: far * Math.sin(turn) };
        const kept = places.nodes.get(key) ?? {
          key,
          kind: next.kind[k],
          index: next.index[k],
          radius: 0,
          mark: kindMarks.organization,
          x: home.x + ((k * 7919) % 31) - 15,
          y: home.y + ((k * 104_729) % 29) - 14,
          circles: 0,
        };
        kept.radius = next.kind[k] === ORGANIZATION ? 2.6 + Math.sqrt(next.size[k]) * 0.75 : RADII[next.kind[k]];
        dress(kept, k);
        kept.circles = 0;
        places.nodes.set(key, kept);
        return kept;
      });
      links = Array.from({ length: next.source.length }, (_, e) => {
        const [source, target, circle] = [nodes[next.source[e]], nodes[next.target[e]], next.circle[e]];
        source.circles |= 1 << circle;
        target.circles |= 1 << circle;
        return { source, target, circle };
      });
      if (hovered && !nodes.includes(hovered)) leave();
      showAll();
      later();
      arrange();
    },
    mode(next) {
      mode = next;
      moved = false;
      showAll();
      later();
    },
    canvas,
    table: () => ({
      columns: options.tableHeads,
      rows: links.map(({ source, target, circle }, e) => [
        options.name(source.kind, source.index),
        options.name(target.kind, target.index),
        options.circleName(circleNames[circle]),
        Number((data?.strength[e] ?? 0).toFixed(3)),
      ]),
    }),
    layers(next) {
      shown = next;
      if (mode === "layers") showAll();
      later();
    },
    colourBy(next) {
      colour = next;
      nodes.forEach(dress);
      later();
    },
    pick(who) {
      picked = who && keyOf(who.kind, who.index);
      later();
    },
    resize(w, h) {
      [width, height] = [w, h];
      showAll();
      later();
    },
    restyle: later,
    stop() {
      cancelAnimationFrame(pending);
      pending = -1;
      clearTimeout(resting);
      options.layout.stop();
    },
  };
}

const keyOf = (kind: number, index: number) => `${kind}:${index}`;
