import { describe, expect, it } from "vitest";
import { forceLayout } from "../../src/views/index.ts";

/** Two chains of four, starting in one heap. */
const request = () => ({
  positions: Float32Array.from({ length: 16 }, (_, k) => (k * 7) % 11),
  radius: new Float32Array(8).fill(4),
  source: Uint32Array.of(0, 1, 2, 4, 5, 6),
  target: Uint32Array.of(1, 2, 3, 5, 6, 7),
  weak: new Uint8Array(6),
  heat: 1,
});

describe("a layout by forces", () => {
  const settle = () => {
    const layout = forceLayout(request());
    let steps = 1;
    while (layout.step()) steps++;
    return { positions: layout.positions(), steps };
  };

  it("comes to rest with no node on another and neighbours nearer than strangers", () => {
    const { positions, steps } = settle();
    expect(steps).toBeLessThan(400);
    const away = (a: number, b: number) => Math.hypot(positions[a * 2] - positions[b * 2], positions[a * 2 + 1] - positions[b * 2 + 1]);
    for (let a = 0; a < 8; a++) for (let b = 0; b < a; b++) expect(away(a, b)).toBeGreaterThan(8);
    expect(away(0, 1)).toBeLessThan(away(0, 3));
    expect(away(4, 5)).toBeLessThan(away(4, 7));
  });

  it("is the same every time", () => {
    expect(settle().positions).toEqual(settle().positions);
  });
});
