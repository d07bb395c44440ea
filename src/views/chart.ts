/** A chart: an element, and a function that shows other data in it. It reads observations, never engine state. */
export interface Chart<Data> {
  readonly node: HTMLElement;
  update(data: Data): void;
}

/** Colours of the circles: those of Okabe and Ito, told apart by colour-blind readers and in print. */
export const circleColours = {
  party: "#d55e00",
  acquaintance: "#0072b2",
  interest: "#009e73",
  industry: "#cc79a7",
  government: "#8a8f98",
} as const;
export type CircleName = keyof typeof circleColours;
export const circleNames = ["party", "acquaintance", "interest", "industry", "government"] as const;

/** Colours of series, in the order of use. */
export const seriesColours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00"] as const;

/** A colour between two, for values from 0 to 1: pale to dark blue, even in lightness. */
export function scaleColour(value: number): string {
  const t = Math.max(0, Math.min(1, value));
  const mix = (a: number, b: number) => Math.round(a + (b - a) * t);
  return `rgb(${mix(222, 8)},${mix(235, 81)},${mix(247, 156)})`;
}

/** Sizes a canvas for its box and the density of the screen; returns its context in CSS pixels. */
export function fitted(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const density = globalThis.devicePixelRatio || 1;
  const [w, h] = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
  }
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  context.setTransform(density, 0, 0, density, 0, 0);
  return context;
}

/** Style of the page that a canvas must follow. */
export const inkOf = (node: Element) => {
  const style = getComputedStyle(node);
  const of = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
  return { ink: of("--ink", "#222"), faint: of("--faint", "#aaa"), paper: of("--paper", "#fff"), line: of("--line", "#ddd") };
};
