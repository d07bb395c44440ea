import { geoArea, geoCentroid } from "d3";
import { decode, legible, NO_SUBDISTRICT, type Outline, said } from "../scenario/index.ts";
import { placeKey } from "./headings.ts";
import type { GivenFile } from "./open.ts";
import type { Remarks } from "./remarks.ts";
import { doubleArea } from "./thinned.ts";

/** Longitude and latitude, degrees. */
export type Place = [longitude: number, latitude: number];

/** A polygon: the ring around it, then those of its holes. */
type Polygon = Place[][];

export interface Feature {
  type: "Feature";
  properties: { name: string; subdistrict?: string };
  geometry: { type: "MultiPolygon"; coordinates: Polygon[] };
}

export const EARTH = 6_371_000; // metres
export const DEGREE = Math.PI / 180;
/** Names under which files of boundaries keep that of a community, and of its subdistrict. */
const NAMES = ["name", "NAME", "Name", "名称", "社区", "社区名称", "community"];
const SUBDISTRICTS = ["subdistrict", "街道", "街道镇", "所属街道", "乡镇", "town", "township"];
const MOST_FEATURES = 2000;
const MOST_POINTS = 500_000;
const CORNERS = 3; // of a ring, at the least

/** Boundaries of communities by name. */
export class Boundaries {
  readonly features: readonly Feature[];
  private readonly byName = new Map<string, Feature[]>();
  private readonly taken = new Set<Feature>();
  constructor(features: readonly Feature[]) {
    this.features = features;
    for (const one of features) {
      const name = placeKey(one.properties.name);
      this.byName.set(name, [...(this.byName.get(name) ?? []), one]);
    }
  }

  get geojson(): string {
    return JSON.stringify({ type: "FeatureCollection", features: this.features });
  }

  /** The boundary of a community. @param alone  no other community has its name; else that of its subdistrict is looked for */
  of(name: string, subdistrict: string, alone: boolean): Feature | undefined {
    const found = this.byName.get(placeKey(name)) ?? [];
    const one = alone && found.length === 1 ? found[0] : found.find((each) => inSubdistrict(each) === placeKey(subdistrict));
    if (one) this.taken.add(one);
    return one;
  }

  /** Boundaries that no community has asked for. */
  get nobodys(): Feature[] {
    return this.features.filter((one) => !this.taken.has(one));
  }
}

const inSubdistrict = ({ properties: { subdistrict = NO_SUBDISTRICT } }: Feature): string => placeKey(subdistrict);

/** The middle of a boundary; undefined if it has none, as one around the whole earth. */
export function middleOf(feature: Feature): Place | undefined {
  const middle = geoCentroid(feature as never);
  return middle.every(Number.isFinite) ? middle : undefined;
}

/** Boundaries out of a ring for each community. */
export const boundariesOf = (rings: readonly { name: string; subdistrict: string; ring: Place[] }[]): Boundaries =>
  new Boundaries(
    rings.map(({ name, subdistrict, ring }) => ({
      type: "Feature",
      properties: { name, subdistrict },
      geometry: { type: "MultiPolygon", coordinates: [[wound(closed(ring))]] },
    })),
  );

const closed = (ring: Place[]): Place[] => {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
};

