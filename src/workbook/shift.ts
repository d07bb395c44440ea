import { DEGREE, EARTH, type Place } from "./boundaries.ts";

/** How near the mean shift must be to that of GCJ-02, as a share of it. */
const LIKE = 0.5;
/** So many places are needed to speak of a shift. */
const FEWEST = 3;

/**
 * By how many metres boundaries and positions lie apart, if it is as GCJ-02 lies from WGS-84: the maps of the two would not fit.
 *
 * @param places   [community] as its sheet says
 * @param middles  [community] of its boundary
 */
export function shiftBetween(places: readonly (Place | undefined)[], middles: readonly (Place | undefined)[]): number | undefined {
  const shifts: Place[] = [];
  let expected: Place = [0, 0];
  for (const [k, place] of places.entries()) {
    const middle = middles[k];
    if (!place || !middle) continue;
    const across = Math.cos(place[1] * DEGREE);
    shifts.push([(middle[0] - place[0]) * across, middle[1] - place[1]]);
    const [x, y] = shiftOf(place);
    expected = [x * across, y];
  }
  if (shifts.length < FEWEST) return undefined;
  const mean = [0, 1].map((axis) => shifts.reduce((sum, shift) => sum + shift[axis], 0) / shifts.length);
  const size = length(expected);
  const like = [1, -1].some((sign) => length([mean[0] - sign * expected[0], mean[1] - sign * expected[1]]) < LIKE * size);
  return like ? Math.round(length(mean) * DEGREE * EARTH) : undefined;
}

const length = ([x, y]: readonly number[]): number => Math.sqrt(x * x + y * y);

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
