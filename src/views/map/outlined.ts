import { median } from "d3";
import type { Outline } from "../../scenario/index.ts";
import { distanceToLine, type Edge, extent, type Ground, groundOf, middlesOf, type Parcel, type Point, type Ring } from "./ground.ts";

/** Boundaries of communities, as tables give them. */
export interface GivenOutlines {
  /** [community] metres to the east and to the north; undefined where none is given. */
  outlines: readonly (Outline | undefined)[];
  /** Positions are metres from the same corner; else they are those of a lattice, and of no use beside boundaries. */
  placed: boolean;
}

/** Share of the width of the district in which the land on the other side of an edge is looked for: boundaries need not fit to the metre. */
const BEYOND = 1 / 400;
/** A lot has so much of the land that most communities have. */
const LOT = { placed: 0.25, aside: 0.6 };
const HEXAGON = (3 * Math.sqrt(3)) / 2; // its area with a radius of 1
const ROUND = 24; // corners of a ring that stands for a circle
/** The roomiest place of a parcel is found to this share of its room, from so many squares in a row, quartered so often at most. */
const NEAR = 0.02;
const SQUARES = 100;
const LEVELS = 8;

/**
 * The land of each community by its boundary, smaller ones over larger ones. One without a boundary has a lot, a hexagon: at its
 * position if there are any, else in rows to the south of all.
 *
 * @param x, y         [community] position
 * @param subdistrict  [community]
 */
export function outlinedGround(
  { outlines, placed }: GivenOutlines,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  subdistrict: ArrayLike<number>,
): Ground {
  const lands = outlines.map((outline) => outline?.map(pointsOf));
  const known = lands.flatMap((rings) => (rings ? [Math.abs(areaOf(rings))] : []));
  if (known.length === 0) return groundOf(x, y, subdistrict);
  const lots = lotsOf(lands, median(known) as number, placed ? (k) => [x[k], -y[k]] : undefined);
  const parcels = lands.map((rings, community) => (rings ? parcelOf(community, rings) : lots(community)));
  const area = parcels.map(({ rings }) => Math.abs(areaOf(rings)));
  const order = parcels
    .map(({ community }) => community)
    .sort((a, b) => Number(!lands[a]) - Number(!lands[b]) || area[b] - area[a] || a - b);
  return { parcels, order, ...edgesBetween(parcels, subdistrict), middles: middlesOf(parcels, subdistrict) };
}

function pointsOf(ring: readonly number[]): Ring {
  return Array.from({ length: ring.length / 2 }, (_, k) => [ring[2 * k], -ring[2 * k + 1]] as const);
}

const next = (ring: Ring, k: number): Point => ring[k + 1 < ring.length ? k + 1 : 0];

/** Land less than holes, in square metres. */
function areaOf(rings: readonly Ring[]): number {
  let sum = 0;
  for (const ring of rings) for (const [k, [x, y]] of ring.entries()) sum += x * next(ring, k)[1] - next(ring, k)[0] * y;
  return sum / 2;
}

function parcelOf(community: number, rings: readonly Ring[]): Parcel {
  const { centre, room } = roomiest(rings);
  return { community, rings, heart: circle(centre, room, ROUND), centre, room };
}

const circle = ([x, y]: Point, radius: number, corners: number): Ring =>
  Array.from({ length: corners }, (_, k) => {
    const angle = (2 * Math.PI * k) / corners;
    return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)] as const;
  });

/** Where communities without a boundary are drawn. @param placeOf  undefined if nobody knows */
function lotsOf(
  lands: readonly (readonly Ring[] | undefined)[],
  usual: number,
  placeOf: ((community: number) => Point) | undefined,
): (community: number) => Parcel {
  const points = lands.flatMap((rings) => rings?.flat() ?? []);
  const [west, east] = extent(points.map(([px]) => px));
  const [, south] = extent(points.map(([, py]) => py));
  const radius = Math.sqrt((usual * (placeOf ? LOT.placed : LOT.aside)) / HEXAGON);
  const columns = Math.max(1, Math.floor((east - west) / (2.2 * radius)));
  const row = lands.flatMap((rings, community) => (rings ? [] : [community]));
  return (community) => {
    const at = row.indexOf(community);
    const aside: Point = [west + radius * (1.1 + 2.2 * (at % columns)), south + radius * (1.6 + 2.1 * Math.floor(at / columns))];
    const centre = placeOf?.(community) ?? aside;
    const ring = circle(centre, radius, 6).toReversed();
    return { community, rings: [ring], heart: ring, centre, room: radius * Math.cos(Math.PI / 6) };
  };
}

