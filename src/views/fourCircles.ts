import type { CircleName } from "./palette.ts";

/** The circles that residents and organizations are in; each has its quarter in every picture. */
export type FourCircle = Exclude<CircleName, "government">;

/** Half the width of the picture of four circles, in its own units, in which everything below is given. */
export const HALF = 300;
const RADIUS = 175;
const OFFSET = 118;
/** From seat to seat: fingers of a phone find them, drawn 358 pixels wide. */
const STEP = 38;
/** Between a seat and the line of a circle; seats keep off the middle, where somebody stands. */
const MARGIN = 13;
const MIDDLE = 52;

/** The four circles around a middle that lies in all of them. */
export const fourCircles: readonly { circle: FourCircle; x: number; y: number; r: number }[] = [
  { circle: "party", x: -OFFSET, y: -OFFSET, r: RADIUS },
  { circle: "acquaintance", x: OFFSET, y: -OFFSET, r: RADIUS },
  { circle: "interest", x: -OFFSET, y: OFFSET, r: RADIUS },
  { circle: "industry", x: OFFSET, y: OFFSET, r: RADIUS },
];

export interface Seat {
  x: number;
  y: number;
}

/** Free seats by the circles that they lie in, those nearest to the heart of these circles first. */
export class Seats {
  private readonly free = new Map<string, Seat[]>();

  constructor() {
    const rise = STEP * Math.sqrt(0.75);
    for (let row = Math.ceil(-HALF / rise); row * rise <= HALF; row++)
      for (let column = Math.ceil(-HALF / STEP) - 1; column * STEP <= HALF; column++)
        this.add(column * STEP + (row % 2 ? STEP / 2 : 0), row * rise);
    for (const [key, seats] of this.free) {
      const heart = heartOf(key.split(" ") as FourCircle[]);
      seats.sort((a, b) => Math.hypot(a.x - heart.x, a.y - heart.y) - Math.hypot(b.x - heart.x, b.y - heart.y));
    }
  }

  /** Takes a seat inside some circles and outside the others; where none is left or there is none, in the first of them. */
  take(circles: readonly FourCircle[]): Seat | undefined {
    const seat = this.of(keyOf(circles)).shift();
    return seat ?? this.of(circles[0]).shift();
  }

  private of = (key: string): Seat[] => this.free.get(key) ?? [];

  private add(x: number, y: number): void {
    if (Math.hypot(x, y) < MIDDLE) return;
    const inside: FourCircle[] = [];
    for (const { circle, x: cx, y: cy, r } of fourCircles) {
      const away = Math.hypot(x - cx, y - cy);
      if (Math.abs(away - r) < MARGIN) return;
      if (away < r) inside.push(circle);
    }
    if (inside.length === 0) return;
    const key = keyOf(inside);
    this.free.set(key, [...this.of(key), { x, y }]);
  }
}

const keyOf = (circles: readonly FourCircle[]): string =>
  fourCircles
    .map(({ circle }) => circle)
    .filter((circle) => circles.includes(circle))
    .join(" ");

/** Where those who are in some circles stand: at the outer side of one circle, at the middle of several. */
function heartOf(circles: readonly FourCircle[]): Seat {
  const of = fourCircles.filter(({ circle }) => circles.includes(circle));
  const [x, y] = [of.reduce((sum, one) => sum + one.x, 0) / of.length, of.reduce((sum, one) => sum + one.y, 0) / of.length];
  return { x, y };
}
