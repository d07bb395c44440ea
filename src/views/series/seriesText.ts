import type uPlot from "uplot";

export const SIZE = 12; // pixels of letters

export const fontOf = (scale: number, weight = 400): string => `${weight} ${SIZE * scale}px system-ui, sans-serif`;

const MOST = 2000; // texts of which the width is kept
const widths = new Map<string, number>();

/** Pixels of the page that a text takes. Axes ask for the same few numbers whenever a chart is drawn. */
function widthOf(ctx: CanvasRenderingContext2D, text: string, font: string): number {
  const key = `${font} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size >= MOST) widths.clear();
  ctx.save();
  ctx.font = font;
  const { width } = ctx.measureText(text);
  ctx.restore();
  widths.set(key, width);
  return width;
}

/** Pixels of the page that the widest of some texts takes. */
export function widest({ ctx }: Pick<uPlot, "ctx">, texts: readonly string[], font: string): number {
  return Math.ceil(Math.max(0, ...texts.map((text) => widthOf(ctx, text, font))));
}