/** Whether a point lies on land: rings go around it more often to the left than to the right. */
export function liesOn(rings: readonly Ring[], [x, y]: Point): boolean {
  let turns = 0;
  for (const ring of rings)
    for (const [k, [ax, ay]] of ring.entries()) {
      const [bx, by] = next(ring, k);
      if (ay > y === by > y || ax + ((y - ay) / (by - ay)) * (bx - ax) < x) continue;
      turns += by > ay ? 1 : -1;
    }
  return turns !== 0;
}

/** How far it is to the nearest edge; below 0 from outside. */
function roomAt(rings: readonly Ring[], at: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings) for (const [k, from] of ring.entries()) least = Math.min(least, distanceToEdge(at, from, next(ring, k)));
  return liesOn(rings, at) ? least : -least;
}

function distanceToEdge(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((at[0] - from[0]) * dx + (at[1] - from[1]) * dy) / (dx * dx + dy * dy);
  if (along > 0 && along < 1) return distanceToLine(at, from, to);
  const [x, y] = along >= 1 ? to : from;
  return Math.hypot(at[0] - x, at[1] - y);
}

/**
 * The place with the most room around it, for what is written on land of any shape: squares that may hold a better one than the
 * best so far are quartered until none can (the pole of inaccessibility; Garcia-Castellanos & Lombardo 2007 give its use on maps).
 */
export function roomiest(rings: readonly Ring[]): { centre: Point; room: number } {
  const points = rings.flat();
  const [west, east] = extent(points.map(([px]) => px));
  const [north, south] = extent(points.map(([, py]) => py));
  let half = Math.max(Math.min(east - west, south - north), (east - west) / SQUARES, (south - north) / SQUARES) / 2;
  let best = { centre: points[0], room: 0 };
  let squares: { centre: Point; room: number }[] = [];
  const look = (centre: Point) => {
    const room = roomAt(rings, centre);
    if (room > best.room) best = { centre, room };
    squares.push({ centre, room });
  };
  for (let cy = north + half; cy < south + half; cy += 2 * half)
    for (let cx = west + half; cx < east + half; cx += 2 * half) look([cx, cy]);
  for (let level = 0; level < LEVELS && squares.length > 0; level++) {
    const least = best.room * (1 + NEAR);
    const open = squares.filter(({ room }) => room + half * Math.SQRT2 > least);
    squares = [];
    half /= 2;
    if (half * Math.SQRT2 < NEAR * best.room) break;
    for (const {
      centre: [cx, cy],
    } of open)
      for (const [dx, dy] of QUARTERS) look([cx + dx * half, cy + dy * half]);
  }
  return best;
}
const QUARTERS = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
] as const;

/** Edges with another subdistrict a little way beyond them, and those with nobody's land there. */
function edgesBetween(parcels: readonly Parcel[], subdistrict: ArrayLike<number>): Pick<Ground, "borders" | "outline"> {
  const around = parcels.map(({ rings }) => {
    const points = rings.flat();
    return [extent(points.map(([px]) => px)), extent(points.map(([, py]) => py))] as const;
  });
  const width = Math.max(...around.map(([[, east]]) => east)) - Math.min(...around.map(([[west]]) => west));
  const away = width * BEYOND;
  const near =
    ([x, y]: Point) =>
    ([[west, east], [north, south]]: (typeof around)[number]) =>
      x >= west && x <= east && y >= north && y <= south;
  const borders: Edge[] = [];
  const outline: Edge[] = [];
  for (const { community, rings } of parcels)
    for (const ring of rings)
      for (const [k, from] of ring.entries()) {
        const to = next(ring, k);
        const long = Math.hypot(to[0] - from[0], to[1] - from[1]);
        const beyond: Point = [
          (from[0] + to[0]) / 2 - (away * (to[1] - from[1])) / long,
          (from[1] + to[1]) / 2 + (away * (to[0] - from[0])) / long,
        ];
        const isNear = near(beyond);
        const others = parcels.filter((other, at) => other.community !== community && isNear(around[at]) && liesOn(other.rings, beyond));
        if (others.length === 0) {
          if (!liesOn(rings, beyond)) outline.push([from, to]);
        } else if (others.every((other) => subdistrict[other.community] !== subdistrict[community])) borders.push([from, to]);
      }
  return { borders, outline };
}
