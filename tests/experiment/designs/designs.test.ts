import { describe, expect, it } from "vitest";
import {
  grid,
  latinHypercube,
  morris,
  parameterValue,
  placeOf,
  saltelli,
  saltelliRows,
  sobolPoints,
} from "../../../src/experiment/index.ts";

describe("a Latin hypercube", () => {
  it("meets each part of each factor once, and a further factor leaves the others as they are", () => {
    const points = latinHypercube(25, ["a", "b"], "s");
    for (const f of [0, 1]) expect(new Set(points.map((point) => Math.floor(point[f] * 25))).size).toBe(25);
    expect(latinHypercube(25, ["a", "c", "b"], "s").map(([a, , b]) => [a, b])).toEqual(points);
    expect(latinHypercube(25, ["a", "b"], "t")).not.toEqual(points);
  });
});

describe("Sobol' points", () => {
  it("are those of scipy.stats.qmc.Sobol(scramble=False), in the first and in far dimensions", async () => {
    expect((await sobolPoints(8, 5)).slice(2)).toEqual([
      [0.75, 0.25, 0.25, 0.25, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375],
      [0.875, 0.875, 0.125, 0.375, 0.875],
      [0.625, 0.125, 0.875, 0.625, 0.625],
      [0.125, 0.625, 0.375, 0.125, 0.125],
    ]);
    expect((await sobolPoints(8, 300)).slice(5).map((point) => [49, 149, 299].map((f) => point[f]))).toEqual([
      [0.875, 0.625, 0.125],
      [0.625, 0.875, 0.375],
      [0.125, 0.375, 0.875],
    ]);
  });

  it("keep their balance under the shift of a seed: each sixteenth of each factor once, each quarter of each pair once", async () => {
    const points = await sobolPoints(16, 2, "s");
    for (const f of [0, 1]) expect(new Set(points.map((point) => Math.floor(point[f] * 16))).size).toBe(16);
    expect(new Set(points.map(([x, y]) => `${Math.floor(x * 4)} ${Math.floor(y * 4)}`)).size).toBe(16);
    expect(await sobolPoints(16, 2, "t")).not.toEqual(points);
    expect(points.flat().every((u) => u >= 0 && u < 1)).toBe(true);
  });

  it("are refused past the table of direction numbers", async () => {
    await expect(sobolPoints(2, 1001)).rejects.toThrow("at most 1000");
  });
});

it("rows of Saltelli are A, B and A with one column of B after the other", async () => {
  const rows = await saltelli(4, 3, "s");
  expect(rows.length).toBe(saltelliRows(4, 3));
  for (let n = 0; n < 4; n++) {
    const [a, b, ...mixed] = rows.slice(n * 5, n * 5 + 5);
    expect(mixed).toEqual(mixed.map((_, f) => a.map((value, g) => (g === f ? b[g] : value))));
  }
});

/** Axes of so many ranges. */
const ranges = (factors: number) => Array.from({ length: factors }, () => ({ levels: 4, ordered: true }));

describe("trajectories of Morris", () => {
  const steps = (rows: number[][], factors: number) =>
    rows.flatMap((row, r) => (r % (factors + 1) === 0 ? [] : [row.map((value, f) => value - rows[r - 1][f])]));

  it("change one factor at a time by delta, each once, inside the cube", () => {
    const rows = morris(6, ranges(5), "s");
    expect(rows.length).toBe(36);
    expect(rows.flat().every((u) => u >= 0 && u <= 1)).toBe(true);
    const changes = steps(rows, 5);
    for (const change of changes) {
      const moved = change.filter((difference) => difference !== 0);
      expect(moved.length).toBe(1);
      expect(Math.abs(moved[0])).toBeCloseTo(2 / 3, 12);
    }
    for (let t = 0; t < 6; t++) {
      const order = changes.slice(t * 5, t * 5 + 5).map((change) => change.findIndex((difference) => difference !== 0));
      expect(order.toSorted()).toEqual([0, 1, 2, 3, 4]);
    }
  });

  it("lie farther apart when they are chosen among many", () => {
    const factors = 6;
    const spread = (rows: number[][]) => {
      let sum = 0;
      rows.forEach((a, i) => {
        rows.forEach((b, j) => {
          const apart = Math.floor(i / (factors + 1)) !== Math.floor(j / (factors + 1));
          if (apart) sum += Math.hypot(...a.map((value, f) => value - b[f]));
        });
      });
      return sum;
    };
    expect(spread(morris(4, ranges(factors), "s", 60))).toBeGreaterThan(1.05 * spread(morris(4, ranges(factors), "s")));
  });

  it.each([2, 3, 4, 5, 7, 10])(
    "meet each of %i levels as often as the others, ordered or not, and cross half of ordered ones",
    (levels) => {
      for (const ordered of [true, false]) {
        const visits = new Uint32Array(levels);
        morris(3000, [{ levels, ordered }], "s").forEach(([u], row, rows) => {
          visits[Math.round(u * (levels - 1))]++;
          const step = row % 2 === 1 ? Math.abs(u - rows[row - 1][0]) * (levels - 1) : levels / 2;
          if (ordered) expect(Math.abs(step - levels / 2)).toBeLessThan(0.6);
          else expect(step).toBeGreaterThan(0.9);
        });
        for (const count of visits) expect(Math.abs(count * levels - 6000), `${levels} ${ordered}`).toBeLessThan(6000 * 0.25);
      }
    },
  );

  it("chosen among many run each of five options without order", () => {
    const rows = morris(10, [...ranges(3), { levels: 5, ordered: false }], "s", 100);
    expect(new Set(rows.map((row) => row[3])).size).toBe(5);
  });

  it("need two levels to step between", () => {
    expect(() => morris(2, [{ levels: 1, ordered: true }], "s")).toThrow("1 levels");
  });
});

