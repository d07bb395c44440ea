import type uPlot from "uplot";
import { keepApart } from "../keepApart.ts";
import { ink, type Shade, seriesColours, type Theme } from "../palette.ts";
import { type SeriesOptions, type Shown, writtenAs } from "./series.ts";
import { fontOf, SIZE, widest } from "./seriesText.ts";

const LARGE = 4; // times the size of the other letters: 96 of 24
const SHARE = 0.3; // of the width that large figures take at most; a figure of five is three times as wide as tall
const ASPECT = 3;
const GAP = 8; // pixels from a line to its name
const LEADING = 1.3; // of the size of letters, from a line of text to the next
const DOT = 5; // pixels: radius

/** A line at its end: its name and its value in the week that is shown. */
interface End {
  name: string;
  value: string;
  colour: Shade;
  /** The value at the last week, where the line ends. */
  last: number;
  /** The place of the week that is shown, and the value there. */
  k: number;
  at: number;
  large: boolean;
}

/** The ends of all lines that have one. */
export function endsOf({ series, format }: SeriesOptions, { data, mark }: Shown): End[] {
  const n = data.weeks.length;
  const k = Math.min(mark?.week ?? n, n) - 1;
  const endOf = (name: string, values: ArrayLike<number>, colour: Shade, large: boolean): End[] => {
    const [at, last] = [known(values, k), known(values, n - 1)];
    return Number.isNaN(at + last) ? [] : [{ name, value: writtenAs(format, at), colour, last, k, at, large }];
  };
  return [
    ...series.flatMap(({ label }, s) => endOf(label, data.values[s], seriesColours[s % seriesColours.length], s === 0)),
    // Of the curves of another run the one that is spoken of.
    ...(data.ghosts ?? []).flatMap(({ name, values, colour }) => endOf(name, values[0], colour, false)),
  ];
}

/** A value, or the last before it: some measures come every fourth week. */
function known(values: ArrayLike<number>, k: number): number {
  for (let back = k; back >= 0; back--) if (Number.isFinite(values[back])) return values[back];
  return Number.NaN;
}

/** Pixels of the page of large figures. */
const largeIn = ({ width, scale }: Pick<Shown, "width" | "scale">): number =>
  Math.max(SIZE * scale, Math.min(LARGE * SIZE * scale, (SHARE * width) / ASPECT));

const textOf = ({ value, name }: End): string => `${value} ${name}`;

/** Pixels of the page to the right of the lines. */
export function roomOfEnds(u: uPlot, ends: readonly End[], { width, scale }: Pick<Shown, "width" | "scale">): number {
  const small = ends.map((end) => (end.large ? end.name : textOf(end)));
  const large = ends.filter((end) => end.large).map(({ value }) => value);
  const wide = Math.max(widest(u, small, fontOf(scale)), widest(u, large, fontOf(largeIn({ width, scale }) / SIZE, 700)));
  return wide + (GAP + 2 * DOT) * scale;
}

/** A dot on each line in the week that is shown, and beside the end of the line its value and name, kept apart. */
export function drawEnds(u: uPlot, ends: readonly End[], { data, width, height, scale }: Shown, theme: Theme): void {
  if (data.weeks.length === 0) return;
  const { ctx } = u;
  const [left, top] = [u.over.offsetLeft, u.over.offsetTop];
  const leading = SIZE * LEADING * scale;
  const big = largeIn({ width, scale });
  ctx.save();
  ctx.scale(devicePixelRatio, devicePixelRatio);
  ctx.textBaseline = "alphabetic";
  ctx.textAlign = "left";
  for (const { k, at, colour } of ends) {
    ctx.fillStyle = colour[theme];
    ctx.beginPath();
    ctx.arc(left + u.valToPos(data.weeks[k], "x"), top + u.valToPos(at, "y"), DOT * scale, 0, 2 * Math.PI);
    ctx.fill();
  }
  // A label stands on its lower edge.
  const labels = ends.map((end) => {
    const room = end.large ? big + leading : leading;
    return { ...end, room, y: top + u.valToPos(end.last, "y") + room / 2 };
  });
  const x = width - roomOfEnds(u, ends, { width, scale }) + (GAP + DOT) * scale;
  for (const label of keepApart(labels, top, height - leading / 2)) {
    ctx.fillStyle = label.large ? ink[theme] : label.colour[theme];
    ctx.font = fontOf(scale);
    const foot = label.y - 0.3 * SIZE * scale;
    if (!label.large) ctx.fillText(textOf(label), x, foot);
    else {
      ctx.fillText(label.name, x, foot);
      ctx.font = fontOf(big / SIZE, 700);
      ctx.fillText(label.value, x, foot - leading);
    }
  }
  ctx.restore();
}
