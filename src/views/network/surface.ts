import { path } from "d3";

/** What traces a shape: a canvas, or a writer of SVG paths. */
export type Tracer = Pick<CanvasPath, "moveTo" | "lineTo" | "arc" | "rect" | "closePath" | "quadraticCurveTo">;

export interface ShapeStyle {
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: readonly number[];
  alpha?: number;
}

export interface TextStyle {
  size: number;
  colour: string;
  weight?: number;
  anchor?: "left" | "center" | "right";
  /** A rim in the colour of the ground, so that a text is read over lines. */
  halo?: string;
}

/** What pictures of the network are drawn on: one painter serves the page and the file. */
export interface Surface {
  /** Pixels of the screen to one of the picture: how far it is zoomed in. */
  readonly scale: number;
  shape(trace: (pen: Tracer) => void, style: ShapeStyle): void;
  text(text: string, x: number, y: number, style: TextStyle): void;
}

const FONT = "system-ui, sans-serif";

/** A canvas. Sizes of texts are in pixels, the font that of the page. */
export function canvasSurface(context: CanvasRenderingContext2D, font = FONT, scale = 1): Surface {
  return {
    scale,
    shape(trace, { fill, stroke, width = 1, dash = [], alpha = 1 }) {
      context.globalAlpha = alpha;
      context.beginPath();
      trace(context);
      if (fill !== undefined) {
        context.fillStyle = fill;
        context.fill();
      }
      if (stroke !== undefined) {
        context.strokeStyle = stroke;
        context.lineWidth = width;
        context.setLineDash(dash as number[]);
        context.stroke();
      }
      context.globalAlpha = 1;
    },
    text(text, x, y, { size, colour, weight = 400, anchor = "left", halo }) {
      context.font = `${weight} ${size}px ${font}`;
      context.textAlign = anchor;
      if (halo !== undefined) {
        context.strokeStyle = halo;
        context.lineWidth = 4;
        context.setLineDash([]);
        context.lineJoin = "round";
        context.strokeText(text, x, y);
      }
      context.fillStyle = colour;
      context.fillText(text, x, y);
    },
  };
}

const SVG = "http://www.w3.org/2000/svg";
const anchors = { left: "start", center: "middle", right: "end" } as const;

/** A drawing of its own size, with its colours and fonts inside. */
export function svgSurface(width: number, height: number, document = globalThis.document): Surface & { readonly node: SVGSVGElement } {
  const node = document.createElementNS(SVG, "svg") as SVGSVGElement;
  const add = (name: string, attributes: Readonly<Record<string, string | number | undefined>>) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, String(value));
    node.append(element);
    return element;
  };
  for (const [key, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) node.setAttribute(key, String(value));
  return {
    node,
    scale: 1,
    shape(trace, { fill = "none", stroke, width: wide = 1, dash = [], alpha = 1 }) {
      const pen = path();
      trace(pen);
      add("path", {
        d: String(pen),
        fill,
        stroke,
        "stroke-width": stroke && wide,
        "stroke-dasharray": dash.length > 0 ? dash.join(" ") : undefined,
        opacity: alpha < 1 ? alpha : undefined,
      });
    },
    text(text, x, y, { size, colour, weight = 400, anchor = "left", halo }) {
      add("text", {
        x,
        y,
        fill: colour,
        "font-family": FONT,
        "font-size": size,
        "font-weight": weight,
        "text-anchor": anchors[anchor],
        stroke: halo,
        "stroke-width": halo && 4,
        "paint-order": halo && "stroke",
      }).textContent = text;
    },
  };
}

export const rectangle =
  (x: number, y: number, width: number, height: number) =>
  (pen: Tracer): void =>
    pen.rect(x, y, width, height);
