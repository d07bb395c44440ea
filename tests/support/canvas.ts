import { vi } from "vitest";
import { emptyDocument } from "./dom.ts";

/** Something drawn on a canvas: how, with what brush, and where its path or rectangle begins. */
export interface Stroke {
  call: "fill" | "stroke" | "fillRect" | "fillText";
  colour: string;
  alpha: number;
  lineWidth: number;
  /** Points of the path; corner and size of a rectangle; place of a text. */
  points: number[][];
  text?: string;
}

/**
 * A page without a browser whose canvases write down what is drawn on them. Frames come at once, so that a picture is
 * drawn when it says that it will be. Undone by `vi.unstubAllGlobals()`.
 */
export function canvasPage({ theme = "light", size = [600, 420] }: { theme?: "light" | "dark"; size?: [number, number] } = {}) {
  const document = emptyDocument();
  document.documentElement.dataset.theme = theme;
  const drawn: Stroke[] = [];
  const create = document.createElement.bind(document);
  document.createElement = ((name: string) => {
    const element = create(name);
    if (name === "canvas") {
      Object.assign(element, { getContext: () => recording(drawn), clientWidth: size[0], clientHeight: size[1] });
      element.getBoundingClientRect = () => ({ left: 0, top: 0, width: size[0], height: size[1] }) as DOMRect;
    }
    return element;
  }) as typeof document.createElement;
  vi.stubGlobal("document", document);
  vi.stubGlobal("SVGElement", class {}); // these two are asked for by d3-zoom
  vi.stubGlobal("navigator", { maxTouchPoints: 0 });
  vi.stubGlobal("getComputedStyle", () => ({ getPropertyValue: () => "" }));
  vi.stubGlobal("requestAnimationFrame", (work: () => void) => {
    queueMicrotask(work);
    return 1;
  });
  vi.stubGlobal("cancelAnimationFrame", () => {});
  const { Event } = document.defaultView as Window & typeof globalThis;
  return {
    document,
    /** What was drawn since the last call. */
    strokes: async () => {
      await new Promise((resolve) => setTimeout(resolve));
      return drawn.splice(0);
    },
    press: (node: Element, key: string) => node.dispatchEvent(Object.assign(new Event("keydown", { cancelable: true }), { key })),
  };
}

function recording(drawn: Stroke[]): CanvasRenderingContext2D {
  let points: number[][] = [];
  const brush = { fillStyle: "", strokeStyle: "", globalAlpha: 1, lineWidth: 1, font: "", textAlign: "left" };
  const write = (call: Stroke["call"], colour: string, at = points, text?: string) =>
    void drawn.push({ call, colour, alpha: brush.globalAlpha, lineWidth: brush.lineWidth, points: at, ...(text ? { text } : {}) });
  const put = (...point: number[]) => void points.push(point);
  const calls = {
    beginPath: () => void (points = []),
    moveTo: put,
    lineTo: put,
    arc: put,
    rect: put,
    fill: () => write("fill", brush.fillStyle),
    stroke: () => write("stroke", brush.strokeStyle),
    fillRect: (...box: number[]) => write("fillRect", brush.fillStyle, [box]),
    fillText: (text: string, ...at: number[]) => write("fillText", brush.fillStyle, [at], text),
    createImageData: (width: number, height: number) => ({ width, height, data: new Uint8ClampedArray(width * height * 4) }),
  };
  const other = () => {};
  return new Proxy(brush, { get: (of, name) => Reflect.get(calls, name) ?? Reflect.get(of, name) ?? other }) as never;
}
