import { expect, it } from "vitest";
import { leastSquares } from "../../src/experiment/index.ts";

it("fits what numpy fits", () => {
  // numpy.linalg.lstsq, and the diagonal of inv(X' X)
  const fit = leastSquares(
    [
      [1, 0, 0],
      [1, 0.5, 1],
      [1, 1, 0],
      [1, 0.25, 1],
      [1, 0.75, 0],
      [1, 0.1, 1],
    ],
    [1, 2.5, 2, 2.1, 1.9, 1.7],
  );
  const close = (numbers: readonly number[] = []) => numbers.map((value) => Number(value.toPrecision(10)));
  expect(close(fit?.coefficients)).toEqual([0.9532976827, 1.165775401, 0.816399287]);
  expect(close(fit?.variances)).toEqual([0.8792335116, 1.604278075, 0.8110516934]);
  expect(fit?.rest).toBeCloseTo(0.07953654, 8);
  expect(fit?.freedom).toBe(3);
});

it("tells nothing of columns that depend on each other, or of fewer rows than columns", () => {
  const rows = [
    [1, 0, 1],
    [1, 1, 0],
    [1, 0.5, 0.5],
    [1, 0.3, 0.7],
  ];
  expect(leastSquares(rows, [1, 2, 3, 4])).toBeUndefined();
  expect(leastSquares([[1, 0]], [1])).toBeUndefined();
});
