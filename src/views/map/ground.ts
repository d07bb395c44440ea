import { Delaunay, extent as endsOf, group, polygonCentroid } from "d3";

export type Point = readonly [x: number, y: number];

/** Corners, without the first once more. */
export type Ring = readonly Point[];

/** The land of a community. Lengths are those of the places that were given; y grows to the south, as on a screen. */
export interface Parcel {
  community: number;
  /** What is around its land, and around what is not its land inside; land lies to the left of each. */
  rings: readonly Ring[];
  /** A ring around the centre, on its land. */
  heart: Ring;
  centre: Point;
  /** From the centre to the nearest edge: what is written there has so much room. */
  room: number;
}

export type Edge = readonly [from: Point, to: Point];

/** The land of a district. */
export interface Ground {
  /** By community. */
  parcels: readonly Parcel[];
  /** Communities in the order in which to draw them: what lies on top comes last. */
  order: readonly number[];
  /** Between two subdistricts. */
  borders: readonly Edge[];
  /** Around the district. */
  outline: readonly Edge[];
  /** For each subdistrict the community in its middle, where its name stands. */
  middles: ReadonlyMap<number, number>;
}

const RELAXATIONS = 2; // Lloyd's: land of like size; neighbours stay neighbours
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * A district as a schematic: where communities lie to each other is theirs, the shape of their land is drawn around it.
 * The land of each is what lies nearer to it than to any other (a Voronoi tessellation), out to a ring of empty places around the
 * district. It follows from the places alone, so it stays while time moves.
 *
 * @param x, y         [community] place on the ground, to the east and to the north
 * @param subdistrict  [community]
 */
export function groundOf(x: ArrayLike<number>, y: ArrayLike<number>, subdistrict: ArrayLike<number>): Ground {
  const n = x.length;
  if (n === 0) return { parcels: [], order: [], borders: [], outline: [], middles: new Map() };
  let places = apart(Array.from({ length: n }, (_, c) => [x[c], -y[c]] as const));
  const gap = widestGap(places);
  const around = ringAround(places, gap);
  for (let k = 0; k < RELAXATIONS; k++)
    places = cellsOf(places, around, gap).map((corners) => polygonCentroid(corners as [number, number][]));
  const parcels = cellsOf(places, around, gap).map((corners, community) => parcelOf(community, corners));
  const order = parcels.map(({ community }) => community);
  return { parcels, order, ...edgesOf(parcels, subdistrict), middles: middlesOf(parcels, subdistrict) };
}

function parcelOf(community: number, corners: Point[]): Parcel {
  const centre = polygonCentroid(corners as [number, number][]);
  const room = Math.min(...corners.map((corner, k) => distanceToLine(centre, corner, corners[(k + 1) % corners.length])));
  return { community, rings: [corners], heart: corners, centre, room };
}

/** Places that coincide are moved apart a little, in the order of their rows. */
function apart(places: Point[]): Point[] {
  const [west, east] = extent(places.map(([px]) => px));
  const [north, south] = extent(places.map(([, py]) => py));
  const step = (Math.max(east - west, south - north) || 1) / (20 * Math.sqrt(places.length));
  const taken = new Map<string, number>();
  return places.map(([px, py]) => {
    const key = `${px},${py}`;
    const before = taken.get(key) ?? 0;
    taken.set(key, before + 1);
    const away = step * Math.sqrt(before);
    return [px + away * Math.cos(before * GOLDEN), py + away * Math.sin(before * GOLDEN)];
  });
}

/** The widest of the distances from a place to its nearest neighbour. */
function widestGap(places: readonly Point[]): number {
  const gaps = places.map((one, k) => {
    let least = Number.POSITIVE_INFINITY;
    for (const [j, other] of places.entries()) if (j !== k) least = Math.min(least, Math.hypot(one[0] - other[0], one[1] - other[1]));
    return least;
  });
  const widest = Math.max(...gaps);
  return Number.isFinite(widest) ? widest : 1;
}

/** Empty places of a honeycomb around the district, none nearer to a community than the gap between communities. */
function ringAround(places: readonly Point[], gap: number): Point[] {
  const [west, east] = extent(places.map(([px]) => px));
  const [north, south] = extent(places.map(([, py]) => py));
  const step = Math.max(0.6 * gap, Math.max(east - west, south - north) / 60); // a bounded number of them
  const rise = (step * Math.sqrt(3)) / 2;
  const near = new Delaunay(places.flat());
  const ring: Point[] = [];
  for (let row = -Math.ceil((2 * gap) / rise); north + row * rise <= south + 2 * gap; row++) {
    for (let column = -Math.ceil((2 * gap) / step); west + column * step <= east + 2 * gap; column++) {
      const at: Point = [west + (column + (row % 2 === 0 ? 0 : 0.5)) * step, north + row * rise];
      const nearest = places[near.find(at[0], at[1])];
      if (Math.hypot(at[0] - nearest[0], at[1] - nearest[1]) >= gap) ring.push(at);
    }
  }
  return ring;
}

