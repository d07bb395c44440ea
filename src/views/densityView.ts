import { rgb } from "d3";
import { CELL_MAX, NOBODY } from "../observation/index.ts";
import { type Figure, type FigureOptions, type Table, written } from "./figure.ts";
import { scaleColour, type Theme, themeOf } from "./palette.ts";
import { stepOfKey, walked } from "./walk.ts";

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
  const { document = globalThis.document } = options;
  const node = document.createElement("div");
  node.className = "density";
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", options.label);
  canvas.tabIndex = 0;
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  node.append(canvas, tip);
  let data: DensityData | undefined;
  let focused = -1;
  /** Whoever walks by keyboard keeps the place, though the page moves under a pointer at rest. */
  let walking = false;

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

  function communityAt(event: MouseEvent): number {
    if (!data) return -1;
    const { box, k, dx, dy } = scale();
    const [x, y] = [(event.clientX - box.left - dx) / k, (event.clientY - box.top - dy) / k];
    for (let c = 0; c < data.ofCommunity.length; c++) {
      const [left, top, side] = [0, 1, 2].map((at) => data?.squares[c * 3 + at] as number);
      if (x >= left && x < left + side && y >= top && y < top + side) return c;
    }
    return -1;
  }

  function point(community: number): void {
    focused = community;
    tip.hidden = community < 0 || !data;
    if (community < 0 || !data) return;
    const { k, dx, dy } = scale();
    tip.textContent = `${options.name(community)}: ${data.measure} ${written.share(data.ofCommunity[community])}`;
    tip.style.left = `${dx + data.squares[community * 3] * k}px`;
    tip.style.top = `${dy + data.squares[community * 3 + 1] * k}px`;
  }

  canvas.addEventListener("pointermove", (event) => {
    if (walking && event.movementX === 0 && event.movementY === 0) return;
    walking = false;
    point(communityAt(event));
  });
  canvas.addEventListener("pointerleave", () => walking || point(-1));
  canvas.addEventListener("click", (event) => {
    const community = communityAt(event);
    if (community >= 0) options.onPick(community);
  });
  canvas.addEventListener("keydown", (event) => {
    if (!data) return;
    const step = stepOfKey(event.key);
    walking ||= step !== undefined;
    if (step) point(walked(focused, step, data.ofCommunity.length));
    else if (event.key === "Enter" && focused >= 0) options.onPick(focused);
    else return;
    event.preventDefault();
  });

  return {
    node,
    canvas,
    update(next) {
      data = next;
      if (focused >= next.ofCommunity.length) point(-1);
      paint();
    },
    resize() {
      point(focused);
    },
    restyle: paint,
    table: (): Table => ({
      columns: [options.communityLabel, data?.measure ?? ""],
      rows: Array.from({ length: data?.ofCommunity.length ?? 0 }, (_, c) => [options.name(c), data?.ofCommunity[c] ?? Number.NaN]),
    }),
  };
}
