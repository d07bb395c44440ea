import { circleColours, circleNames, ink, quiet } from "../palette.ts";
import { folds, heightOfBlocks, type Places, placesOf } from "./blockPlaces.ts";
import { bow, disc, frame, paintBlocks, quarter, together } from "./discs.ts";
import { findingsOf } from "./findings.ts";
import { CIRCLES, circlesOf, type NetworkData, operates, tiesBetween } from "./network.ts";
import type { NetworkWords } from "./networkWords.ts";
import type { Scene, Thing } from "./scene.ts";

const HEAD = 62; // pixels above a layer for its title and two lines
const TITLE = 30; // for its title alone
const TWO = 560; // pixels of width from which two layers stand side by side
const WIDE_EACH = 380; // pixels from which all four do
const LEAST = 120; // pixels that a layer is high at least

/**
 * The same places four times, a circle each: what it holds together, and what would without it.
 *
 * @param terse      all four within the height that there is, with their titles alone
 * @param standsOut  a circle that has a frame
 */
export function layersScene(
  data: NetworkData,
  width: number,
  height: number,
  words: NetworkWords,
  open?: number,
  terse = false,
  standsOut?: number,
): Scene {
  const head = terse ? TITLE : HEAD;
  const across = width >= 4 * WIDE_EACH ? 4 : width >= TWO ? 2 : 1;
  const down = CIRCLES / across;
  const w = width / across;
  const h = terse ? height / down : HEAD + Math.max(LEAST, heightOfBlocks(data, w - 16, height, open, 0)) + 8;
  const tall = down * h;
  const places = placesOf(data, w - 16, h - head - 8, open, 0);
  const bits = circlesOf(data);
  const findings = findingsOf(data);
  const corner = (c: number) => [(c % across) * w + 8, Math.floor(c / across) * h + head] as const;
  const nodes = Array.from({ length: data.kind.length }, (_, k) => k).filter((k) => places.block[k] >= 0 && operates(data, k));
  const small = folds(data) && open === undefined;
  const at = new Map(nodes.map((k, place) => [k, place]));
  const byCircle: number[][] = Array.from({ length: CIRCLES }, () => []);
  for (const e of tiesBetween(data))
    if (places.block[data.source[e]] >= 0 && places.block[data.target[e]] >= 0) byCircle[data.circle[e]].push(e);
  const tiesOf = (k: number, c: number): Thing["ties"] =>
    byCircle[c]
      .filter((e) => data.source[e] === k || data.target[e] === k)
      .map((e) => {
        const other = data.source[e] === k ? data.target[e] : data.source[e];
        return {
          to: c * nodes.length + (at.get(other) as number),
          text: words.tie(c, words.name(data.kind[other], data.index[other])),
        };
      });
  const things: Thing[] = byCircle.flatMap((_, c) =>
    nodes.map((k) => ({
      kind: data.kind[k],
      index: data.index[k],
      x: corner(c)[0] + places.x[k],
      y: corner(c)[1] + places.y[k],
      r: places.r,
      get text() {
        return words.organization(data.index[k], bits[k], [], data.state[k]);
      },
      get ties() {
        return tiesOf(k, c);
      },
    })),
  );
  return {
    things,
    height: tall,
    paint(surface, theme, focus) {
      const picked = focus && things[focus.thing];
      for (let c = 0; c < CIRCLES; c++) {
        const [left, top] = corner(c);
        const colour = circleColours[circleNames[c]][theme];
        const { title, lines } = words.layer(c);
        if (c === standsOut) surface.shape(frame(left - 5, top - head + 2, w - 6, h - 4), { stroke: ink[theme], width: 3 });
        surface.shape(disc(left + 9, top - head + 17, 8), { stroke: quiet[theme], width: 1 });
        surface.shape(quarter(left + 9, top - head + 17, 8, c), { fill: colour });
        surface.text(title, left + 24, top - head + 22, { size: 16, weight: 600, colour: ink[theme] });
        for (const [k, line] of (terse ? [] : lines).entries())
          surface.text(line, left, top - head + 42 + 17 * k, { size: 12.5, colour: quiet[theme] });
        const moved: Places = { ...places, blocks: places.blocks.map((block) => ({ ...block, x: block.x + left, y: block.y + top })) };
        paintBlocks(surface, theme, moved);
        const mine = byCircle[c];
        const isNear = (e: number) => picked !== undefined && [data.source[e], data.target[e]].some((k) => data.index[k] === picked.index);
        const bowOf = (e: number) => {
          const [a, b] = [data.source[e], data.target[e]];
          return bow(left + places.x[a], top + places.y[a], left + places.x[b], top + places.y[b], 1);
        };
        const far = mine.filter((e) => !isNear(e));
        surface.shape(together(far.map(bowOf)), { stroke: colour, width: small ? 0.7 : 1.4, alpha: small ? 0.5 : 0.85 });
        for (const e of mine.filter(isNear)) surface.shape(bowOf(e), { stroke: colour, width: 2.6 });
        const r = Math.max(1.5, places.r * 0.62);
        const discOf = (size: number) => (k: number) => disc(left + places.x[k], top + places.y[k], size);
        const isIn = (k: number) => (bits[k] & (1 << c)) > 0;
        surface.shape(together(nodes.filter((k) => !isIn(k)).map(discOf(r * 0.6))), { stroke: quiet[theme], width: 0.8, alpha: 0.7 });
        surface.shape(together(nodes.filter(isIn).map(discOf(r))), { fill: colour });
        for (const k of nodes) if (picked?.index === data.index[k]) surface.shape(discOf(r + 3)(k), { stroke: ink[theme], width: 2.2 });
      }
    },
    table: () => ({
      columns: words.layerColumns,
      rows: findings.circles.map((of, c) => [
        words.circle(c),
        of.members,
        of.ties,
        of.across,
        of.toOthers,
        of.largest,
        of.largestWithout,
        of.only,
      ]),
    }),
  };
}