/** The cell of each place among all places and those around them. */
function cellsOf(places: readonly Point[], around: readonly Point[], gap: number): Point[][] {
  const all = [...places, ...around];
  const [west, east] = extent(all.map(([px]) => px));
  const [north, south] = extent(all.map(([, py]) => py));
  const tessellation = new Delaunay(all.flat()).voronoi([west - gap, north - gap, east + gap, south + gap]);
  return places.map((_, k) => (tessellation.cellPolygon(k) as Point[]).slice(0, -1));
}

/** Edges that part subdistricts, and those with nothing on their other side. */
function edgesOf(parcels: readonly Parcel[], subdistrict: ArrayLike<number>): Pick<Ground, "borders" | "outline"> {
  const open = new Map<string, { edge: Edge; community: number }>();
  const borders: Edge[] = [];
  for (const { community, heart } of parcels) {
    heart.forEach((from, k) => {
      const to = heart[(k + 1) % heart.length];
      const key = [from.join(), to.join()].sort().join(" ");
      const other = open.get(key);
      if (other === undefined) open.set(key, { edge: [from, to], community });
      else {
        open.delete(key);
        if (subdistrict[other.community] !== subdistrict[community]) borders.push([from, to]);
      }
    });
  }
  return { borders, outline: [...open.values()].map(({ edge }) => edge) };
}

export function middlesOf(parcels: readonly Parcel[], subdistrict: ArrayLike<number>): Map<number, number> {
  const of = group(parcels, ({ community }) => subdistrict[community]);
  return new Map(
    [...of].map(([id, own]) => {
      const mean = meanOf(own.map(({ centre }) => centre));
      const away = ({ centre }: Parcel) => Math.hypot(centre[0] - mean[0], centre[1] - mean[1]);
      return [id, own.reduce((best, one) => (away(one) < away(best) ? one : best)).community];
    }),
  );
}

const meanOf = (points: readonly Point[]): Point => [
  points.reduce((sum, [px]) => sum + px, 0) / points.length,
  points.reduce((sum, [, py]) => sum + py, 0) / points.length,
];

export const extent = (values: readonly number[]) => endsOf(values) as [number, number];

export function distanceToLine([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0 ? Math.hypot(px - ax, py - ay) : Math.abs((bx - ax) * (py - ay) - (by - ay) * (px - ax)) / length;
}

/** The ground at the size of a drawing, in its middle. */
export function fittedGround(ground: Ground, width: number, height: number, margin: number): Ground {
  const points = ground.parcels.flatMap(({ rings }) => rings.flat());
  if (points.length === 0) return ground;
  const [west, east] = extent(points.map(([px]) => px));
  const [north, south] = extent(points.map(([, py]) => py));
  const scale = Math.max(0, Math.min((width - 2 * margin) / (east - west), (height - 2 * margin) / (south - north)));
  const to = ([px, py]: Point): Point => [width / 2 + scale * (px - (west + east) / 2), height / 2 + scale * (py - (north + south) / 2)];
  const edges = (of: readonly Edge[]): Edge[] => of.map(([from, end]) => [to(from), to(end)]);
  return {
    ...ground,
    parcels: ground.parcels.map((parcel) => ({
      ...parcel,
      rings: parcel.rings.map((ring) => ring.map(to)),
      heart: parcel.heart.map(to),
      centre: to(parcel.centre),
      room: scale * parcel.room,
    })),
    borders: edges(ground.borders),
    outline: edges(ground.outline),
  };
}

/** The parcel that lies nearest in a direction. */
export function parcelTowards(parcels: readonly Parcel[], from: Parcel, [dx, dy]: Point): Parcel | undefined {
  let [best, least]: [Parcel | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const parcel of parcels) {
    const [x, y] = [parcel.centre[0] - from.centre[0], parcel.centre[1] - from.centre[1]];
    const along = x * dx + y * dy;
    if (along <= from.room / 2) continue;
    const away = along + 2 * Math.abs(x * dy) + 2 * Math.abs(y * dx);
    if (away < least) [best, least] = [parcel, away];
  }
  return best;
}

const at = ([x, y]: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;
export const closedPath = (ring: Ring): string => (ring.length === 0 ? "" : `M${ring.map(at).join("L")}Z`);
export const edgesPath = (edges: readonly Edge[]): string => edges.map(([from, to]) => `M${at(from)}L${at(to)}`).join("");

/** The ring around the centre of a parcel, drawn smaller. */
export const inset = ({ heart, centre: [cx, cy] }: Parcel, share: number): Point[] =>
  heart.map(([x, y]) => [cx + share * (x - cx), cy + share * (y - cy)]);
