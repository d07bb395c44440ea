import { cornersOf, type Outline } from "../scenario/index.ts";

/** Where an outline is thinned, rings of less than this share of the largest of their community are left out. */
const TINY = 0.001;
/** A ring keeps this many corners. */
const LEAST = 3;

export interface Thinned {
  outlines: readonly (Outline | undefined)[];
  /** Square metres that a corner had to bring out to stay; 0 where all stayed. */
  area: number;
}

/**
 * Outlines with as many corners as there may be, in rounds: those corners go whose triangle with the two beside them is of less
 * than 1 m², then 2, 4, 8 and so on, until few enough are left (after Visvalingam & Whyatt 1993). A corner that two communities
 * share goes in both, and one where more than two lines meet stays, so that neighbours stay neighbours.
 *
 * @param outlines  [community] in whole metres, so that every engine leaves out the same corners
 * @returns undefined if what has to stay is too much
 */
export function thinned(outlines: readonly (Outline | undefined)[], most: number): Thinned | undefined {
  const count = (of: Thinned["outlines"]) => of.reduce((sum, outline = []) => sum + cornersOf(outline), 0);
  if (count(outlines) <= most) return { outlines, area: 0 };
  const large = outlines.map((outline) => outline && withoutTiny(outline));
  const web = new Web(large);
  let area = 0;
  for (let left = count(large); left > most; left -= web.thin(area)) {
    area = Math.max(1, 2 * area);
    if (area > Number.MAX_SAFE_INTEGER) return undefined;
  }
  return { outlines: web.outlines(large), area };
}

/** Twice the signed area of a ring: above 0 where its land lies to the left. */
export function doubleArea(ring: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < ring.length; k += 2) {
    const next = k + 2 < ring.length ? k + 2 : 0;
    sum += ring[k] * ring[next + 1] - ring[next] * ring[k + 1];
  }
  return sum;
}

function withoutTiny(outline: Outline): Outline {
  const areas = outline.map((ring) => Math.abs(doubleArea(ring)));
  const least = TINY * Math.max(...areas);
  return outline.filter((_, k) => areas[k] >= least);
}

/** Corners of all rings, each once, with those beside it. */
class Web {
  private readonly x: number[] = [];
  private readonly y: number[] = [];
  /** [corner] the two beside it; -1 for none. */
  private readonly before: number[] = [];
  private readonly after: number[] = [];
  /** [corner] whether it stays: more than two lines meet there, or a ring ends in it. */
  private readonly fixed: boolean[] = [];
  private readonly gone: boolean[] = [];
  /** [corner] rings through it. */
  private readonly rings: number[][] = [];
  /** [ring] corners that it has left. */
  private readonly left: number[] = [];
  private readonly known = new Map<string, number>();
  /** [community] corners of each ring. */
  private readonly corners: number[][][];

  constructor(outlines: Thinned["outlines"]) {
    this.corners = outlines.map((outline = []) =>
      outline.map((ring) => {
        const ids: number[] = [];
        for (let k = 0; k < ring.length; k += 2) ids.push(this.corner(ring[k], ring[k + 1]));
        const number = this.left.push(ids.length) - 1;
        for (const [k, id] of ids.entries()) {
          const next = ids[k + 1] ?? ids[0];
          this.join(id, next);
          this.join(next, id);
          if (this.rings[id].includes(number)) this.fixed[id] = true;
          else this.rings[id].push(number);
        }
        return ids;
      }),
    );
    for (const [id, other] of this.after.entries()) if (other < 0) this.fixed[id] = true;
  }

  /** Takes out corners that bring out less than an area, m²; returns by how many the rings became shorter. */
  thin(area: number): number {
    let less = 0;
    for (const [id, rings] of this.rings.entries()) {
      if (this.gone[id] || this.fixed[id] || this.triangle(id) >= area || rings.some((ring) => this.left[ring] <= LEAST)) continue;
      const [a, b] = [this.before[id], this.after[id]];
      this.replace(a, id, b);
      this.replace(b, id, a);
      this.gone[id] = true;
      for (const ring of rings) this.left[ring]--;
      less += rings.length;
    }
    return less;
  }

  outlines(given: Thinned["outlines"]): Thinned["outlines"] {
    return given.map(
      (outline, community) =>
        outline && this.corners[community].map((ids) => ids.filter((id) => !this.gone[id]).flatMap((id) => [this.x[id], this.y[id]])),
    );
  }

  private corner(x: number, y: number): number {
    const key = `${x},${y}`;
    const found = this.known.get(key);
    if (found !== undefined) return found;
    this.known.set(key, this.x.length);
    this.y.push(y);
    this.before.push(-1);
    this.after.push(-1);
    this.fixed.push(false);
    this.gone.push(false);
    this.rings.push([]);
    return this.x.push(x) - 1;
  }

  private join(id: number, other: number): void {
    if (this.before[id] === other || this.after[id] === other) return;
    if (this.before[id] < 0) this.before[id] = other;
    else if (this.after[id] < 0) this.after[id] = other;
    else this.fixed[id] = true;
  }

  /** Puts another corner beside one; of one that stays nobody asks what is beside it. */
  private replace(id: number, old: number, other: number): void {
    if (this.before[id] === old) this.before[id] = other;
    else if (this.after[id] === old) this.after[id] = other;
  }

  private triangle(id: number): number {
    const [a, b] = [this.before[id], this.after[id]];
    const { x, y } = this;
    return Math.abs((x[a] - x[id]) * (y[b] - y[id]) - (x[b] - x[id]) * (y[a] - y[id])) / 2;
  }
}
