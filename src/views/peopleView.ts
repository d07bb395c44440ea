import { select, zoom, zoomIdentity } from "d3";
import { fitted, sayOnCanvas } from "./chart.ts";
import type { Figure } from "./figure.ts";
import {
  awarenessColours,
  type CircleName,
  circleColours,
  circleNames,
  ink,
  line,
  memberColours,
  paper,
  participationColours,
  scaleColour,
  type Theme,
  themeOf,
} from "./palette.ts";
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
  /** [resident] metres to the next. */
  room: ArrayLike<number>;
  buildings: readonly { x: number; y: number; estate: number }[];
  /** Side of a building. */
  side: number;
}
export type PeopleColour = "participation" | "member" | "awareness" | "motivation";

/** Ties of the resident who is open: others by circle. */
export interface OpenResident {
  index: number;
  ties: readonly { circle: CircleName; index: number }[];
}

const MINOR = 0; // of the codes of participation
const DOT = 0.62; // of the room of a resident
const LEAST = 1.5; // pixels on a side of a dot, where there is room

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

  function colourOf(k: number, of: PeopleData, theme: Theme): string {
    if (colour === "member") return memberColours[of.member[k]][theme];
    if (colour === "awareness") return awarenessColours[of.awareness[k]][theme];
    if (colour === "motivation") return scaleColour(of.motivation[k], theme);
    return participationColours[of.participation[k]][theme];
  }

  function draw(): void {
    const context = fitted(canvas, width, height);
    context.clearRect(0, 0, width, height);
    if (!data) return;
    const of = data;
    const theme = themeOf(node);
    if (of.x.length === 0) {
      sayOnCanvas(context, options.nothing, width, height, theme);
      return;
    }
    const f = frame();
    context.translate(view.x, view.y);
    context.scale(view.k, view.k);
    context.translate(width / 2, height / 2);
    context.scale(f.scale, f.scale);
    context.translate(-f.x, -f.y);
    context.fillStyle = line[theme];
    context.globalAlpha = 0.45;
    for (const { x, y } of of.buildings) context.fillRect(x - of.side / 2, y - of.side / 2, of.side, of.side);
    context.globalAlpha = 1;
    // Dots of one colour at a time: the canvas changes its brush only as often as there are colours.
    const byColour = new Map<string, number[]>();
    for (let k = 0; k < of.x.length; k++) {
      const key = colourOf(k, of, theme);
      const list = byColour.get(key);
      if (list) list.push(k);
      else byColour.set(key, [k]);
    }
    const pixel = 1 / (f.scale * view.k);
    for (const [key, list] of byColour) {
      context.fillStyle = key;
      for (const k of list) {
        // Never wider than the room of one, so that all stay within their building; those under 18 are small.
        const size = Math.min(of.room[k], Math.max(DOT * of.room[k], LEAST * pixel)) * (of.participation[k] === MINOR ? 0.6 : 1);
        context.fillRect(of.x[k] - size / 2, of.y[k] - size / 2, size, size);
      }
    }
    drawOpened(context, of, theme, pixel);
  }

  /** The ties of the resident who is open, and the resident above them. */
  function drawOpened(context: CanvasRenderingContext2D, of: PeopleData, theme: Theme, pixel: number): void {
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
      context.strokeStyle = circleColours[circle][theme];
      context.lineWidth = 1.8 * pixel;
      context.stroke();
    }
    context.beginPath();
    context.arc(of.x[me], of.y[me], Math.max(of.room[me], 4 * pixel), 0, 2 * Math.PI);
    context.fillStyle = ink[theme];
    context.fill();
    context.strokeStyle = paper[theme];
    context.lineWidth = 1.5 * pixel;
    context.stroke();
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
    resize(w, h) {
      [width, height] = [w, h];
      draw();
    },
    restyle: draw,
  };
}
