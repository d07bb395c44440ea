import { select, zoom, zoomIdentity } from "d3";
import { type Chart, type CircleName, circleColours, circleNames, fitted, inkOf, scaleColour } from "./chart.ts";
import type { Table } from "./figure.ts";
import { stepOfKey, walked } from "./walk.ts";

/** The residents of one community as columns, in metres on the ground. */
export interface PeopleData {
  first: number;
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  participation: ArrayLike<number>;
  member: ArrayLike<number>;
  awareness: ArrayLike<number>;
  motivation: ArrayLike<number>;
  buildings: readonly { x: number; y: number; estate: number }[];
}
export type PeopleColour = "participation" | "member" | "awareness" | "motivation";

/** Ties of the resident who is open: others by circle. */
export interface OpenResident {
  index: number;
  ties: readonly { circle: CircleName; index: number }[];
}

export const participationColours = ["#d9dce1", "#a7adb8", "#0072b2", "#e69f00"] as const;
export const awarenessColours = ["#c6cad1", "#9ecae1", "#4292c6", "#08519c"] as const;
const BUILDING = 46; // metres on a side, with room between buildings

/** Residents of a community as dots in their buildings; the circles of one of them as lines. */
export function peopleView(options: {
  label: string;
  onPick(resident: number): void;
  tableHeads: readonly string[];
  /** What the codes of the columns mean. */
  words: Record<"participation" | "awareness" | "member", readonly string[]>;
}): Chart<PeopleData> & {
  canvas: HTMLCanvasElement;
  table(): Table;
  layers(shown: ReadonlySet<CircleName>): void;
  colourBy(colour: PeopleColour): void;
  open(resident: OpenResident | undefined): void;
  resize(width: number, height: number): void;
  restyle(): void;
} {
  const node = document.createElement("div");
  node.className = "people";
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", options.label);
  canvas.tabIndex = 0;
  node.append(canvas);
  let [width, height] = [600, 420];
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
    for (const { x, y } of data?.buildings ?? []) {
      box.left = Math.min(box.left, x - BUILDING);
      box.right = Math.max(box.right, x + BUILDING);
      box.top = Math.min(box.top, y - BUILDING);
      box.bottom = Math.max(box.bottom, y + BUILDING);
    }
    const scale = Math.min(width / (box.right - box.left), height / (box.bottom - box.top));
    return { scale, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  }

  function colourOf(k: number, of: PeopleData): string {
    if (colour === "member") return of.member[k] ? circleColours.party : "#a7adb8";
    if (colour === "awareness") return awarenessColours[of.awareness[k]];
    if (colour === "motivation") return scaleColour(of.motivation[k]);
    return participationColours[of.participation[k]];
  }

  function draw(): void {
    const context = fitted(canvas, width, height);
    context.clearRect(0, 0, width, height);
    if (!data || data.buildings.length === 0) return;
    const of = data;
    const { ink, line } = inkOf(node);
    const f = frame();
    context.translate(view.x, view.y);
    context.scale(view.k, view.k);
    context.translate(width / 2, height / 2);
    context.scale(f.scale, f.scale);
    context.translate(-f.x, -f.y);
    context.fillStyle = line;
    context.globalAlpha = 0.45;
    for (const { x, y } of of.buildings) context.fillRect(x - BUILDING / 2, y - BUILDING / 2, BUILDING, BUILDING);
    context.globalAlpha = 1;
    // Dots of one colour at a time: the canvas changes its brush only as often as there are colours.
    const byColour = new Map<string, number[]>();
    for (let k = 0; k < of.x.length; k++) {
      const key = colourOf(k, of);
      const list = byColour.get(key);
      if (list) list.push(k);
      else byColour.set(key, [k]);
    }
    const size = Math.max(2.4, 1.5 / (f.scale * view.k));
    for (const [key, list] of byColour) {
      context.fillStyle = key;
      for (const k of list) context.fillRect(of.x[k] - size / 2, of.y[k] - size / 2, size, size);
    }
    if (!opened) return;
    const me = opened.index - of.first;
    if (me < 0 || me >= of.x.length) return;
    for (const circle of circleNames) {
      if (!shown.has(circle)) continue;
      context.beginPath();
      for (const tie of opened.ties) {
        const k = tie.index - of.first;
        if (tie.circle !== circle || k < 0 || k >= of.x.length) continue;
        context.moveTo(of.x[me], of.y[me]);
        context.lineTo(of.x[k], of.y[k]);
      }
      context.strokeStyle = circleColours[circle];
      context.lineWidth = 1.6 / (f.scale * view.k);
      context.stroke();
    }
    context.beginPath();
    context.arc(of.x[me], of.y[me], size * 1.6, 0, 2 * Math.PI);
    context.fillStyle = ink;
    context.fill();
  }

  canvas.addEventListener("click", (event) => {
    if (!data) return;
    const box = canvas.getBoundingClientRect();
    const f = frame();
    const x = ((event.clientX - box.left - view.x) / view.k - width / 2) / f.scale + f.x;
    const y = ((event.clientY - box.top - view.y) / view.k - height / 2) / f.scale + f.y;
    let best = -1;
    let least = (12 / (f.scale * view.k)) ** 2;
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
          of.first + k + 1,
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
    resize(w, h) {
      [width, height] = [w, h];
      draw();
    },
    restyle: draw,
  };
}
