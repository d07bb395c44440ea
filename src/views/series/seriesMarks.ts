import { group } from "d3";
import type uPlot from "uplot";
import { sayOnCanvas } from "../chart.ts";
import { ink, paper, type Theme } from "../palette.ts";
import { type ChangeMark, lastWeek, type Shown } from "./series.ts";
import { fontOf } from "./seriesText.ts";

/** Behind the curves: the window of weeks as a band, and the week that is shown as a line unless it is the last one. */
export function drawWeeks(u: uPlot, { data, mark, scale }: Shown, theme: Theme): void {
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
    ctx.fillRect(x(mark.week) - 0.75 * scale, bbox.top, 1.5 * scale, bbox.height);
  }
  ctx.restore();
}

/** Behind the curves: a band of weeks that stands out, between two dotted rules. */
export function drawBand(u: uPlot, [from, to]: readonly [number, number], { data, scale }: Shown, theme: Theme): void {
  if (data.weeks.length < 2) return;
  const { ctx, bbox } = u;
  const [left, right] = [from, to].map((week) => Math.max(bbox.left, Math.min(bbox.left + bbox.width, u.valToPos(week, "x", true))));
  if (right <= left) return; // its weeks have not come
  ctx.save();
  ctx.fillStyle = ink[theme];
  ctx.strokeStyle = ink[theme];
  ctx.globalAlpha = 0.1;
  ctx.fillRect(left, bbox.top, right - left, bbox.height);
  ctx.globalAlpha = 0.7;
  ctx.lineWidth = 1.5 * scale * devicePixelRatio;
  ctx.setLineDash([2 * scale * devicePixelRatio, 3 * scale * devicePixelRatio]);
  for (const x of [left, right]) {
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

const FLAG = 7; // pixels of the radius of a number
const SHARE = 0.6; // of the width that words take at most
const NEAR = 8; // pixels from a rule within which it is pointed at

/** Behind the curves: a rule in each week in which something was changed, with its numbers at the top. */
export function drawChanges(u: uPlot, { changes, data, scale }: Shown, theme: Theme): void {
  if (data.weeks.length < 2) return;
  const { ctx, bbox } = u;
  const density = devicePixelRatio * scale;
  ctx.save();
  ctx.font = fontOf(density, 600);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const [week, own] of group(changes, (change) => change.week)) {
    const x = u.valToPos(week, "x", true);
    if (x < bbox.left - 1 || x > bbox.left + bbox.width + 1) continue;
    const text = flagOf(own, (said) => scale > 1 && ctx.measureText(said).width < SHARE * bbox.width);
    const half = Math.max(FLAG * density, ctx.measureText(text).width / 2 + 3 * density);
    ctx.fillStyle = ink[theme];
    ctx.globalAlpha = 0.55;
    ctx.fillRect(x - density / 2, bbox.top, density, bbox.height);
    ctx.globalAlpha = 1;
    const at = Math.max(bbox.left + half, Math.min(bbox.left + bbox.width - half, x));
    ctx.beginPath();
    ctx.roundRect(at - half, bbox.top, 2 * half, 2 * FLAG * density, FLAG * density);
    ctx.fill();
    ctx.fillStyle = paper[theme];
    ctx.fillText(text, at, bbox.top + FLAG * density);
  }
  ctx.restore();
}

/** Changes by their numbers, or in words where these fit. */
function flagOf(changes: readonly ChangeMark[], isRoom: (text: string) => boolean): string {
  const said = changes.map(({ text }) => text).join("; ");
  return isRoom(said) ? said : changes.map(({ number }) => number).join(", ");
}

/** Says below the name of a chart what was changed in the week that is pointed at, or else in the one that is held by keyboard. */
export function tellChange(u: uPlot, { changes, mark }: Shown, node: Element): void {
  const { left = -1, idx } = u.cursor;
  const pointed = node.matches(":hover") && idx !== null && idx !== undefined && left >= 0;
  const near = changes.filter(({ week }) =>
    pointed ? Math.abs(u.valToPos(week, "x") - left) <= NEAR : node.matches(":focus") && week === mark?.week,
  );
  const told = near.map(({ number, text }) => `${number} ${text}`).join("\n");
  const place = node.querySelector(".changed");
  if (place && place.textContent !== told) place.textContent = told;
}

/** Says that there is no week yet, if there is none. */
export function drawNothing({ ctx, bbox }: uPlot, { data, scale }: Shown, text: string, theme: Theme): void {
  if (data.weeks.length > 0) return;
  const density = devicePixelRatio * scale;
  ctx.save();
  ctx.translate(bbox.left, bbox.top);
  ctx.scale(density, density);
  sayOnCanvas(ctx, text, bbox.width / density, bbox.height / (2 * density), theme); // between the lines of half and of all
  ctx.restore();
}