/** d3-geo takes a ring for what lies on its right: one that is wound the other way would be the whole earth but the community. */
const wound = (ring: Place[]): Place[] =>
  geoArea({ type: "Polygon", coordinates: [ring] } as never) > 2 * Math.PI ? [...ring].reverse() : [...ring];

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
    const properties: Record<string, unknown> = typeof one?.properties === "object" ? (one.properties ?? {}) : {};
    const [name, subdistrict] = [NAMES, SUBDISTRICTS].map((keys) => keys.map((key) => properties[key]).find(isName));
    fromAmap ||= "adcode" in properties || "acroutes" in properties;
    const { type, coordinates } = one?.geometry ?? {};
    const polygons = type === "Polygon" ? [coordinates] : type === "MultiPolygon" ? coordinates : undefined;
    if (!isName(name) || !Array.isArray(polygons) || polygons.length === 0 || !polygons.every(isPolygon)) continue;
    points += polygons.flat(2).length;
    if (points > MOST_POINTS) return fault("isTooDetailed");
    features.push({
      type: "Feature",
      properties: { name, ...(isName(subdistrict) ? { subdistrict } : {}) },
      geometry: {
        type: "MultiPolygon",
        coordinates: (polygons as Polygon[]).map(([outer, ...holes]) => [
          wound(closed(outer.map(flat))),
          ...holes.map((hole) => wound(closed(hole.map(flat))).reverse()),
        ]),
      },
    });
  }
  if (features.length === 0) return fault("hasNoPolygons");
  const others = list.length - features.length;
  if (others > 0) remarks.add("doubt", file.name, -1, -1, said("hasOthersThanPolygons", { count: others }), said("saveAsGeoJson"));
  if (fromAmap) remarks.add("doubt", file.name, -1, -1, said("isFromAmap"), said("shiftBack"));
  return new Boundaries(joined(features, file.name, remarks));
}

const isName = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

/** Features of one name and subdistrict become one of several polygons, and that is said. */
function joined(features: readonly Feature[], file: string, remarks: Remarks): Feature[] {
  const found = new Map<string, Feature[]>();
  for (const one of features) {
    const key = `${placeKey(one.properties.name)} ${inSubdistrict(one)}`;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return [...found.values()].map((same) => {
    const [{ properties }] = same;
    if (same.length > 1)
      remarks.add(
        "doubt",
        file,
        -1,
        -1,
        said("isTwiceInBoundaries", { name: legible(properties.name), count: same.length }),
        said("nameBoundariesApart"),
      );
    return { ...same[0], geometry: { type: "MultiPolygon", coordinates: same.flatMap(({ geometry }) => geometry.coordinates) } };
  });
}

const flat = ([x, y]: Place): Place => [x, y];

const isPolygon = (rings: unknown): boolean =>
  Array.isArray(rings) &&
  rings.length > 0 &&
  rings.every(
    (ring) =>
      Array.isArray(ring) &&
      ring.length >= CORNERS &&
      ring.every(
        (at) =>
          Array.isArray(at) &&
          [at[0], at[1]].every((x) => typeof x === "number" && Number.isFinite(x)) &&
          Math.abs(at[0]) <= 180 &&
          Math.abs(at[1]) <= 90,
      ),
  );

/** Metres east and north of the south-west corner of places, whole, so that every engine has the same. */
export function metresFrom(places: readonly Place[]): (place: Place) => Place {
  const west = Math.min(...places.map(([x]) => x));
  const south = Math.min(...places.map(([, y]) => y));
  const scale = EARTH * DEGREE;
  const across = scale * Math.cos(south * DEGREE);
  return ([x, y]) => [Math.round((x - west) * across), Math.round((y - south) * scale)];
}

/** A boundary in metres: its land lies to the left of each ring. Corners that fall on the one before are left out; undefined if nothing is left. */
export function outlineOf({ geometry }: Feature, metres: (place: Place) => Place): Outline | undefined {
  const rings = geometry.coordinates.flatMap((polygon) => {
    const [outer, ...holes] = polygon.map((ring) => cornersApart(ring.map(metres)));
    if (doubleArea(outer.flat()) === 0) return [];
    return [leftOf(outer, 1), ...holes.filter((hole) => doubleArea(hole.flat()) !== 0).map((hole) => leftOf(hole, -1))];
  });
  return rings.length === 0 ? undefined : rings;
}

const cornersApart = (ring: readonly Place[]): Place[] =>
  ring.filter(([x, y], at) => {
    const [beforeX, beforeY] = ring[at === 0 ? ring.length - 1 : at - 1];
    return x !== beforeX || y !== beforeY;
  });

/** A ring wound so that its area has a sign. */
const leftOf = (ring: Place[], sign: 1 | -1): number[] => (doubleArea(ring.flat()) * sign > 0 ? ring : [...ring].reverse()).flat();
