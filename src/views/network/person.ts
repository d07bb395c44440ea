import { type CircleName, circleColours, circleNames, ink, paper, quiet } from "../palette.ts";
import { disc, paintDiscs, quarter } from "./discs.ts";
import { CIRCLES } from "./network.ts";
import type { NetworkWords } from "./networkWords.ts";
import type { Scene, Thing } from "./scene.ts";
import { rectangle } from "./surface.ts";

/** One agent among four circles, and how these filled and emptied. */
export interface PersonData {
  name: string;
  /** Week that is shown. */
  at: number;
  weeks: ArrayLike<number>;
  /** [week * 4 + circle] */
  circles: ArrayLike<number>;
  others: readonly { circle: CircleName; kind: number; index: number; name: string; core?: boolean }[];
}

const LANE = 34; // pixels of a lane and its gap
const LANES = CIRCLES * LANE + 34;
const NAMES = 118;
const LEAST = 220; // pixels that the circles have at least
const BESIDE = 560; // pixels of width from which there is room beside them
const ROOM_BESIDE = 130; // pixels beside the circles in which their names have room
const SHARE = 0.48; // of the width that they then have

/** Where the circles of a person are drawn, and where their weeks: below, or where that would be too low beside them. */
function halves(width: number, height: number) {
  const beside = height < LEAST + LANES && width >= BESIDE;
  if (beside)
    return { wide: SHARE * width, room: height, left: SHARE * width + NAMES, top: Math.max(0, (height - LANES) / 2), tall: height };
  const room = Math.max(LEAST, Math.min(height - LANES, width));
  return { wide: width, room, left: NAMES, top: room, tall: room + LANES };
}

/** The person in the middle, a quarter a circle, core ties nearer; below or beside, the four circles week by week. */
export function personScene(data: PersonData, width: number, height: number, words: NetworkWords): Scene {
  const { wide, room, left, top, tall } = halves(width, height);
  const [cx, cy] = [wide / 2, room / 2 + 4];
  const reach = Math.min(wide, room) / 2 - 14;
  const mine = Array.from({ length: CIRCLES }, (_, c) => data.others.filter(({ circle }) => circle === circleNames[c]));
  const things: Thing[] = mine.flatMap((others, c) =>
    others.map((other, k) => {
      const [x, y] = placeIn(c, k, others.length, other.core === true, reach);
      return {
        kind: other.kind,
        index: other.index,
        x: cx + x,
        y: cy + y,
        r: Math.max(3, Math.min(7, reach / 28)),
        text: `${words.circle(c)}: ${other.name}`,
        ties: [],
      };
    }),
  );
  const starts = mine.map((_, c) => mine.slice(0, c).reduce((sum, { length }) => sum + length, 0));
  const last = Math.max(1, data.weeks[data.weeks.length - 1]);
  const xOf = (week: number) => left + ((width - left - 60) * week) / last;
  const now = nearest(data.weeks, data.at);
  return {
    things,
    height: tall,
    paint(surface, theme, focus) {
      const grey = quiet[theme];
      for (let c = 0; c < CIRCLES; c++) {
        const colour = circleColours[circleNames[c]][theme];
        surface.shape(quarter(cx, cy, reach, c), { fill: colour, alpha: 0.07 });
        const [dx, dy] = [c % 2 === 0 ? -1 : 1, c < 2 ? -1 : 1];
        // Beside its quarter; where there is no room for that, above or below it, from the edge inwards.
        const beside = wide / 2 - reach > ROOM_BESIDE;
        surface.text(
          `${words.circle(c)} ${mine[c].length}`,
          beside ? cx + dx * (reach + 4) * 0.72 : cx + dx * (wide / 2 - 2),
          cy + dy * (beside ? reach * 0.72 + 12 : reach - 4),
          { size: 13, weight: 600, colour: ink[theme], anchor: dx < 0 === beside ? "right" : "left", halo: paper[theme] },
        );
        for (let k = starts[c]; k < starts[c] + mine[c].length; k++) {
          const { x, y, r } = things[k];
          surface.shape(
            (pen) => {
              pen.moveTo(cx, cy);
              pen.lineTo(x, y);
            },
            { stroke: colour, width: focus?.thing === k ? 2.4 : 0.8, alpha: focus?.thing === k ? 1 : 0.4 },
          );
          surface.shape(disc(x, y, r), { fill: colour });
        }
      }
      const bits = mine.reduce((sum, others, c) => sum | (others.length > 0 ? 1 << c : 0), 0);
      paintDiscs(surface, theme, [{ x: cx, y: cy, bits, state: 0 }], 15, () => true);
      surface.text(data.name, cx, cy + 32, { size: 14, weight: 700, colour: ink[theme], anchor: "center", halo: paper[theme] });
      const picked = focus && things[focus.thing];
      if (picked) surface.shape(disc(picked.x, picked.y, picked.r + 3), { stroke: ink[theme], width: 2 });
      for (let c = 0; c < CIRCLES; c++) {
        const base = top + (c + 1) * LANE;
        const values = Array.from(data.weeks, (_, k) => data.circles[k * CIRCLES + c]);
        const most = Math.max(1, ...values);
        surface.text(words.circle(c), left - 10, base - 4, { size: 12.5, colour: ink[theme], anchor: "right" });
        surface.text(String(values[now]), xOf(last) + 8, base - 4, { size: 13, weight: 700, colour: ink[theme] });
        surface.shape(
          (pen) => {
            pen.moveTo(left, base);
            values.forEach((value, k) => {
              pen.lineTo(xOf(data.weeks[k]), base - ((LANE - 10) * value) / most);
              pen.lineTo(xOf(data.weeks[Math.min(k + 1, values.length - 1)]), base - ((LANE - 10) * value) / most);
            });
            pen.lineTo(xOf(last), base);
            pen.closePath();
          },
          { fill: circleColours[circleNames[c]][theme], alpha: 0.75 },
        );
        surface.shape(rectangle(left, base, xOf(last) - left, 0.7), { fill: grey });
      }
      const foot = top + CIRCLES * LANE;
      surface.shape(rectangle(xOf(data.at) - 0.75, top + 6, 1.5, CIRCLES * LANE - 6), { fill: ink[theme] });
      surface.text(words.week(0), left, foot + 18, { size: 12, colour: grey });
      surface.text(words.week(last), xOf(last), foot + 18, { size: 12, colour: grey, anchor: "right" });
    },
    table: () => ({
      columns: [words.weekColumn, ...Array.from({ length: CIRCLES }, (_, c) => words.circle(c))],
      rows: Array.from(data.weeks, (week, k) => [week, ...Array.from({ length: CIRCLES }, (_, c) => data.circles[k * CIRCLES + c])]),
    }),
  };
}

/** Places in a quarter: rows of arcs from the middle outwards; core ties in the inner half. */
function placeIn(circle: number, k: number, count: number, core: boolean, reach: number): [number, number] {
  const begin = [Math.PI, 1.5 * Math.PI, 0.5 * Math.PI, 0][circle];
  const turn = begin + (Math.PI / 2) * (0.08 + 0.84 * ((k * 0.618034 + 0.31) % 1));
  const away = reach * (core ? 0.42 : 0.56 + 0.38 * Math.sqrt((k + 0.5) / count));
  return [away * Math.cos(turn), away * Math.sin(turn)];
}

function nearest(weeks: ArrayLike<number>, week: number): number {
  let best = 0;
  for (let k = 1; k < weeks.length; k++) if (weeks[k] <= week) best = k;
  return best;
}
