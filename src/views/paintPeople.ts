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
} from "./palette.ts";

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

/** What decides how residents look. */
interface Look {
  colour: PeopleColour;
  /** Circles whose ties are drawn. */
  shown: ReadonlySet<CircleName>;
  opened: OpenResident | undefined;
  theme: Theme;
  /** Metres of a pixel. */
  pixel: number;
}

/** Paints residents as dots in their buildings into a canvas whose units are metres. */
export function paintPeople(context: CanvasRenderingContext2D, of: PeopleData, look: Look): void {
  const { theme } = look;
  context.fillStyle = line[theme];
  context.globalAlpha = 0.45;
  for (const { x, y } of of.buildings) context.fillRect(x - of.side / 2, y - of.side / 2, of.side, of.side);
  context.globalAlpha = 1;
  paintDots(context, of, look);
  paintOpened(context, of, look);
}

/** Dots of one colour at a time: the canvas changes its brush only as often as there are colours. */
function paintDots(context: CanvasRenderingContext2D, of: PeopleData, { colour, theme, pixel }: Look): void {
  const byColour = new Map<string, number[]>();
  for (let k = 0; k < of.x.length; k++) {
    const key = colourOf(of, k, colour, theme);
    const list = byColour.get(key);
    if (list) list.push(k);
    else byColour.set(key, [k]);
  }
  for (const [key, list] of byColour) {
    context.fillStyle = key;
    for (const k of list) {
      // Never wider than the room of one, so that all stay within their building; those under 18 are small.
      const size = Math.min(of.room[k], Math.max(DOT * of.room[k], LEAST * pixel)) * (of.participation[k] === MINOR ? 0.6 : 1);
      context.fillRect(of.x[k] - size / 2, of.y[k] - size / 2, size, size);
    }
  }
}

function colourOf(of: PeopleData, k: number, colour: PeopleColour, theme: Theme): string {
  if (colour === "member") return memberColours[of.member[k]][theme];
  if (colour === "awareness") return awarenessColours[of.awareness[k]][theme];
  if (colour === "motivation") return scaleColour(of.motivation[k], theme);
  return participationColours[of.participation[k]][theme];
}

/** The ties of the resident who is open, and the resident above them. */
function paintOpened(context: CanvasRenderingContext2D, of: PeopleData, { shown, opened, theme, pixel }: Look): void {
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