it("a grid holds every combination once, ends included, the last factor fastest", () => {
  expect(grid([2, 3])).toEqual([
    [0, 0],
    [0, 0.5],
    [0, 1],
    [1, 0],
    [1, 0.5],
    [1, 1],
  ]);
  expect(grid([1])).toEqual([[0.5]]);
  expect(() => grid([2, 0])).toThrow("0 levels");
});

describe("the value of a parameter", () => {
  const at = (factor: object, ...points: number[]) =>
    points.map((u) => parameterValue({ path: "p", type: "number", min: 0, max: 10, ...factor }, u));
  it("runs over the prior, or the bounds where there is none", () => {
    expect(at({}, 0, 0.5, 1)).toEqual([0, 5, 10]);
    expect(at({ prior: [2, 4] }, 0, 0.5, 1)).toEqual([2, 3, 4]);
    expect(at({ type: "integer", prior: [2, 4] }, 0, 0.33, 0.34, 0.66, 0.67, 1)).toEqual([2, 2, 3, 3, 4, 4]);
  });
  it("gives every whole number of a Latin hypercube the same weight, the ends too", () => {
    for (const [low, high] of [
      [1, 3],
      [0, 1],
      [-2, 7],
    ]) {
      const count = high - low + 1;
      const met = new Map<unknown, number>();
      for (const [u] of latinHypercube(10 * count, ["f"], "s")) {
        const [value] = at({ type: "integer", prior: [low, high] }, u);
        met.set(value, (met.get(value) ?? 0) + 1);
      }
      expect([...met].sort(([a], [b]) => Number(a) - Number(b))).toEqual(Array.from({ length: count }, (_, k) => [low + k, 10]));
    }
  });
  it("lies in its range between least (0) and largest (1), options without order nowhere", () => {
    const places = (own: object, ...points: number[]) => {
      const factor = { path: "p", type: "number" as const, min: 0, max: 10, ...own };
      return points.map((u) => placeOf(factor, parameterValue(factor, u)));
    };
    expect(places({}, 0, 0.3, 1)).toEqual([0, 0.3, 1]);
    expect(places({ type: "integer", prior: [1, 3] }, 0, 0.5, 1)).toEqual([0, 0.5, 1]);
    expect(places({ options: [1, 2, 5] }, 0, 0.5, 1)).toEqual([0, 0.25, 1]);
    expect(places({ type: "boolean" }, 0, 1)).toEqual([0, 1]);
    expect(places({ type: "choice", options: ["off", "on"] }, 0, 1)).toEqual([0, 1]);
    expect(places({ type: "choice", options: ["off", "on", "placebo"] }, 0, 1)).toEqual([Number.NaN, Number.NaN]);
  });
  it("takes switches and options in equal parts, and every option of a grid once", () => {
    expect(at({ type: "boolean" }, 0, 0.49, 0.5, 1)).toEqual([false, false, true, true]);
    for (let n = 2; n < 40; n++) {
      const options = Array.from({ length: n }, (_, k) => k);
      expect(at({ type: "choice", options }, ...grid([n]).flat())).toEqual(options);
    }
  });
  it("is refused where there is no single range", () => {
    expect(() => at({ type: "numbers" }, 0.5)).toThrow("p has no range");
  });
});
