import { circleColours, circleNames, ink, paper, quiet, type Theme } from "../palette.ts";
import { type Block, folds, heightOfBlocks, type Places, placesOf } from "./blockPlaces.ts";
import { bow, disc, nameBlocks, paintBlocks, paintDiscs } from "./discs.ts";
import { CIRCLES, COMMUNITY, circlesOf, type NetworkData, ORGANIZATION, operates, tieKey, tiesBetween } from "./network.ts";
import type { NetworkWords } from "./networkWords.ts";
import type { Scene, Thing } from "./scene.ts";
import type { Surface } from "./surface.ts";

/** More ties between organizations than this are drawn as ribbons between blocks. */
const MOST_ARCS = 300;
const WIDEST = 16; // pixels of a ribbon
/** Roles are letters in discs of at least this radius on the screen. */
const LETTERS = 16;
/** With more arcs than this they are drawn thinner. */
const CROWDED = 120;

export interface BlocksData {
  now: NetworkData;
  /** Another week or world that it is compared with. */
  before?: NetworkData | undefined;
  shown: ReadonlySet<number>;
  /** The subdistrict that is open, where blocks fold. */
  open?: number | undefined;
}

type Standing = "kept" | "lost" | "gained";
interface Arc {
  from: number;
  to: number;
  circle: number;
  standing: Standing;
}

/**
 * Communities as blocks, organizations as discs of four quarters, their ties as arcs; or what changed of that.
 *
 * @param whole  it fills the height that there is
 */
export function blocksScene(
  { now, before, shown, open }: BlocksData,
  width: number,
  room: number,
  words: NetworkWords,
  whole = false,
): Scene {
  const data = before ? merged(now, before) : now;
  const height = whole ? room : heightOfBlocks(data, width, room, open);
  const places = placesOf(data, width, height, open);
  const bits = circlesOf(now);
  const arcs = arcsOf(now, data, before).filter(({ circle }) => shown.has(circle));
  const drawn = arcs.filter(({ from, to }) => places.block[from] >= 0 && places.block[to] >= 0);
  const things = thingsOf(data, places, now, bits, drawn, words);
  const open1 = folds(data) && open === undefined;
  for (const [k, { id, subdistrict, x, y, r }] of places.blocks.entries()) {
    things.list.push({
      kind: subdistrict ? -1 : COMMUNITY,
      index: id,
      x,
      y,
      r,
      get text() {
        const inside = places.block.reduce((sum, block, n) => sum + (block === k && operates(data, n) ? 1 : 0), 0);
        return words.block(id, subdistrict, inside);
      },
      ties: [],
    });
  }
  const many = drawn.length > MOST_ARCS;
  const crowded = drawn.length > CROWDED;
  const ribbons = ribbonsOf(now, data, places, many ? drawn : [], before === undefined && !open1, shown);
  const most = Math.max(1, ...ribbons.map(({ count }) => count));
  return {
    things: things.list,
    height,
    paint(surface, theme, focus) {
      paintBlocks(surface, theme, places);
      for (const { a, b, circle, count, thin } of ribbons) {
        const [from, to] = [places.blocks[a], places.blocks[b]];
        const style = {
          stroke: circleColours[circleNames[circle]][theme],
          width: Math.max(1, (WIDEST * count) / most),
          alpha: thin ? 0.16 : 0.5,
        };
        surface.shape(bow(from.x, from.y, to.x, to.y, circle), style);
      }
      const near = focus ? things.arcs[focus.thing] : undefined;
      if (!many)
        for (const arc of drawn)
          paintArc(
            surface,
            theme,
            places,
            arc,
            near === undefined ? (before === undefined && crowded ? 0.6 : 1) : 0.2,
            before === undefined && crowded ? 1 : undefined,
          );
      if (near)
        for (const arc of near) paintArc(surface, theme, places, arc, 1, focus?.tie !== undefined && near[focus.tie] === arc ? 4 : 2.4);
      const discs = things.nodes.map((k) => ({
        x: places.x[k],
        y: places.y[k],
        bits: k < bits.length ? bits[k] : 0,
        state: data.state[k],
      }));
      paintDiscs(surface, theme, discs, places.r, (c) => shown.has(c));
      const picked = focus && things.list[focus.thing];
      if (picked) surface.shape(disc(picked.x, picked.y, picked.r + 2.5), { stroke: ink[theme], width: 2.4 });
      if (places.r * surface.scale > LETTERS)
        for (const k of things.nodes)
          if (operates(data, k))
            surface.text(words.roleLetter(data.role[k]), places.x[k], places.y[k] + places.r * 0.35, {
              size: places.r,
              weight: 700,
              anchor: "center",
              colour: ink[theme],
              halo: paper[theme],
            });
      nameBlocks(surface, theme, places, width, ({ id, subdistrict }) => words.blockName(id, subdistrict));
      if (places.blocks.length === 0)
        surface.text(words.nothing, width / 2, height / 2, { size: 14, colour: quiet[theme], anchor: "center" });
    },
    table: () => ({
      columns: before ? [...words.tieColumns, words.standingColumn] : [...words.tieColumns, words.sinceColumn],
      rows: before
        ? arcs.map(({ from, to, circle, standing }) => [
            nameIn(data, from, words),
            nameIn(data, to, words),
            words.circle(circle),
            words.standing[standing],
          ])
        : rowsOf(now, shown, words),
    }),
  };
}

