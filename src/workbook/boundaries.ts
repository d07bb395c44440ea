import { geoArea, geoCentroid } from "d3";
import { decode, legible, said } from "../scenario/index.ts";
import { bare } from "./headings.ts";
import type { GivenFile } from "./open.ts";
import type { Remarks } from "./remarks.ts";

/** Longitude and latitude, degrees. */
export type Place = [longitude: number, latitude: number];

interface Feature {
  type: "Feature";
  properties: { name: string };
  geometry: { type: "Polygon"; coordinates: Place[][] } | { type: "MultiPolygon"; coordinates: Place[][][] };
}

const EARTH = 6_371_000; // metres
const DEGREE = Math.PI / 180;
/** Names under which files of boundaries keep that of a community. */
const NAMES = ["name", "NAME", "Name", "名称", "社区", "社区名称", "community"];
const MOST_FEATURES = 2000;
const MOST_POINTS = 500_000;
/** How near the mean shift must be to that of GCJ-02, as a share of it, and how alike the shifts of communities. */
const LIKE = 0.5;

/** Boundaries of communities by name. */
export class Boundaries {
  readonly features: readonly Feature[];
  /** By bare name. */
  readonly centres: ReadonlyMap<string, Place>;
  constructor(features: readonly Feature[]) {
    this.features = features;
    this.centres = new Map(features.map((one) => [bare(one.properties.name), geoCentroid(one as never) as Place]));
  }

  get geojson(): string {
    return JSON.stringify({ type: "FeatureCollection", features: this.features });
  }

  /**
   * Says where boundaries and positions of communities lie apart as GCJ-02 lies from WGS-84: the maps of the two would not fit.
   *
   * @param places  of communities, as their sheet says
   */
  compare(places: readonly (Place | undefined)[], names: readonly string[], remarks: Remarks): void {
    const missing = names.filter((name) => !this.centres.has(name));
    if (missing.length > 0)
      remarks.add(
        "doubt",
        "boundaries",
        -1,
        -1,
        said("boundariesAreMissing", { count: missing.length, first: legible(missing[0]) }),
        said("nameBoundaries"),
      );
    const shifts: Place[] = [];
    let expected: Place = [0, 0];
    for (const [k, place] of places.entries()) {
      const centre = this.centres.get(names[k]);
      if (!place || !centre) continue;
      shifts.push([(centre[0] - place[0]) * Math.cos(place[1] * DEGREE), centre[1] - place[1]]);
      const [x, y] = shiftOf(place);
      expected = [x * Math.cos(place[1] * DEGREE), y];
    }
    if (shifts.length < 3) return;
    const mean = [0, 1].map((axis) => shifts.reduce((sum, shift) => sum + shift[axis], 0) / shifts.length);
    const size = length(expected);
    for (const sign of [1, -1])
      if (length([mean[0] - sign * expected[0], mean[1] - sign * expected[1]]) < LIKE * size)
        remarks.add(
          "doubt",
          "boundaries",
          -1,
          -1,
          said("isShifted", { metres: Math.round(length(mean) * DEGREE * EARTH) }),
          said("shiftBack"),
        );
  }
}

const length = ([x, y]: readonly number[]): number => Math.sqrt(x * x + y * y);

/** Boundaries of rings by the names of their communities. */
export const boundariesOf = (rings: ReadonlyMap<string, Place[]>): Boundaries =>
  new Boundaries(
    [...rings].map(([name, ring]) => ({
      type: "Feature",
      properties: { name },
      geometry: { type: "Polygon", coordinates: [wound(closed(ring))] },
    })),
  );

const closed = (ring: Place[]): Place[] => {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
};

/** d3-geo takes a ring for what lies on its right: one that is wound the other way would be the whole earth but the community. */
const wound = (ring: Place[]): Place[] =>
  geoArea({ type: "Polygon", coordinates: [ring] } as never) > 2 * Math.PI ? [...ring].reverse() : ring;

