import type { Group } from "../figure.ts";

const PAD = 8;
const LINE = 17;
const AWAY = 10; // pixels from what it tells of

/** Says in a frame beside a place what is there, inside the drawing; without lines it is gone. */
export function drawTip(
  parent: Group,
  lines: readonly string[],
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number],
  ruler: (text: string) => number,
): void {
  const wide = Math.max(0, ...lines.map((line, k) => ruler(line) * (k === 0 ? 1.12 : 1))) + 2 * PAD;
  const tall = lines.length * LINE + 2 * PAD - 4;
  const left = Math.max(2, Math.min(width - wide - 2, x - wide / 2));
  const above = y - tall - AWAY;
  const top = above >= 2 ? above : Math.min(height - tall - 2, y + AWAY);
  parent.attr("visibility", lines.length === 0 ? "hidden" : "visible").attr("transform", `translate(${left},${top})`);
  parent
    .selectAll("rect")
    .data(lines.length === 0 ? [] : [0])
    .join("rect")
    .attr("width", wide)
    .attr("height", tall)
    .attr("rx", 4);
  parent
    .selectAll<SVGTextElement, string>("text")
    .data(lines)
    .join("text")
    .attr("class", (_, k) => (k === 0 ? "head" : null))
    .attr("x", PAD)
    .attr("y", (_, k) => PAD + 10 + k * LINE)
    .text(String);
}
