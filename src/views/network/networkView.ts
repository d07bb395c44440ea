import { select, type ZoomBehavior, zoom, zoomIdentity } from "d3";
import { fitted, sayOnCanvas } from "../chart.ts";
import type { Figure } from "../figure.ts";
import type { Layout } from "../forceLayout.ts";
import { type CircleName, circleNames, themeOf } from "../palette.ts";
import { pointedCanvas, pointing } from "../pointing.ts";
import { arrangement } from "./arrangement.ts";
import { dress, keyOf, type Link, linksOf, type NetworkColour, type NetworkData, type NetworkPlaces, type Node, nodesOf } from "./graph.ts";
import { paintNetwork } from "./painter.ts";
import { type NetworkMode, nearestNode, projectionOf } from "./projection.ts";

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

const TIP = 12; // pixels from the pointer to the tip

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
  const { places, layout, circleName } = options;
  const { node, canvas, tell } = pointedCanvas("network", options.label);
  let [width, height] = [600, 420];
  let data: NetworkData | undefined;
  let nodes: Node[] = [];
  let links: Link[] = [];
  let shown: ReadonlySet<CircleName> = new Set(circleNames);
  let colour: NetworkColour = "role";
  let mode: NetworkMode = "plane";
  let picked: string | undefined;
  let view = zoomIdentity;
  /** Someone has moved the picture. */
  let moved = false;
  let pending = 0;

  const projection = () => projectionOf(mode, nodes, shown);
  const nameOf = ({ kind, index }: Node) => options.name(kind, index);

  function later(): void {
    if (pending !== 0) return;
    pending = requestAnimationFrame(() => {
      pending = 0;
      draw();
    });
  }

  function draw(): void {
    const context = fitted(canvas, width, height);
    const theme = themeOf(node);
    context.clearRect(0, 0, width, height);
    if (data && nodes.length === 0) sayOnCanvas(context, options.nothing, width, height, theme);
    context.translate(width / 2, height / 2);
    paintNetwork(context, { nodes, links, projection: projection(), shown, picked, hovered: pointed.thing, theme, circleName }, view);
  }

  const zooming: ZoomBehavior<HTMLCanvasElement, unknown> = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([0.2, 8])
    .on("zoom", (event) => {
      view = event.transform;
      moved ||= event.sourceEvent !== null;
      later();
    });
  select(canvas).call(zooming).on("dblclick.zoom", null);
  canvas.addEventListener("dblclick", showAllAgain);

  /** Until someone moves the picture, it shows all of the network; a double click brings that back. */
  function showAll(): void {
    if (moved || nodes.length === 0) return;
    const { left, right, top, bottom } = projection().bounds;
    const k = Math.min(3, 0.92 * Math.min(width / (right - left), height / (bottom - top)));
    select(canvas).call(zooming.transform, zoomIdentity.scale(k).translate(-(left + right) / 2, -(top + bottom) / 2));
  }
  function showAllAgain(): void {
    moved = false;
    showAll();
    later();
  }

  const arranged = arrangement({
    layout,
    places,
    graph: () => ({ nodes, links }),
    onMoved(settled) {
      node.dataset.settled = String(settled);
      showAll();
      later();
    },
  });

  const placeOf = (event: MouseEvent) => {
    const { left, top } = canvas.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const pointed = pointing<Node>(canvas, {
    all: () => nodes,
    at(event) {
      const [x, y] = view.invert(placeOf(event).map((at, k) => at - (k === 0 ? width : height) / 2) as [number, number]);
      return nearestNode(nodes, projection(), x, y, 6 / view.k);
    },
    onPoint(found, event) {
      canvas.style.cursor = found ? "pointer" : "grab";
      const [x, y] = event ? placeOf(event) : [0, 0];
      tell(found && nameOf(found), x + TIP, y + TIP);
      later();
    },
    onPick: ({ kind, index }) => options.onPick(kind, index),
  });

  return {
    node,
    canvas,
    update(next) {
      data = next;
      nodes = nodesOf(next, places, colour);
      links = linksOf(next, nodes);
      pointed.refresh();
      showAll();
      later();
      arranged.update();
    },
    mode(next) {
      mode = next;
      showAllAgain();
    },
    table: () => ({
      columns: options.tableHeads,
      rows: links.map(({ source, target, circle }, e) => [
        nameOf(source),
        nameOf(target),
        circleName(circleNames[circle]),
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
      for (const [k, one] of nodes.entries()) dress(one, data as NetworkData, k, colour);
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
      arranged.stop();
    },
  };
}
