import { rgb } from "d3";
import { CELL_MAX, NOBODY } from "../observation/index.ts";
import { type Figure, type FigureOptions, type Table, written } from "./figure.ts";
import { scaleColour, type Theme, themeOf } from "./palette.ts";
import { pointedCanvas, pointing } from "./pointing.ts";

export interface DensityOptions extends FigureOptions {
  name(community: number): string;
  communityLabel: string;
  onPick(community: number): void;
}

/** Residents as pixels of squares, one a community. */
export interface DensityData {
  width: number;
  height: number;
  /** [pixel] mean of the residents there, of 250; 255 for nobody. */
  mean: ArrayLike<number>;
  /** [community * 3] left, top and side of its square, pixels. */
  squares: ArrayLike<number>;
  /** [community] mean over its residents, 0-1. */
  ofCommunity: ArrayLike<number>;
  measure: string;
  /** The mean at which the scale of colours ends. */
  most: number;
  picked: number;
}

/** The scale of colours as red, green and blue, for each value that a pixel can have. */
const shadesOf = (theme: Theme) =>
  Array.from({ length: CELL_MAX + 1 }, (_, k) => {
    const { r, g, b } = rgb(scaleColour(k / CELL_MAX, theme));
    return [r, g, b];
  });
const shadesBy: Partial<Record<Theme, number[][]>> = {};

/** Every resident of the district at once: pixels coloured by the mean of the few who share one. */
export function densityView(options: DensityOptions): Figure<DensityData> & { canvas: HTMLCanvasElement } {
  const { node, canvas, tell } = pointedCanvas("density", options.label, options.document);
  let data: DensityData | undefined;

  function paint(): void {
    if (!data) return;
    const { width, height, mean, most } = data;
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    const context = canvas.getContext("2d");
    if (!context) return;
    const theme = themeOf(node);
    const shades = (shadesBy[theme] ??= shadesOf(theme));
    const image = context.createImageData(width, height);
    const bytes = image.data;
    for (let p = 0; p < width * height; p++) {
      if (mean[p] === NOBODY) continue;
      const shade = shades[Math.min(CELL_MAX, Math.round(mean[p] / most))];
      bytes[p * 4] = shade[0];
      bytes[p * 4 + 1] = shade[1];
      bytes[p * 4 + 2] = shade[2];
      bytes[p * 4 + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }

  /** Pixels of the picture for one pixel of the page, and where the picture begins within its box. */
  function scale() {
    const box = canvas.getBoundingClientRect();
    const of = data as DensityData;
    const k = Math.min(box.width / of.width, box.height / of.height) || 1;
    return { box, k, dx: (box.width - of.width * k) / 2, dy: (box.height - of.height * k) / 2 };
  }

  function communityAt(event: MouseEvent): number | undefined {
    if (!data) return undefined;
    const { squares, ofCommunity } = data;
    const { box, k, dx, dy } = scale();
    const [x, y] = [(event.clientX - box.left - dx) / k, (event.clientY - box.top - dy) / k];
    for (let c = 0; c < ofCommunity.length; c++) {
      const [left, top, side] = [squares[c * 3], squares[c * 3 + 1], squares[c * 3 + 2]];
      if (x >= left && x < left + side && y >= top && y < top + side) return c;
    }
    return undefined;
  }

  /** The tip stands at the corner of the community, however it is pointed at. */
  function tellOf(community: number | undefined): void {
    if (community === undefined || !data) {
      tell(undefined);
      return;
    }
    const { measure, ofCommunity, squares } = data;
    const { k, dx, dy } = scale();
    const text = `${options.name(community)}: ${measure} ${written.share(ofCommunity[community])}`;
    tell(text, dx + squares[community * 3] * k, dy + squares[community * 3 + 1] * k);
  }

  const pointed = pointing<number>(canvas, {
    all: () => Array.from({ length: data?.ofCommunity.length ?? 0 }, (_, c) => c),
    at: communityAt,
    onPoint: tellOf,
    onPick: options.onPick,
  });

  return {
    node,
    canvas,
    update(next) {
      data = next;
      pointed.refresh();
      paint();
    },
    resize() {
      tellOf(pointed.thing);
    },
    restyle: paint,
    table: (): Table => ({
      columns: [options.communityLabel, data?.measure ?? ""],
      rows: Array.from({ length: data?.ofCommunity.length ?? 0 }, (_, c) => [options.name(c), data?.ofCommunity[c] ?? Number.NaN]),
    }),
  };
}
