import { select, zoom, zoomIdentity } from "d3";
import { fitted, sayOnCanvas } from "./chart.ts";
import type { Figure } from "./figure.ts";
import { type OpenResident, type PeopleColour, type PeopleData, paintPeople } from "./paintPeople.ts";
import { type CircleName, circleNames, themeOf } from "./palette.ts";
import { stepOfKey, walked } from "./walk.ts";

/** Residents of a community as dots in their buildings; the circles of one of them as lines. */
export function peopleView(options: {
  label: string;
  /** What stands there while nobody lives in the community. */
  nothing: string;
  onPick(resident: number): void;
  tableHeads: readonly string[];
  /** What the codes of the columns mean. */
  words: Record<"participation" | "awareness" | "member", readonly string[]>;
}): Figure<PeopleData> & {
  readonly node: HTMLElement;
  canvas: HTMLCanvasElement;
  layers(shown: ReadonlySet<CircleName>): void;
  colourBy(colour: PeopleColour): void;
  open(resident: OpenResident | undefined): void;
} {
  const node = document.createElement("div");
  node.className = "people";
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", options.label);
  canvas.tabIndex = 0;
  node.append(canvas);
  let [width, height, scale] = [600, 420, 1];
  let data: PeopleData | undefined;
  let shown: ReadonlySet<CircleName> = new Set(circleNames);
  let colour: PeopleColour = "participation";
  let opened: OpenResident | undefined;
  let view = zoomIdentity;
  let pending = 0;

  const later = () => {
    if (pending === 0) {
      pending = requestAnimationFrame(() => {
        pending = 0;
        draw();
      });
    }
  };
  select(canvas).call(
    zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([0.8, 24])
      .on("zoom", (event) => {
        view = event.transform;
        later();
      }),
  );

  /** Pixels per metre and the middle of the community. */
  function frame() {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    const { buildings = [], side = 0 } = data ?? {};
    for (const { x, y } of buildings) {
      box.left = Math.min(box.left, x - side);
      box.right = Math.max(box.right, x + side);
      box.top = Math.min(box.top, y - side);
      box.bottom = Math.max(box.bottom, y + side);
    }
    const scale = Math.min(width / (box.right - box.left), height / (box.bottom - box.top));
    return { scale, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  }

  function draw(): void {
    const context = fitted(canvas, width * scale, height * scale);
    context.clearRect(0, 0, width * scale, height * scale);
    if (!data) return;
    const of = data;
    const theme = themeOf(node);
    if (of.x.length === 0) {
      context.scale(scale, scale);
      sayOnCanvas(context, options.nothing, width, height, theme);
      return;
    }
    const f = frame();
    context.translate(view.x, view.y);
    context.scale(view.k * scale, view.k * scale);
    context.translate(width / 2, height / 2);
    context.scale(f.scale, f.scale);
    context.translate(-f.x, -f.y);
    paintPeople(context, of, { colour, shown, opened, theme, pixel: 1 / (f.scale * view.k) });
  }

  canvas.addEventListener("click", (event) => {
    if (!data) return;
    const box = canvas.getBoundingClientRect();
    const f = frame();
    const x = ((event.clientX - box.left - view.x) / (view.k * scale) - width / 2) / f.scale + f.x;
    const y = ((event.clientY - box.top - view.y) / (view.k * scale) - height / 2) / f.scale + f.y;
    let best = -1;
    let least = (12 / (f.scale * view.k * scale)) ** 2;
    for (let k = 0; k < data.x.length; k++) {
      const away = (data.x[k] - x) ** 2 + (data.y[k] - y) ** 2;
      if (away < least) [best, least] = [k, away];
    }
    if (best >= 0) options.onPick(data.first + best);
  });
  canvas.addEventListener("keydown", (event) => {
    const step = stepOfKey(event.key);
    if (!step || !data || data.x.length === 0) return;
    options.onPick(data.first + walked((opened?.index ?? -1) - data.first, step, data.x.length));
    event.preventDefault();
  });

  return {
    node,
    canvas,
    table: () => ({
      columns: options.tableHeads,
      rows: Array.from({ length: data?.x.length ?? 0 }, (_, k) => {
        const of = data as PeopleData;
        const { participation, awareness, member } = options.words;
        return [
          of.first + k,
          participation[of.participation[k]],
          member[of.member[k]],
          awareness[of.awareness[k]],
          Number(of.motivation[k].toFixed(3)),
        ];
      }),
    }),
    update(next) {
      data = next;
      later();
    },
    layers(next) {
      shown = next;
      later();
    },
    colourBy(next) {
      colour = next;
      later();
    },
    open(next) {
      opened = next;
      later();
    },
    resize(w, h, by = 1) {
      [width, height, scale] = [w, h, by];
      draw();
    },
    restyle: draw,
  };
}
