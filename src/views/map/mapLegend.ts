import type { Group } from "../figure.ts";
import type { Theme } from "../palette.ts";
import type { ValueScale } from "../valueScale.ts";
import { fullValue, type MapValue } from "./mapValue.ts";

export interface MapLegendData {
  scale: ValueScale;
  of: MapValue;
  /** What is shown, in words, line by line. */
  title: readonly string[];
  values: readonly number[];
  picked: number;
  theme: Theme;
}

/** What lines and marks of the map mean. */
export interface MapKey {
  kind: "border" | "village" | "lot" | "nothing";
  text: string;
}

const STEPS = 48; // patches of colour that make the scale
const BAR = 10; // pixels high
const STRIP = 16; // pixels above the scale, in which a line stands for each community
const LINE = 18; // pixels from one line of text to the next
const LONGEST = 420;

/** Pixels that the legend needs: the lines of its title, communities above the scale, the scale, its numbers, and the keys in lines. */
export const legendHeight = (title: number, keys: number): number => LINE * title + STRIP + BAR + LINE + 4 + LINE * keys;

/** A text in lines that fit a width, broken after spaces and Chinese marks; inside a word only where it is wider alone. */
export function wrapped(text: string, width: number, ruler: (text: string) => number): string[] {
  const lines = [""];
  const parts = text.split(/(?<=[\s，：、；])/).flatMap((part) => (ruler(part.trim()) * BOLD <= width ? [part] : [...part]));
  for (const part of parts) {
    const line = lines[lines.length - 1] + part;
    if (lines[lines.length - 1] === "" || ruler(line.trim()) * BOLD <= width) lines[lines.length - 1] = line;
    else lines.push(part);
  }
  return lines.map((line) => line.trim());
}
const BOLD = 1.12; // as wide is a text when it is bold

/** The scale with each community on it, and what the lines mean. */
export function drawMapLegend(parent: Group, width: number, { scale, of, title, values, picked, theme }: MapLegendData): void {
  const length = Math.min(LONGEST, width - 80);
  const left = (width - length) / 2;
  const at = (value: number) => left + (length * (value - scale.low)) / (scale.high - scale.low);
  const bar = LINE * title.length + STRIP;
  textsOf(
    parent,
    "name",
    title.map((text, line) => ({ x: width / 2, y: 12 + LINE * line, anchor: "middle", text })),
  );
  parent
    .selectAll("rect.step")
    .data(Array.from({ length: STEPS }, (_, k) => k))
    .join("rect")
    .attr("class", "step")
    .attr("x", (k) => left + (k * length) / STEPS)
    .attr("y", bar)
    .attr("width", length / STEPS + 0.5)
    .attr("height", BAR)
    .attr("fill", (k) => scale.colour(scale.low + ((k + 0.5) / STEPS) * (scale.high - scale.low), theme));
  const shown = values.flatMap((value, community) => (Number.isFinite(value) ? [{ community, value }] : []));
  parent
    .selectAll("line.of")
    .data(shown)
    .join("line")
    .attr("class", ({ community }) => (community === picked ? "of picked" : "of"))
    .attr("x1", ({ value }) => at(value))
    .attr("x2", ({ value }) => at(value))
    .attr("y1", ({ community }) => bar - (community === picked ? STRIP - 2 : STRIP / 2))
    .attr("y2", bar - 1);
  textsOf(
    parent,
    "tick",
    scale.ticks.map((value) => ({ x: at(value), y: bar + BAR + 13, anchor: "middle", text: fullValue(value, of) })),
  );
}

/** Keys in lines, as many to a line as there is room for. */
export function keyLines(keys: readonly MapKey[], width: number, ruler: (text: string) => number): MapKey[][] {
  const lines: MapKey[][] = [];
  let left = 0;
  for (const key of keys) {
    const wide = keyWidth(key, ruler);
    if (wide > left || lines.length === 0) {
      lines.push([]);
      left = width;
    }
    lines[lines.length - 1].push(key);
    left -= wide;
  }
  return lines;
}

const SAMPLES: Readonly<Record<MapKey["kind"], string>> = {
  border: "m0,8h16",
  village: "m1,2.5h14v11h-14Z",
  lot: "m8,1l6,3.5v7l-6,3.5l-6,-3.5v-7Z",
  nothing: "m1,2.5h14v11h-14Z",
};
const SAMPLE = 22; // pixels of a key's sample, with its gap
const keyWidth = ({ text }: MapKey, ruler: (text: string) => number) => SAMPLE + ruler(text) + 18;

/** The keys below the scale. */
export function drawKeys(parent: Group, width: number, top: number, lines: readonly MapKey[][], ruler: (text: string) => number): void {
  const placed = lines.flatMap((line, row) => {
    let x = (width - line.reduce((sum, key) => sum + keyWidth(key, ruler), 0) + 18) / 2;
    return line.map((key) => {
      const left = x;
      x += keyWidth(key, ruler);
      return { ...key, x: left, y: top + LINE * row };
    });
  });
  parent
    .selectAll<SVGPathElement, (typeof placed)[number]>("path.sample")
    .data(placed)
    .join("path")
    .attr("class", ({ kind }) => `sample ${kind}`)
    .attr("d", ({ kind, x, y }) => `M${x},${y}${SAMPLES[kind]}`);
  textsOf(
    parent,
    "key",
    placed.map(({ x, y, text }) => ({ x: x + SAMPLE, y: y + 12, anchor: "start", text })),
  );
}

function textsOf(parent: Group, name: string, texts: readonly { x: number; y: number; anchor: string; text: string }[]): void {
  parent
    .selectAll<SVGTextElement, (typeof texts)[number]>(`text.${name}`)
    .data(texts)
    .join("text")
    .attr("class", name)
    .attr("x", ({ x }) => x)
    .attr("y", ({ y }) => y)
    .attr("text-anchor", ({ anchor }) => anchor)
    .text(({ text }) => text);
}