/** Reads a GeoJSON file of polygons with names. */
export function readBoundaries(file: GivenFile, remarks: Remarks): Boundaries | undefined {
  const fault = (code: "isNoGeoJson" | "hasNoPolygons" | "isTooDetailed") => {
    remarks.add("fault", file.name, -1, -1, said(code), said("saveAsGeoJson"));
    return undefined;
  };
  const decoded = decode(file.bytes);
  if (!decoded.ok) return fault("isNoGeoJson");
  let json: { features?: unknown; crs?: unknown };
  try {
    json = JSON.parse(decoded.text.replace(/^\uFEFF/, ""));
  } catch {
    return fault("isNoGeoJson");
  }
  const list: unknown = json?.features;
  if (!Array.isArray(list) || list.length > MOST_FEATURES) return fault("isNoGeoJson");
  let points = 0;
  const features: Feature[] = [];
  let fromAmap = false;
  for (const one of list as Record<string, any>[]) {
    const properties = (one?.properties ?? {}) as Record<string, unknown>;
    const name = NAMES.map((key) => properties[key]).find((value) => typeof value === "string" && value !== "");
    fromAmap ||= "adcode" in properties || "acroutes" in properties;
    const { type, coordinates } = one?.geometry ?? {};
    const polygons = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : undefined;
    if (typeof name !== "string" || !Array.isArray(polygons) || !polygons.every(isPolygon)) continue;
    points += polygons.flat(2).length;
    if (points > MOST_POINTS) return fault("isTooDetailed");
    features.push({
      type: "Feature",
      properties: { name },
      geometry: {
        type: "MultiPolygon",
        coordinates: (polygons as Place[][][]).map(([outer, ...holes]) => [
          wound(closed(outer.map(flat))),
          ...holes.map((hole) => hole.map(flat)),
        ]),
      },
    });
  }
  if (features.length === 0) return fault("hasNoPolygons");
  const others = list.length - features.length;
  if (others > 0) remarks.add("doubt", file.name, -1, -1, said("hasOthersThanPolygons", { count: others }), said("saveAsGeoJson"));
  if (fromAmap) remarks.add("doubt", file.name, -1, -1, said("isFromAmap"), said("shiftBack"));
  return new Boundaries(features);
}

const flat = ([x, y]: Place): Place => [x, y];

const isPolygon = (rings: unknown): boolean =>
  Array.isArray(rings) &&
  rings.length > 0 &&
  rings.every(
    (ring) =>
      Array.isArray(ring) &&
      ring.length >= 3 &&
      ring.every(
        (at) =>
          Array.isArray(at) &&
          [at[0], at[1]].every((x) => typeof x === "number" && Number.isFinite(x)) &&
          Math.abs(at[0]) <= 180 &&
          Math.abs(at[1]) <= 90,
      ),
  );

/** Metres east and north of the south-west corner of all places, whole, so that every engine has the same. */
export function metresOf(places: readonly Place[]): Place[] {
  const west = Math.min(...places.map(([x]) => x));
  const south = Math.min(...places.map(([, y]) => y));
  const scale = EARTH * DEGREE;
  const across = scale * Math.cos(south * DEGREE);
  return places.map(([x, y]) => [Math.round((x - west) * across), Math.round((y - south) * scale)]);
}

/**
 * By how much GCJ-02, the system of maps published in China, lies from WGS-84 at a place, in degrees: the published
 * approximation of its transformation (eviltransform, github.com/googollee/eviltransform).
 */
export function shiftOf([longitude, latitude]: Place): Place {
  const [x, y] = [longitude - 105, latitude - 35];
  const waves = (a: number) => (20 * Math.sin(6 * a * Math.PI) + 20 * Math.sin(2 * a * Math.PI)) * (2 / 3);
  const root = Math.sqrt(Math.abs(x));
  let north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + waves(x);
  north += (20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * (2 / 3);
  north += (160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * (2 / 3);
  let east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + waves(x);
  east += (20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * (2 / 3);
  east += (150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * (2 / 3);
  const [a, ee] = [6_378_245, 0.006693421622965943];
  const magic = 1 - ee * Math.sin(latitude * DEGREE) ** 2;
  return [
    east / ((a / Math.sqrt(magic)) * Math.cos(latitude * DEGREE) * DEGREE),
    north / (((a * (1 - ee)) / (magic * Math.sqrt(magic))) * DEGREE),
  ];
}
