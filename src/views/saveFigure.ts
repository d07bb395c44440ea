import { csvFormatRows } from "d3";
import { cellText } from "../scenario/index.ts";
import type { Table } from "./figure.ts";
import type { LegendEntry } from "./marks.ts";
import { ink, paper, themeOf } from "./palette.ts";

/** What a drawing takes from the page's style sheets, so that it looks the same without them. */
const INLINED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
  "visibility",
] as const;

const SVG = "http://www.w3.org/2000/svg";
const HEAD = 34; // pixels above the drawing for its title

/** A drawing as a file of its own: title, background, colours and fonts inside. */
export function svgText(svg: SVGSVGElement, title: string): string {
  const document = svg.ownerDocument;
  const view = document.defaultView as Window & typeof globalThis;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  // All of these but opacity pass from parent to child: what is the same there need not be said again.
  originals.forEach((original, k) => {
    const [style, inherited] = [
      view.getComputedStyle(original),
      k === 0 ? undefined : view.getComputedStyle(original.parentElement as Element),
    ];
    const said = INLINED.filter((name) =>
      name === "opacity" ? style.opacity !== "1" : style.getPropertyValue(name) !== inherited?.getPropertyValue(name),
    );
    if (said.length > 0) copies[k].setAttribute("style", said.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";"));
    for (const name of ["class", "tabindex", "role", "aria-label", ...INLINED]) copies[k].removeAttribute(name);
  });
  return headed(copy, title, view.getComputedStyle(svg).fontFamily, view);
}

/** A drawing that has its colours and fonts inside already, as a file of its own. */
export function drawingText(drawing: SVGSVGElement, title: string): string {
  const view = drawing.ownerDocument.defaultView as Window & typeof globalThis;
  return headed(drawing, title, view.getComputedStyle(view.document.documentElement).fontFamily, view);
}

/** Puts the title above a drawing, and the ground of the page behind it. */
function headed(copy: SVGSVGElement, title: string, font: string, view: Window & typeof globalThis): string {
  const { document } = view;
  const [width, height] = [Number(copy.getAttribute("width")), Number(copy.getAttribute("height"))];
  const file = document.createElementNS(SVG, "svg");
  file.setAttribute("xmlns", SVG);
  file.setAttribute("width", String(width));
  file.setAttribute("height", String(height + HEAD));
  file.setAttribute("viewBox", `0 0 ${width} ${height + HEAD}`);
  const page = view.getComputedStyle(document.documentElement);
  const colour = (name: string, otherwise: string) => page.getPropertyValue(name).trim() || otherwise;
  const ground = document.createElementNS(SVG, "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", colour("--paper", paper.light));
  const head = document.createElementNS(SVG, "text");
  head.setAttribute("x", "12");
  head.setAttribute("y", "22");
  head.setAttribute("style", `font-family:${font};font-size:15px;font-weight:600`);
  head.setAttribute("fill", colour("--ink", ink.light));
  head.textContent = title;
  copy.setAttribute("y", String(HEAD));
  file.append(ground, head, copy);
  return new view.XMLSerializer().serializeToString(file);
}

/** A drawing as a picture at twice its size. */
export async function svgToPng(svg: SVGSVGElement, title: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg, title))}`;
  await image.decode();
  return toPng(image.width * 2, image.height * 2, (context) => context.drawImage(image, 0, 0, image.width * 2, image.height * 2));
}

/** A canvas as a picture at least twice its size on the page, with its title above and `lines` of legend below. */
export function canvasToPng(canvas: HTMLCanvasElement, title: string, lines: readonly LegendEntry[] = []): Promise<Blob> {
  const box = canvas.getBoundingClientRect();
  const scale = 2;
  const [width, height] = [Math.round(box.width), Math.round(box.height)];
  const style = getComputedStyle(document.documentElement);
  const foot = lines.length === 0 ? 0 : 10 + 18 * lines.length;
  return toPng(width * scale, (height + HEAD + foot) * scale, (context) => {
    context.scale(scale, scale);
    context.fillStyle = style.getPropertyValue("--paper").trim() || paper.light;
    context.fillRect(0, 0, width, height + HEAD + foot);
    context.fillStyle = style.getPropertyValue("--ink").trim() || ink.light;
    context.font = `600 15px ${style.fontFamily}`;
    context.fillText(title, 12, 22);
    const k = Math.min(width / canvas.width, height / canvas.height);
    const [w, h] = [canvas.width * k, canvas.height * k];
    context.drawImage(canvas, (width - w) / 2, HEAD + (height - h) / 2, w, h);
    context.font = `12px ${style.fontFamily}`;
    const theme = themeOf(canvas);
    lines.forEach(({ colour, text }, line) => {
      const y = HEAD + height + 18 + 18 * line;
      context.fillStyle = colour[theme];
      context.fillRect(12, y - 9, 10, 10);
      context.fillStyle = style.getPropertyValue("--ink").trim() || ink.light;
      context.fillText(text, 28, y);
    });
  });
}

function toPng(width: number, height: number, paint: (context: CanvasRenderingContext2D) => void): Promise<Blob> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  paint(canvas.getContext("2d") as CanvasRenderingContext2D);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be written as PNG."))), "image/png"),
  );
}

/** A table as comma-separated values, with a mark that spreadsheets take for UTF-8. Nothing is an empty field. */
export function csvText({ columns, rows }: Table): string {
  const field = (value: string | number) => (typeof value === "string" ? cellText(value) : Number.isFinite(value) ? String(value) : "");
  return `\uFEFF${csvFormatRows([columns.map(cellText), ...rows.map((row) => row.map(field))])}\n`;
}
