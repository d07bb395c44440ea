import type { ZoomTransform } from "d3";
import { drawMark, traceOutline } from "../marks.ts";
import { type CircleName, circleColours, circleNames, ink, paper, quiet, scaleColour, type Theme } from "../palette.ts";
import { type Link, type Node, ORGANIZATION } from "./graph.ts";
import type { Projection } from "./projection.ts";

/** What is painted of a network. */
export interface NetworkPicture {
  nodes: readonly Node[];
  links: readonly Link[];
  projection: Projection;
  shown: ReadonlySet<CircleName>;
  picked: string | undefined;
  hovered: Node | undefined;
  theme: Theme;
  circleName(circle: CircleName): string;
}

/** Paints a network into a canvas whose middle is the middle of the layout. Ties first, so that nodes cover their ends. */
export function paintNetwork(context: CanvasRenderingContext2D, picture: NetworkPicture, { x, y, k }: ZoomTransform): void {
  context.translate(x, y);
  context.scale(k, k);
  if (picture.projection.mode === "layers") {
    paintPlanes(context, picture, k);
    paintThreads(context, picture, k);
  }
  paintTies(context, picture, k);
  paintNodes(context, picture, k);
}

/** The slanted planes with their names. */
function paintPlanes(context: CanvasRenderingContext2D, { projection, theme, circleName }: NetworkPicture, scale: number): void {
  const { planes, across, down, extent } = projection;
  const { left, right, top, bottom } = extent;
  planes.forEach((circle, plane) => {
    context.beginPath();
    for (const [x, y] of [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ])
      context.lineTo(across(x, y), down(y, plane));
    context.closePath();
    context.fillStyle = circleColours[circle][theme];
    context.globalAlpha = 0.07;
    context.fill();
    context.globalAlpha = 1;
    context.fillStyle = ink[theme];
    context.font = `600 ${13 / scale}px system-ui, sans-serif`;
    context.textAlign = "left";
    context.fillText(circleName(circle), across(left, top) - 84 / scale, down(top, plane) + 14 / scale);
  });
}

/** A thread between the places of those who are in several planes. */
function paintThreads(context: CanvasRenderingContext2D, { nodes, projection, theme }: NetworkPicture, scale: number): void {
  const { across, down, planesOf } = projection;
  context.beginPath();
  for (const node of nodes) {
    const at = planesOf(node);
    if (at.length < 2) continue;
    context.moveTo(across(node.x, node.y), down(node.y, at[0]));
    context.lineTo(across(node.x, node.y), down(node.y, at[at.length - 1]));
  }
  context.strokeStyle = ink[theme];
  context.globalAlpha = nodes.length > 500 ? 0.06 : 0.15;
  context.lineWidth = 0.8 / Math.sqrt(scale);
  context.stroke();
  context.globalAlpha = 1;
}

/** The ties circle by circle; those of the node that is pointed at or picked above the others. */
function paintTies(context: CanvasRenderingContext2D, picture: NetworkPicture, scale: number): void {
  const { nodes, links, projection, shown, picked, hovered, theme } = picture;
  const { mode, planes, across, down } = projection;
  // Who is not in the picture draws nobody's ties forward.
  const near = nodes.find(({ key }) => key === (hovered?.key ?? picked))?.key;
  for (const [c, circle] of circleNames.entries()) {
    const plane = mode === "plane" ? 0 : planes.indexOf(circle);
    if (!shown.has(circle) || plane < 0) continue;
    for (const strong of [false, true]) {
      context.beginPath();
      for (const { source, target, circle: of } of links) {
        if (of !== c) continue;
        if ((near !== undefined && (source.key === near || target.key === near)) !== strong) continue;
        context.moveTo(across(source.x, source.y), down(source.y, plane));
        context.lineTo(across(target.x, target.y), down(target.y, plane));
      }
      context.strokeStyle = circleColours[circle][theme];
      context.globalAlpha = strong ? 0.95 : near === undefined ? (circle === "government" ? 0.28 : 0.5) : 0.12;
      context.lineWidth = (strong ? 1.8 : 0.9) / Math.sqrt(scale);
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

/** The nodes as marks on the paper; a ring around those that are pointed at or picked. */
function paintNodes(context: CanvasRenderingContext2D, picture: NetworkPicture, scale: number): void {
  const { nodes, projection, picked, hovered, theme } = picture;
  const root = Math.sqrt(scale);
  for (const node of nodes) {
    const own = node.kind === ORGANIZATION ? ink[theme] : quiet[theme];
    for (const plane of projection.planesOf(node)) {
      const [x, y] = [projection.across(node.x, node.y), projection.down(node.y, plane)];
      context.beginPath();
      traceOutline(context, node.mark.outline, x, y, node.radius);
      context.strokeStyle = node.value === undefined ? paper[theme] : quiet[theme];
      context.lineWidth = 1.6 / root;
      context.stroke();
      drawMark(context, node.mark, [x, y, node.radius], node.value === undefined ? own : scaleColour(node.value, theme), paper[theme]);
      if (node.key !== picked && node !== hovered) continue;
      context.beginPath();
      context.arc(x, y, node.radius * 1.3 + 3 / root, 0, 2 * Math.PI);
      context.strokeStyle = ink[theme];
      context.lineWidth = (node.key === picked ? 2.5 : 1.5) / root;
      context.stroke();
    }
  }
}
