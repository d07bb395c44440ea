import { select, type ZoomBehavior, zoom, zoomIdentity } from "d3";
import { fitted, sayOnCanvas } from "../chart.ts";
import type { Figure, Table } from "../figure.ts";
import { themeOf } from "../palette.ts";
import { pointedCanvas } from "../pointing.ts";
import type { Focus, Scene } from "./scene.ts";
import { canvasSurface, svgSurface } from "./surface.ts";

const TIP = 14; // pixels from the pointer to the tip
const TIP_WIDTH = 240; // pixels that a tip may take
const NEAR = 5; // pixels beside a thing that still point at it

export interface NetworkFigureOptions<Data> {
  label: string;
  nothing: string;
  scene(data: Data, width: number, height: number): Scene;
  onPick(kind: number, index: number): void;
  /** A key 0 to 4 was pressed: all circles, or one of them. */
  onCircle(circle: number | undefined): void;
}

/**
 * A picture of the network on a canvas. The pointer names what it is over and a click picks it; Left and Right walk through
 * the things, Up and Down through the ties of one, Enter follows a tie or picks; 1 to 4 show one circle, 0 all.
 */
export function networkFigure<Data>(options: NetworkFigureOptions<Data>): Figure<Data> & {
  readonly node: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  drawing(): SVGSVGElement;
  stop(): void;
} {
  const { node, canvas, tell } = pointedCanvas("network", options.label);
  const aloud = document.createElement("p");
  aloud.className = "aloud";
  aloud.setAttribute("role", "status");
  node.append(aloud);
  let [width, height, scale] = [600, 420, 1];
  let data: Data | undefined;
  let scene: Scene | undefined;
  let focus: Focus | undefined;
  let view = zoomIdentity;
  let pending = 0;

  function later(): void {
    if (pending === 0) pending = requestAnimationFrame(draw);
  }

  const tall = () => scene?.height ?? height;

  function draw(): void {
    pending = 0;
    const context = fitted(canvas, width * scale, tall() * scale);
    const theme = themeOf(node);
    context.clearRect(0, 0, width * scale, tall() * scale);
    if (scene === undefined) {
      context.scale(scale, scale);
      sayOnCanvas(context, options.nothing, width, height, theme);
      return;
    }
    context.translate(view.x, view.y);
    context.scale(view.k * scale, view.k * scale);
    scene.paint(canvasSurface(context, getComputedStyle(node).fontFamily, view.k), theme, focus);
  }

  function lay(): void {
    const before = focus && scene?.things[focus.thing];
    scene = data === undefined ? undefined : options.scene(data, width, height);
    const again = before && scene?.things.findIndex(({ kind, index }) => kind === before.kind && index === before.index);
    focus = again === undefined || again < 0 ? undefined : { thing: again };
    canvas.style.height = `${tall() * scale}px`;
    node.style.overflowY = tall() > height ? "auto" : "hidden";
    later();
  }

  const zooming: ZoomBehavior<HTMLCanvasElement, unknown> = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([1, 12])
    .filter((event: Event) => (event.type === "wheel" ? (event as WheelEvent).ctrlKey || view.k > 1 : !(event as MouseEvent).button))
    .on("zoom", ({ transform }) => {
      view = transform;
      later();
    });
  select(canvas).call(zooming).on("dblclick.zoom", null);
  canvas.addEventListener("dblclick", () => select(canvas).call(zooming.transform, zoomIdentity));

  function found(event: MouseEvent): number | undefined {
    const { left, top } = canvas.getBoundingClientRect();
    const [x, y] = view.invert([event.clientX - left, event.clientY - top]).map((at) => at / scale);
    let [best, least]: [number | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
    scene?.things.forEach((thing, k) => {
      const away = Math.hypot(thing.x - x, thing.y - y);
      if (away <= thing.r + NEAR / view.k && thing.r * 1000 + away < least) [best, least] = [k, thing.r * 1000 + away];
    });
    return best;
  }

  function point(next: Focus | undefined, spoken: boolean): void {
    focus = next;
    const thing = next && scene?.things[next.thing];
    const text = thing && next.tie !== undefined ? thing.ties[next.tie].text : thing?.text;
    const [x, y] = thing ? view.apply([thing.x * scale, thing.y * scale]) : [0, 0];
    tell(text, Math.min(x + TIP, Math.max(0, (width - TIP_WIDTH) * scale)), y + TIP);
    if (spoken) aloud.textContent = text ?? "";
    later();
  }

  canvas.addEventListener("pointermove", (event) => {
    if (event.movementX === 0 && event.movementY === 0) return;
    const thing = found(event);
    canvas.style.cursor = thing === undefined ? "default" : "pointer";
    if (thing !== focus?.thing || focus?.tie !== undefined) point(thing === undefined ? undefined : { thing }, false);
  });
  canvas.addEventListener("pointerleave", () => document.activeElement !== canvas && point(undefined, false));
  canvas.addEventListener("click", (event) => {
    const thing = found(event);
    const it = thing === undefined ? undefined : scene?.things[thing];
    if (it) options.onPick(it.kind, it.index);
  });
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const things = scene?.things ?? [];
    const ring = (now: number, step: number, count: number) => (now + step + count) % count;
    const mine = focus && things[focus.thing];
    if (/^[0-4]$/.test(event.key)) options.onCircle(event.key === "0" ? undefined : Number(event.key) - 1);
    else if (things.length === 0) return;
    else if (event.key === "ArrowRight") point({ thing: focus ? ring(focus.thing, 1, things.length) : 0 }, true);
    else if (event.key === "ArrowLeft") point({ thing: focus ? ring(focus.thing, -1, things.length) : things.length - 1 }, true);
    else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && focus && mine && mine.ties.length > 0) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      point(
        {
          thing: focus.thing,
          tie: focus.tie === undefined ? (step > 0 ? 0 : mine.ties.length - 1) : ring(focus.tie, step, mine.ties.length),
        },
        true,
      );
    } else if (event.key === "Enter" && focus && mine) {
      if (focus.tie === undefined) options.onPick(mine.kind, mine.index);
      else point({ thing: mine.ties[focus.tie].to }, true);
    } else if (event.key === "Escape" && focus) point(undefined, true);
    else if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    event.stopPropagation(); // digits and arrows have another meaning on the page
  });

  return {
    node,
    canvas,
    update(next) {
      data = next;
      lay();
    },
    resize(w, h, by = 1) {
      [width, height, scale] = [w, h, by];
      lay();
    },
    tall,
    restyle: later,
    table: (): Table => scene?.table() ?? { columns: [], rows: [] },
    drawing() {
      const surface = svgSurface(width, tall());
      scene?.paint(surface, themeOf(node), undefined);
      return surface.node;
    },
    stop() {
      cancelAnimationFrame(pending);
      pending = -1;
    },
  };
}
