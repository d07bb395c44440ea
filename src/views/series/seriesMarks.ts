import type uPlot from "uplot";
import { sayOnCanvas } from "../chart.ts";
import { ink, type Theme } from "../palette.ts";
import { lastWeek, type Shown } from "./series.ts";

/** Behind the curves: the window of weeks as a band, and the week that is shown as a line unless it is the last one. */
export function drawWeeks(u: uPlot, { data, mark }: Shown, theme: Theme): void {
  if (!mark || data.weeks.length < 2) return;
  const { ctx, bbox } = u;
  const x = (week: number) => Math.max(bbox.left, Math.min(bbox.left + bbox.width, u.valToPos(week, "x", true)));
  ctx.save();
  ctx.fillStyle = ink[theme];
  if (mark.window) {
    ctx.globalAlpha = 0.08;
    ctx.fillRect(x(mark.window[0]), bbox.top, x(mark.window[1]) - x(mark.window[0]), bbox.height);
  }
  if (mark.week < lastWeek(data)) {
    ctx.globalAlpha = 0.7;
    ctx.fillRect(x(mark.week) - 0.75, bbox.top, 1.5, bbox.height);
  }
  ctx.restore();
}

/** Says that there is no week yet, if there is none. */
export function drawNothing({ ctx }: uPlot, { data, width, height }: Shown, text: string, theme: Theme): void {
  if (data.weeks.length > 0) return;
  ctx.save();
  ctx.scale(devicePixelRatio, devicePixelRatio);
  sayOnCanvas(ctx, text, width, height, theme);
  ctx.restore();
}
