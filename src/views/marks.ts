import { path } from "d3";
import type { NodeKind } from "../observation/index.ts";
import type { Shade } from "./palette.ts";

/** Kinds of agents of the network, by their codes. */
export { nodeKinds as networkKinds } from "../observation/index.ts";

/** How an agent is drawn: an outline, and how it is filled. Marks are told apart without colour. */
export interface Mark {
  outline: "disc" | "square" | "diamond" | "triangle" | "hexagon" | "star";
  filling: "full" | "hollow" | "half" | "dot";
}
const mark = (outline: Mark["outline"], filling: Mark["filling"] = "full"): Mark => ({ outline, filling });

/** Agents of the network by kind; organizations are discs, filled by what they are told apart by. */
export const kindMarks: Record<NodeKind, Mark> = {
  district: mark("star"),
  station: mark("hexagon"),
  community: mark("square"),
  workplace: mark("triangle"),
  branch: mark("diamond"),
  organization: mark("disc"),
};

/** Organizations by main role: service provider, model builder, support and guidance, resource link. */
export const roleMarks: readonly Mark[] = [mark("disc"), mark("disc", "hollow"), mark("disc", "half"), mark("disc", "dot")];
/** Organizations without and with a branch. */
export const coverageMarks: readonly Mark[] = [mark("disc", "hollow"), mark("disc")];

/** What draws a path: a canvas, or a writer of SVG paths. */
export type Pen = Pick<CanvasPath, "moveTo" | "lineTo" | "arc" | "rect" | "closePath">;

/** The outline of a mark of a radius, so that marks of one radius look alike in size. */
export function traceOutline(pen: Pen, outline: Mark["outline"], x: number, y: number, r: number): void {
  if (outline === "disc") {
    pen.moveTo(x + r, y);
    pen.arc(x, y, r, 0, 2 * Math.PI);
  } else if (outline === "square") pen.rect(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
  else if (outline === "diamond") corners(pen, x, y, 4, 0, () => r * 1.25);
  else if (outline === "triangle") corners(pen, x, y, 3, -Math.PI / 2, () => r * 1.25);
  else if (outline === "hexagon") corners(pen, x, y, 6, 0, () => r * 1.1);
  else corners(pen, x, y, 10, -Math.PI / 2, (k) => r * (k % 2 === 0 ? 1.45 : 0.62));
}

/** What is filled inside the outline of a mark that is not full. */
export function traceFilling(pen: Pen, filling: Mark["filling"], x: number, y: number, r: number): void {
  if (filling === "half") {
    pen.moveTo(x, y - r);
    pen.arc(x, y, r, -Math.PI / 2, Math.PI / 2);
    pen.closePath();
  } else if (filling === "dot") {
    pen.moveTo(x + 0.42 * r, y);
    pen.arc(x, y, 0.42 * r, 0, 2 * Math.PI);
  }
}

/** Width of the line around a mark that is not full, by its radius. */
export const rim = (r: number): number => Math.max(0.9, 0.28 * r);

/** A mark on a canvas. */
export function drawMark(
  context: CanvasRenderingContext2D,
  { outline, filling }: Mark,
  [x, y, r]: readonly [x: number, y: number, radius: number],
  colour: string,
  ground: string,
): void {
  context.beginPath();
  traceOutline(context, outline, x, y, r);
  context.fillStyle = filling === "full" ? colour : ground;
  context.fill();
  if (filling === "full") return;
  context.strokeStyle = colour;
  context.lineWidth = rim(r);
  context.stroke();
  if (filling === "hollow") return;
  context.beginPath();
  traceFilling(context, filling, x, y, r);
  context.fillStyle = colour;
  context.fill();
}

/** A mark as SVG paths around a point: its outline, and what is filled inside it. */
export function markPaths({ outline, filling }: Mark, x: number, y: number, r: number): { outline: string; filling: string } {
  const [around, inside] = [path(), path()];
  traceOutline(around, outline, x, y, r);
  traceFilling(inside, filling, x, y, r);
  return { outline: String(around), filling: String(inside) };
}

/** What a legend says: a word beside the mark that it explains, or beside a patch of colour. */
export interface LegendEntry {
  text: string;
  colour: Shade;
  mark?: Mark;
}

function corners(pen: Pen, x: number, y: number, count: number, turn: number, radius: (k: number) => number): void {
  for (let k = 0; k < count; k++) {
    const angle = turn + (2 * Math.PI * k) / count;
    const [px, py] = [x + radius(k) * Math.cos(angle), y + radius(k) * Math.sin(angle)];
    if (k === 0) pen.moveTo(px, py);
    else pen.lineTo(px, py);
  }
  pen.closePath();
}
