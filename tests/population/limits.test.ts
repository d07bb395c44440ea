import { describe, expect, it } from "vitest";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { BeyondMeans, column, limits, Table } from "../../src/population/index.ts";
import { Draws, drawKey } from "../../src/random/index.ts";
import { scenario } from "../support/scenarios.ts";

describe("a run that grows beyond its means", () => {
  it("ends with a message: week, what came to be too many, how many there may be, what would be right", async () => {
    const of = await scenario(
      "community",
      "weeks=104",
      "mechanisms.densityDependence.legitimation=10",
      "mechanisms.densityDependence.competition=0",
      "mechanisms.densityDependence.founding=1",
    );
    const run = Run.start(of, mechanisms);
    let told: unknown;
    try {
      while (run.world.week < of.weeks) run.step();
    } catch (error) {
      told = error;
    }
    expect(told).toBeInstanceOf(BeyondMeans);
    expect((told as BeyondMeans).message).toMatch(
      /^week \d+: organizations come to more than 100,000, .* Lower what founds them, such as mechanisms.densityDependence.founding/,
    );
  });

  it("is told by every table that grows, when the row beyond is added", () => {
    for (const [name, { rows }] of Object.entries(limits)) {
      const table = new Table(name, { flag: column("u8", "flag", "") }, rows - 1);
      expect(table.add()).toBe(rows - 1);
      expect(() => table.add(), name).toThrow(`${name} come to more than ${rows.toLocaleString("en-US")}`);
      expect(table.rows).toBe(rows);
    }
  });

  it("draws how many there come to be in bounded time, however many", () => {
    const draws = new Draws(drawKey("1"), "founding");
    expect(draws.poisson(0, 1e12)).toBe(1e12);
    expect(draws.poisson(0, Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  });
});
