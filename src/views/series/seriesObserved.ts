import type uPlot from "uplot";
import { paper, seriesColours, type Theme } from "../palette.ts";
import { lastWeek, type ObservedMark, type Shown } from "./series.ts";

const DOT = 4; // pixels: radius
const RIM = 1.5; // of the ground around a dot, so that it stands out from the curve below
const WHISKER = 1.5;

/** Over the curves: what was observed, a dot in the colour of its curve with its interval, and a bar over the weeks that it is of. */
export function drawObserved(u: uPlot, { observed, data, scale }: Shown, theme: Theme): void {
  if (data.weeks.length === 0) return;
  const { ctx, bbox } = u;
  const density = devicePixelRatio * scale;
  const x = (week: number) => u.valToPos(week, "x", true);
  const y = (value: number) => Math.max(bbox.top, Math.min(bbox.top + bbox.height, u.valToPos(value, "y", true)));
  ctx.save();
  for (const { series, span, value, interval } of observed) {
    const middle = x((span[0] + span[1]) / 2);
    ctx.strokeStyle = seriesColours[series % seriesColours.length][theme];
    ctx.fillStyle = ctx.strokeStyle;
    ctx.lineWidth = WHISKER * density;
    ctx.beginPath();
    ctx.moveTo(middle, y(interval[0]));
    ctx.lineTo(middle, y(interval[1]));
    ctx.moveTo(x(span[0]), y(value));
    ctx.lineTo(x(span[1]), y(value));
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(middle, y(value), DOT * density, 0, 2 * Math.PI);
    ctx.fill();
    ctx.strokeStyle = paper[theme];
    ctx.lineWidth = RIM * density;
    ctx.stroke();
  }
  ctx.restore();
}

/** Ends of an axis of values that hold what was observed too. */
export const withObserved = (observed: readonly ObservedMark[], low: number, high: number): [low: number, high: number] => [
  Math.min(low, ...observed.map(({ interval }) => interval[0])),
  Math.max(high, ...observed.map(({ interval }) => interval[1])),
];

/** The last week that a chart reaches. */
export const lastShown = ({ observed, data }: Shown): number => Math.max(lastWeek(data), ...observed.map(({ span }) => span[1]));