/** All ties through the circles that are shown, those to others than organizations too. */
const rowsOf = (data: NetworkData, shown: ReadonlySet<number>, words: NetworkWords) =>
  Array.from({ length: data.source.length }, (_, e) => e)
    .filter((e) => shown.has(data.circle[e]) || data.circle[e] >= CIRCLES)
    .map((e) => [nameIn(data, data.source[e], words), nameIn(data, data.target[e], words), words.circle(data.circle[e]), data.since[e]]);

const nameIn = (data: NetworkData, k: number, words: NetworkWords) => words.name(data.kind[k], data.index[k]);

function paintArc(
  surface: Surface,
  theme: Theme,
  { x, y }: Places,
  { from, to, circle, standing }: Arc,
  alpha: number,
  width = standing === "gained" ? 2.4 : 1.4,
): void {
  surface.shape(bow(x[from], y[from], x[to], y[to], circle), {
    stroke: circleColours[circleNames[circle]][theme],
    width: standing === "lost" ? 1.2 : width,
    ...(standing === "lost" ? { dash: [1.5, 4] } : {}),
    alpha: standing === "lost" ? 0.85 * alpha : alpha,
  });
}

/** Organizations that are in the picture, in the order of blocks, with their arcs. */
function thingsOf(data: NetworkData, places: Places, now: NetworkData, bits: Uint8Array, arcs: readonly Arc[], words: NetworkWords) {
  const nodes = Array.from({ length: data.kind.length }, (_, k) => k)
    .filter((k) => places.block[k] >= 0)
    .sort((a, b) => places.block[a] - places.block[b] || a - b);
  const at = new Map(nodes.map((k, place) => [k, place]));
  const mine: Arc[][] = nodes.map(() => []);
  for (const arc of arcs) for (const end of [arc.from, arc.to]) mine[at.get(end) as number].push(arc);
  const list: Thing[] = nodes.map((k, place) => ({
    kind: data.kind[k],
    index: data.index[k],
    x: places.x[k],
    y: places.y[k],
    r: places.r,
    get text() {
      const counts = new Array<number>(CIRCLES).fill(0);
      for (const { circle, standing } of mine[place]) if (standing !== "lost") counts[circle]++;
      return words.organization(data.index[k], k < now.kind.length ? bits[k] : 0, counts, data.state[k]);
    },
    get ties() {
      return mine[place].map(({ from, to, circle }) => {
        const other = from === k ? to : from;
        return { to: at.get(other) as number, text: words.tie(circle, nameIn(data, other, words)) };
      });
    },
  }));
  return { nodes, list, arcs: mine };
}

interface Ribbon {
  a: number;
  b: number;
  circle: number;
  count: number;
  /** Of ties of organizations to communities that are not their own; the others are of ties between organizations. */
  thin: boolean;
}

