import { group } from "d3";
import { circleColours, circleNames, ink, quiet } from "../palette.ts";
import { disc } from "./discs.ts";
import type { NetworkWords } from "./networkWords.ts";
import type { Scene, Thing } from "./scene.ts";
import { rectangle } from "./surface.ts";

/** Who was together in what, quarter by quarter: groups as lists of actors. */
export interface MembershipsData {
  quarters: number;
  kind: ArrayLike<number>;
  index: ArrayLike<number>;
  quarter: ArrayLike<number>;
  hubKind: ArrayLike<number>;
  hub: ArrayLike<number>;
  offsets: ArrayLike<number>;
  members: ArrayLike<number>;
  /** The circle of the ties; none for other groups. */
  circle: number | undefined;
  /** The quarter of the week that is shown. */
  shown: number;
}

const MOST_ROWS = 60;
const ROW = 18;
const NAMES = 130; // pixels for the names of rows
const FOOT = 28;
const YEAR = 4; // quarters
const YEARS_APART = 60; // pixels from the name of a year to the next, at least
const REST = 250; // pixels at the right for what is not shown

/**
 * Memberships over time, after P. Valdivia, P. Buono, C. Plaisant, N. Dufournaud, J.-D. Fekete (2021), Analyzing dynamic
 * hypergraphs with parallel aggregated ordered hypergraph visualization, IEEE TVCG 27(1), 1-13: a row an actor, a column a
 * quarter of a year, a vertical line a group that joins the dots of its members.
 *
 * @param terse  only as many actors as the height has room for, those who were in most groups
 */
export function overTimeScene(data: MembershipsData, width: number, height: number, words: NetworkWords, terse = false): Scene {
  const rows = terse ? Math.max(1, Math.floor((height - 8 - FOOT) / ROW)) : MOST_ROWS;
  const often = new Uint16Array(data.kind.length);
  for (let k = 0; k < data.members.length; k++) often[data.members[k]]++;
  const chosen = Array.from(often, (_, k) => k)
    .sort((a, b) => often[b] - often[a] || a - b)
    .slice(0, rows)
    .sort((a, b) => a - b);
  const row = new Map(chosen.map((actor, k) => [actor, k]));
  const groups = Array.from({ length: data.quarter.length }, (_, g) => ({
    quarter: data.quarter[g],
    all: Array.from({ length: data.offsets[g + 1] - data.offsets[g] }, (_, k) => data.members[data.offsets[g] + k]),
  })).map((of) => ({ ...of, rows: of.all.flatMap((actor) => row.get(actor) ?? []).sort((a, b) => a - b) }));
  const wide = (width - NAMES - 8) / Math.max(1, data.quarters);
  const tall = chosen.length === 0 ? height : 8 + chosen.length * ROW + FOOT;
  const slots = new Array<number>(data.quarters).fill(0);
  const lines = groups.filter(({ rows }) => rows.length > 1).map((of) => ({ ...of, slot: slots[of.quarter]++ }));
  const xOf = ({ quarter, slot }: { quarter: number; slot: number }) => NAMES + wide * (quarter + (slot + 0.5) / slots[quarter]);
  const yOf = (k: number) => 8 + (k + 0.5) * ROW;
  const nameOf = (actor: number) => words.name(data.kind[actor], data.index[actor]);
  const things: Thing[] = chosen.map((actor, k) => ({
    kind: data.kind[actor],
    index: data.index[actor],
    x: NAMES - 8,
    y: yOf(k),
    r: ROW / 2,
    get text() {
      return `${nameOf(actor)}: ${often[actor]}`;
    },
    ties: [],
  }));
  const wires = things.length;
  for (const line of lines)
    things.push({
      kind: data.kind[chosen[line.rows[0]]],
      index: data.index[chosen[line.rows[0]]],
      x: xOf(line),
      y: yOf(line.rows[0]),
      r: 4,
      get text() {
        return `${words.quarter(line.quarter)}: ${line.all.slice(0, 6).map(nameOf).join(", ")}${line.all.length > 6 ? ", …" : ""}`;
      },
      ties: [],
    });
  return {
    things,
    height: tall,
    paint(surface, theme, focus) {
      const colour = data.circle === undefined ? ink[theme] : circleColours[circleNames[data.circle]][theme];
      const bottom = 8 + chosen.length * ROW;
      const rest = !terse && lines.length > 0 && often.length > rows;
      const end = width - (rest ? REST : YEARS_APART);
      for (let q = 0; q < data.quarters; q++) {
        if (q % 2 === 1) surface.shape(rectangle(NAMES + wide * q, 8, wide, bottom - 8), { fill: ink[theme], alpha: 0.035 });
        if (q === data.shown) surface.shape(rectangle(NAMES + wide * q, 4, wide, bottom), { stroke: ink[theme], width: 1.4 });
        if (q % (YEAR * Math.ceil(YEARS_APART / (YEAR * wide))) === 0 && NAMES + wide * q < end)
          surface.text(words.yearOf(q), NAMES + wide * q, bottom + 18, { size: 12, colour: quiet[theme] });
      }
      const picked = focus && things[focus.thing];
      chosen.forEach((actor, k) => {
        const mine = picked?.kind === data.kind[actor] && picked.index === data.index[actor];
        surface.shape(rectangle(NAMES, yOf(k), width - NAMES - 8, 0.5), { fill: quiet[theme], alpha: 0.3 });
        surface.text(nameOf(actor), NAMES - 8, yOf(k) + 4, {
          size: 12,
          colour: mine ? ink[theme] : quiet[theme],
          weight: mine ? 700 : 400,
          anchor: "right",
        });
      });
      const isNear = (line: (typeof lines)[number], k: number) =>
        focus !== undefined && (focus.thing === wires + k || (focus.thing < wires && line.rows.includes(focus.thing)));
      // Of thousands of groups those that look alike are one shape.
      const looks = lines.map((line, k) => ({ line, near: isNear(line, k) }));
      for (const alike of group(looks, ({ line, near }) => `${slots[line.quarter]} ${near}`).values()) {
        const [{ near }] = alike;
        const same = alike.map(({ line }) => line);
        const r = Math.min(3.6, Math.max(1.2, wide / (2.4 * slots[same[0].quarter])));
        const alpha = focus === undefined || near ? 1 : 0.3;
        surface.shape(
          (pen) => {
            for (const line of same) {
              pen.moveTo(xOf(line), yOf(line.rows[0]));
              pen.lineTo(xOf(line), yOf(line.rows[line.rows.length - 1]));
            }
          },
          { stroke: colour, width: near ? 2 : Math.min(1.4, r), alpha },
        );
        surface.shape(
          (pen) => {
            for (const line of same) for (const at of line.rows) disc(xOf(line), yOf(at), near ? r + 1 : r)(pen);
          },
          { fill: colour, alpha },
        );
      }
      if (lines.length === 0) surface.text(words.nothing, width / 2, height / 2, { size: 14, colour: quiet[theme], anchor: "center" });
      else if (rest)
        surface.text(words.more(often.length - rows), width - 8, bottom + 18, { size: 12, colour: quiet[theme], anchor: "right" });
    },
    table: () => ({
      columns: [words.quarterColumn, words.groupColumn, words.membersColumn],
      rows: groups.map(({ quarter, all }, g) => [
        words.quarter(quarter),
        words.name(data.hubKind[g], data.hub[g]),
        all.map(nameOf).join("; "),
      ]),
    }),
  };
}
