import { expect, it } from "vitest";
import { rankDifferences } from "../../src/pages/laboratory/baseline/rankDifferences.ts";

const weeks = 8;
const series = (value: (k: number) => number) => Array.from({ length: weeks }, (_, k) => value(k));

it("orders by the difference over the spread from week to week; what is zero in one run comes after, what is equal last", () => {
  const even = (k: number) => (k % 2 === 0 ? 1 : -1);
  const first = [
    series((k) => 10 + even(k)), // deviation 1
    series((k) => 100 + 20 * even(k)), // deviation 20
    series(() => 0.5), // equal
    series((k) => 0.3 + 0.01 * even(k)), // zero in the other run alone
    series(() => 0.0001), // never varied
    series(() => Number.NaN),
  ];
  const second = [first[0].map((x) => x + 3), first[1].map((x) => x + 10), first[2], series(() => 0), series(() => 0.0003), first[5]];
  const rows = rankDifferences(first, second, weeks);
  expect(rows.map(({ measure }) => measure)).toEqual([0, 1, 3, 4, 2]);
  expect(rows.map(({ relative }) => relative)).toEqual([3, 0.5, Number.NaN, Number.NaN, Number.NaN]);
  expect(rows[0].difference).toBe(3);
});

it("looks no further than both have come, and at nothing before the first week", () => {
  const [row] = rankDifferences([[1, 2, 3, 50]], [[1, 3, 4]], 3);
  expect([row.first, row.second, row.difference]).toEqual([3, 4, 1]);
  expect(rankDifferences([[1]], [[]], 0)).toEqual([]);
});