/** Ties between blocks, counted: those of organizations to communities elsewhere, and those that are too many to be drawn one by one. */
function ribbonsOf(
  now: NetworkData,
  data: NetworkData,
  places: Places,
  many: readonly Arc[],
  toCommunities: boolean,
  shown: ReadonlySet<number>,
): Ribbon[] {
  const found = new Map<string, Ribbon>();
  const add = (one: number, other: number, circle: number, thin: boolean) => {
    if (one === other || one < 0 || other < 0) return;
    const [a, b] = one < other ? [one, other] : [other, one];
    const key = `${a} ${b} ${circle} ${thin}`;
    const ribbon = found.get(key) ?? { a, b, circle, count: 0, thin };
    ribbon.count++;
    found.set(key, ribbon);
  };
  for (const { from, to, circle } of many) add(places.block[from], places.block[to], circle, false);
  if (!toCommunities) return [...found.values()];
  const home = new Map(places.blocks.map(({ id }, k) => [id, k]));
  for (let e = 0; e < now.source.length; e++) {
    const [community, organization] = [now.source[e], now.target[e]];
    if (data.kind[community] !== COMMUNITY || places.block[organization] < 0 || !shown.has(now.circle[e]) || now.circle[e] >= CIRCLES)
      continue;
    add(home.get(data.index[community]) ?? -1, places.block[organization], now.circle[e], true);
  }
  return [...found.values()];
}

function arcsOf(now: NetworkData, data: NetworkData, before: NetworkData | undefined): Arc[] {
  const place = new Map<number, number>();
  for (let k = 0; k < data.kind.length; k++) if (data.kind[k] === ORGANIZATION) place.set(data.index[k], k);
  const arcOf = (of: NetworkData, e: number, standing: Standing): Arc => {
    const [from, to] = [of.source[e], of.target[e]].map((k) => place.get(of.index[k]) as number);
    return { from, to, circle: of.circle[e], standing };
  };
  const [later, earlier] = [keyedTies(now), before && keyedTies(before)];
  const arcs = Array.from(later, ([key, e]) => arcOf(now, e, earlier === undefined || earlier.has(key) ? "kept" : "gained"));
  if (before === undefined || earlier === undefined) return arcs;
  const lost = [...earlier].flatMap(([key, e]) => (later.has(key) ? [] : [arcOf(before, e, "lost")]));
  return [...lost, ...arcs];
}

const byKey = new WeakMap<NetworkData, ReadonlyMap<string, number>>();

/** Ties between two organizations through the four circles, by what makes them the same in every week and world. */
function keyedTies(of: NetworkData): ReadonlyMap<string, number> {
  const known = byKey.get(of);
  if (known) return known;
  const ties = new Map(Array.from(tiesBetween(of), (e) => [tieKey(of, e), e]));
  byKey.set(of, ties);
  return ties;
}

/** The nodes of both, those of the first under their own numbers; one that only the other has has closed. */
function merged(now: NetworkData, before: NetworkData): NetworkData {
  const there = new Set(Array.from({ length: now.kind.length }, (_, k) => `${now.kind[k]}:${now.index[k]}`));
  const more = Array.from({ length: before.kind.length }, (_, k) => k).filter(
    (k) => operates(before, k) && !there.has(`${before.kind[k]}:${before.index[k]}`),
  );
  const joined = (of: (data: NetworkData) => ArrayLike<number>) => [...Array.from(of(now)), ...more.map((k) => of(before)[k])];
  return {
    ...now,
    kind: joined((data) => data.kind),
    index: joined((data) => data.index),
    community: joined((data) => data.community),
    place: joined((data) => data.place),
    placeInSubdistrict: joined((data) => data.placeInSubdistrict),
    role: joined((data) => data.role),
    type: joined((data) => data.type),
    state: [...Array.from(now.state), ...more.map(() => 2)],
    ever: Array.from(now.ever, (count, c) => Math.max(count, before.ever[c])),
  };
}

/** What became of the ties between organizations from one week or world to another, by circle. */
export function changeOf(now: NetworkData, before: NetworkData): Readonly<Record<Standing, number>>[] {
  const counts = Array.from({ length: CIRCLES }, () => ({ kept: 0, lost: 0, gained: 0 }));
  for (const { circle, standing } of arcsOf(now, merged(now, before), before)) counts[circle][standing]++;
  return counts;
}

export type { Block };
