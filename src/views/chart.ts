import { quiet, type Theme } from "./palette.ts";

/** A chart: an element, and a function that shows other data in it. It reads observations, never engine state. */
export interface Chart<Data> {
  readonly node: HTMLElement;
  update(data: Data): void;
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

/** Says in the middle of a canvas that there is nothing to show. */
export function sayOnCanvas(context: CanvasRenderingContext2D, text: string, width: number, height: number, theme: Theme): void {
  context.fillStyle = quiet[theme];
  context.font = "12px system-ui, sans-serif";
  context.textAlign = "center";
  context.fillText(text, width / 2, height / 2);
}
