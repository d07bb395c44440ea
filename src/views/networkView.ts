import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Simulation,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
  select,
  type ZoomBehavior,
  zoom,
  zoomIdentity,
} from "d3";
import { type Chart, type CircleName, circleColours, circleNames, fitted, inkOf, scaleColour } from "./chart.ts";

/** The organization network as columns; kinds: 0 district, 1 station, 2 community, 3 unit, 4 branch, 5 organization. */
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
export interface NetworkOptions {
  label: string;
  /** Name of a node, for the tip. */
  name(kind: number, index: number): string;
  onPick(kind: number, index: number): void;
}

interface Node extends SimulationNodeDatum {
  key: string;
  kind: number;
  index: number;
  community: number;
  radius: number;
  colour: string;
}
interface Link extends SimulationLinkDatum<Node> {
  circle: CircleName;
}

const roleColours = ["#4c78a8", "#b279a2", "#54a24b", "#eeca3b"];
const kindColours = ["#3b3f46", "#d55e00", "#8a8f98", "#cc79a7", "#e4572e", "#4c78a8"];
const QUICK = 0.08; // milliseconds of layout per node and frame that still leave the page smooth

/** The organization network by forces, on canvas: pan, zoom, hover, click; circles are layers to switch. */
export function networkView(options: NetworkOptions): Chart<NetworkData> & {
  layers(shown: ReadonlySet<CircleName>): void;
  colourBy(colour: NetworkColour): void;
  pick(kind: number, index: number): void;
  resize(width: number, height: number): void;
  restyle(): void;
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
  let picked = "";
  let hovered: Node | undefined;
  let view = zoomIdentity;
  let pending = 0;
  let moved = false;
  const known = new Map<string, Node>();

  const simulation: Simulation<Node, Link> = forceSimulation<Node, Link>([])
    .force("charge", forceManyBody<Node>().strength(-34).distanceMax(420))
    .force(
      "collide",
      forceCollide<Node>((d) => d.radius + 1.5),
    )
    .force("x", forceX<Node>(0).strength(0.045))
    .force("y", forceY<Node>(0).strength(0.06))
    .force(
      "link",
      forceLink<Node, Link>([])
        .distance((l) => (l.circle === "government" ? 46 : 30))
        .strength((l) => (l.circle === "government" ? 0.12 : 0.3)),
    )
    .alphaDecay(0.03)
    .stop();

  const zooming: ZoomBehavior<HTMLCanvasElement, unknown> = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([0.2, 8])
    .on("zoom", (event) => {
      view = event.transform;
      moved ||= event.sourceEvent !== null;
      draw();
    });
  select(canvas).call(zooming).on("dblclick.zoom", null);
  canvas.addEventListener("dblclick", () => {
    moved = false;
    showAll();
    draw();
  });

  /** Until someone moves the picture, it shows all of the network; a double click brings that back. */
  function showAll(): void {
    if (moved || nodes.length === 0) return;
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const { x = 0, y = 0, radius } of nodes) {
      left = Math.min(left, x - radius);
      right = Math.max(right, x + radius);
      top = Math.min(top, y - radius);
      bottom = Math.max(bottom, y + radius);
    }
    const k = Math.min(3, 0.92 * Math.min(width / (right - left), height / (bottom - top)));
    select(canvas).call(zooming.transform, zoomIdentity.scale(k).translate(-(left + right) / 2, -(top + bottom) / 2));
  }

  /** As many steps of the layout as one frame has time for, then the picture. */
  function frame(): void {
    pending = 0;
    if (simulation.alpha() > simulation.alphaMin()) {
      const budget = Math.max(1, Math.min(4, Math.floor(10 / (QUICK * Math.max(1, nodes.length)))));
      for (let k = 0; k < budget; k++) simulation.tick();
      showAll();
      pending = requestAnimationFrame(frame);
    }
    draw();
  }
  const wake = (alpha: number) => {
    simulation.alpha(Math.max(alpha, simulation.alpha()));
    if (pending === 0) pending = requestAnimationFrame(frame);
  };

  function colourOf(k: number): string {
    if (!data) return "#888";
    if (data.kind[k] !== 5) return kindColours[data.kind[k]];
    if (colour === "coverage") return data.covered[k] ? "#d55e00" : "#b8bec8";
    if (colour === "autonomy") return scaleColour(data.autonomy[k]);
    return roleColours[data.role[k]];
  }

  function draw(): void {
    const context = fitted(canvas, width, height);
    const { ink, paper } = inkOf(node);
    context.clearRect(0, 0, width, height);
    context.translate(width / 2 + view.x, height / 2 + view.y);
    context.scale(view.k, view.k);
    const near = hovered?.key ?? picked;
    for (const circle of circleNames) {
      if (!shown.has(circle)) continue;
      for (const strong of [false, true]) {
        context.beginPath();
        for (const link of links) {
          if (link.circle !== circle) continue;
          const [a, b] = [link.source as Node, link.target as Node];
          if ((near !== "" && (a.key === near || b.key === near)) !== strong) continue;
          context.moveTo(a.x as number, a.y as number);
          context.lineTo(b.x as number, b.y as number);
        }
        context.strokeStyle = circleColours[circle];
        context.globalAlpha = strong ? 0.95 : near === "" ? (circle === "government" ? 0.28 : 0.5) : 0.12;
        context.lineWidth = (strong ? 1.8 : 0.9) / Math.sqrt(view.k);
        context.stroke();
      }
    }
    context.globalAlpha = 1;
    for (const d of nodes) {
      path(context, d);
      context.fillStyle = d.colour;
      context.fill();
      context.lineWidth = (d.key === picked ? 3 : d === hovered ? 2 : 0.8) / Math.sqrt(view.k);
      context.strokeStyle = d.key === picked || d === hovered ? ink : paper;
      context.stroke();
    }
  }

  /** Shapes tell the kinds apart without colour: organizations round, communities square, branches diamonds, units triangles. */
  function path(context: CanvasRenderingContext2D, d: Node): void {
    const [x, y, r] = [d.x as number, d.y as number, d.radius];
    context.beginPath();
    if (d.kind === 2) context.rect(x - r, y - r, 2 * r, 2 * r);
    else if (d.kind === 4) corners(context, x, y, r * 1.25, 4, 0);
    else if (d.kind === 3) corners(context, x, y, r * 1.25, 3, -Math.PI / 2);
    else if (d.kind === 1) corners(context, x, y, r * 1.1, 6, 0);
    else context.arc(x, y, r, 0, 2 * Math.PI);
  }

  function at(event: PointerEvent | MouseEvent): Node | undefined {
    const box = canvas.getBoundingClientRect();
    const x = (event.clientX - box.left - width / 2 - view.x) / view.k;
    const y = (event.clientY - box.top - height / 2 - view.y) / view.k;
    const reach = 6 / view.k;
    let best: Node | undefined;
    let least = Infinity;
    for (const d of nodes) {
      const away = Math.hypot((d.x as number) - x, (d.y as number) - y) - d.radius;
      if (away < reach && away < least) [best, least] = [d, away];
    }
    return best;
  }

  canvas.addEventListener("pointermove", (event) => {
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
  canvas.addEventListener("pointerleave", () => {
    hovered = undefined;
    tip.hidden = true;
    draw();
  });
  canvas.addEventListener("click", (event) => {
    const found = at(event);
    if (found) options.onPick(found.kind, found.index);
  });
  // By keyboard: arrows walk through the nodes, Enter opens.
  canvas.addEventListener("keydown", (event) => {
    const step =
      event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : event.key === "ArrowLeft" || event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && nodes.length > 0) {
      const now = hovered ? nodes.indexOf(hovered) : -1;
      hovered = nodes[(now + step + nodes.length) % nodes.length];
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
      const before = nodes.length;
      nodes = Array.from({ length: next.kind.length }, (_, k) => {
        const key = `${next.kind[k]}:${next.index[k]}`;
        // Communities start on a circle, all else near its community: the layout settles sooner, the same every time.
        const turn = (2 * Math.PI * (next.community[k] < 0 ? 0 : next.community[k] * 0.618)) % (2 * Math.PI);
        const far = next.community[k] < 0 ? 0 : 120 + 20 * Math.sqrt(k % 17);
        const kept = known.get(key) ?? {
          key,
          kind: next.kind[k],
          index: next.index[k],
          community: next.community[k],
          radius: 0,
          colour: "",
          x: far * Math.cos(turn) + ((k * 7919) % 31) - 15,
          y: far * Math.sin(turn) + ((k * 104_729) % 29) - 14,
        };
        kept.radius = next.kind[k] === 5 ? 2.6 + Math.sqrt(next.size[k]) * 0.75 : [9, 9, 6.5, 3.5, 4, 4][next.kind[k]];
        kept.colour = colourOf(k);
        known.set(key, kept);
        return kept;
      });
      links = Array.from({ length: next.source.length }, (_, e) => ({
        source: nodes[next.source[e]],
        target: nodes[next.target[e]],
        circle: circleNames[next.circle[e]],
      }));
      simulation.nodes(nodes);
      (simulation.force("link") as ReturnType<typeof forceLink<Node, Link>>).links(links);
      wake(before === 0 ? 1 : Math.abs(nodes.length - before) > 0 ? 0.25 : 0.02);
    },
    layers(next) {
      shown = next;
      draw();
    },
    colourBy(next) {
      colour = next;
      nodes.forEach((d, k) => {
        d.colour = colourOf(k);
      });
      draw();
    },
    pick(kind, index) {
      picked = `${kind}:${index}`;
      draw();
    },
    resize(w, h) {
      [width, height] = [w, h];
      showAll();
      draw();
    },
    restyle: draw,
    stop() {
      cancelAnimationFrame(pending);
      pending = -1;
    },
  };
}

function corners(context: CanvasRenderingContext2D, x: number, y: number, r: number, count: number, turn: number): void {
  for (let k = 0; k < count; k++) {
    const angle = turn + (2 * Math.PI * k) / count;
    const [px, py] = [x + r * Math.cos(angle), y + r * Math.sin(angle)];
    if (k === 0) context.moveTo(px, py);
    else context.lineTo(px, py);
  }
  context.closePath();
}
