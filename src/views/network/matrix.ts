import { shortened } from "../letters.ts";
import { circleColours, circleNames, ink, paper, quiet } from "../palette.ts";
import { folds } from "./blockPlaces.ts";
import { CIRCLES, joinsTwo, type NetworkData } from "./network.ts";
import type { NetworkWords } from "./networkWords.ts";
import type { Scene, Thing } from "./scene.ts";
import { rectangle } from "./surface.ts";

export type MatrixBy = "community" | "type";
const HEAD = 44;
const LABELS = 92; // pixels beside a matrix for the names of rows
const TYPES = 11;
const LEAST_MATRIX = 150; // pixels of a side
const everyCircle: readonly number[] = Array.from({ length: CIRCLES }, (_, c) => c);

/**
 * Ties between organizations, counted by community (above 24 by subdistrict) or by field, a matrix for each circle in one order.
 *
 * @param circles  those that are shown, beside each other
 */
export function matrixScene(
  data: NetworkData,
  by: MatrixBy,
  width: number,
  height: number,
  words: NetworkWords,
  circles: readonly number[] = everyCircle,
): Scene {
  const { ids, of, name } = orderOf(data, by, words);
  const n = ids.length;
  const at = new Map(ids.map((id, k) => [id, k]));
  const counts = Array.from({ length: CIRCLES }, () => new Uint16Array(n * n));
  for (let e = 0; e < data.source.length; e++) {
    if (data.circle[e] >= CIRCLES || !joinsTwo(data, e)) continue;
    const [a, b] = [of(data.source[e]), of(data.target[e])].map((id) => at.get(id) as number);
    counts[data.circle[e]][a * n + b]++;
    if (a !== b) counts[data.circle[e]][b * n + a]++;
  }
  const across = Math.min(circles.length, width >= 1300 ? 4 : width >= 620 ? 2 : 1);
  const down = circles.length / across;
  const w = width / across;
  const side = Math.max(6, Math.min((w - LABELS - 16) / n, Math.max(LEAST_MATRIX, height / down - HEAD - 12) / n));
  const tall = down * (HEAD + side * n + 12);
  const most = Math.max(1, ...counts.map((matrix) => matrix.reduce((x, y) => Math.max(x, y), 0)));
  const corner = (c: number) => {
    const place = circles.indexOf(c);
    const aside = circles.length === 1 ? Math.max(0, (w - LABELS - side * n) / 2) : 0; // one alone stands in the middle
    return [(place % across) * w + aside + LABELS, Math.floor(place / across) * (HEAD + side * n + 12) + HEAD] as const;
  };
  const cells = circles.flatMap((c) => Array.from(counts[c], (count, k) => ({ c, row: Math.floor(k / n), column: k % n, count })));
  const things: Thing[] = cells
    .filter(({ count, row, column }) => count > 0 && row <= column)
    .map(({ c, row, column, count }) => ({
      kind: -2,
      index: (c * n + row) * n + column,
      x: corner(c)[0] + (column + 0.5) * side,
      y: corner(c)[1] + (row + 0.5) * side,
      r: side / 2,
      text: `${words.circle(c)}: ${name(row)} – ${name(column)}: ${count} ${words.ties}`,
      ties: [],
    }));
  return {
    things,
    height: circles.length === 1 ? Math.max(height, tall) : tall,
    paint(surface, theme, focus) {
      for (const c of circles) {
        const [left, top] = corner(c);
        const total = cells.reduce((sum, cell) => sum + (cell.c === c && cell.row <= cell.column ? cell.count : 0), 0);
        surface.text(`${words.circle(c)}: ${total} ${words.ties}`, left, top - 22, { size: 15, weight: 600, colour: ink[theme] });
        for (let k = 0; k < n; k++) {
          if (side < 12 && k % Math.ceil(12 / side) !== 0) continue;
          surface.text(shortened(name(k), (LABELS - 10) / 12), left - 6, top + (k + 0.5) * side + 4, {
            size: 12,
            colour: quiet[theme],
            anchor: "right",
          });
          if (by === "community" && side >= 14)
            surface.text(String(ids[k]), left + (k + 0.5) * side, top - 5, { size: 12, colour: quiet[theme], anchor: "center" });
        }
        surface.shape(rectangle(left, top, side * n, side * n), { stroke: quiet[theme], width: 0.5 });
      }
      for (const { c, row, column, count } of cells) {
        const [left, top] = corner(c);
        const inset = row === column ? 0.5 : 1;
        if (row === column)
          surface.shape(rectangle(left + column * side, top + row * side, side, side), { fill: quiet[theme], alpha: 0.15 });
        if (count === 0) continue;
        surface.shape(rectangle(left + column * side + inset, top + row * side + inset, side - 2 * inset, side - 2 * inset), {
          fill: circleColours[circleNames[c]][theme],
          alpha: 0.15 + (0.85 * count) / most,
        });
        if (side >= 22)
          surface.text(String(count), left + (column + 0.5) * side, top + (row + 0.5) * side + 4, {
            size: 12,
            anchor: "center",
            colour: ink[theme],
            halo: paper[theme],
          });
      }
      const picked = focus && things[focus.thing];
      if (picked) surface.shape(rectangle(picked.x - side / 2, picked.y - side / 2, side, side), { stroke: ink[theme], width: 2 });
    },
    table: () => ({
      columns: [...words.tieColumns, words.ties],
      rows: cells
        .filter(({ count, row, column }) => count > 0 && row <= column)
        .map(({ c, row, column, count }) => [name(row), name(column), words.circle(c), count]),
    }),
  };
}

function orderOf(data: NetworkData, by: MatrixBy, words: NetworkWords) {
  if (by === "type")
    return { ids: Array.from({ length: TYPES }, (_, k) => k), of: (k: number) => data.type[k], name: (row: number) => words.typeName(row) };
  const folded = folds(data);
  const communities = Array.from({ length: data.subdistrict.length }, (_, c) => c).sort(
    (a, b) => data.subdistrict[a] - data.subdistrict[b] || a - b,
  );
  const ids = folded ? [...new Set(communities.map((c) => data.subdistrict[c]))] : communities;
  return {
    ids,
    of: (k: number) => (folded ? data.subdistrict[data.community[k]] : data.community[k]),
    name: (row: number) => words.blockName(ids[row], folded),
  };
}
