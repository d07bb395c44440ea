import type uPlot from "uplot";

export const SIZE = 12; // pixels of letters

export const fontOf = (scale: number, weight = 400): string => `${weight} ${SIZE * scale}px system-ui, sans-serif`;

/** Pixels of the page that the widest of some texts takes. */
export function widest({ ctx }: Pick<uPlot, "ctx">, texts: readonly string[], font: string): number {
  ctx.save();
  ctx.font = font;
  const most = Math.max(0, ...texts.map((text) => ctx.measureText(text).width));
  ctx.restore();
  return Math.ceil(most);
}
