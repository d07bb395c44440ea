import { describe, expect, it } from "vitest";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { matterCounts, measures, Recorder } from "../../src/observation/index.ts";
import type { Column } from "../../src/population/index.ts";
import { tellSaid } from "../../src/words/index.ts";
import { runWeeks, small } from "../support/scenarios.ts";

describe("the recorder", async () => {
  const run = runWeeks(await small("population.residents=2000", "organizations.count=30"), 60);
  const { recorder, world } = run;

  it("keeps every share between 0 and 1", () => {
    for (const { id, unit } of measures.filter(({ unit }) => unit.startsWith("share") || unit === "0-1")) {
      for (let week = 1; week <= 60; week++) {
        const value = recorder.value(id, week);
        if (Number.isNaN(value)) continue;
        expect(value, `${id} (${unit}) in week ${week}`).toBeGreaterThanOrEqual(-1e-9);
        expect(value, `${id} (${unit}) in week ${week}`).toBeLessThanOrEqual(1 + 1e-9);
      }
    }
  });

  it("writes one and the same NaN where there is nothing to measure", () => {
    const values = recorder.values.slice(0, 60 * measures.length);
    const bits = new BigUint64Array(values.buffer);
    const nothing = [...values.keys()].filter((k) => Number.isNaN(values[k]));
    expect(nothing.length).toBeGreaterThan(0);
    for (const k of nothing) expect(bits[k]).toBe(0x7ff8000000000000n);
  });

  it("counts participation as a recount of the residents does", () => {
    const r = world.residents.columns;
    let [adults, took] = [0, 0];
    for (let i = 0; i < world.residents.rows; i++) {
      if (r.age[i] < 18) continue;
      adults++;
      if (Math.max(r.lastGovernance[i], r.lastVolunteering[i]) > 60 - 52) took++;
    }
    expect(recorder.value("participation_rate")).toBe(took / adults);
  });

  it("never lets formal coverage be less than functional", () => {
    for (let week = 1; week <= 60; week++) {
      expect(recorder.value("coverage_formal", week)).toBeGreaterThanOrEqual(recorder.value("coverage_functional", week));
      const parts = (["own", "joint", "dispatched"] as const).reduce((sum, form) => sum + recorder.value(`coverage_${form}`, week), 0);
      expect(recorder.value("coverage_formal", week)).toBeCloseTo(parts, 12);
    }
  });

  it("reports as many matters raised over the year as were brought, of all occasions", () => {
    const upTo = (week: number) => {
      let sum = 0;
      for (let w = 0; w < week; w++) for (let type = 0; type < 16; type++) sum += recorder.matters[(w * 16 + type) * matterCounts.length];
      return sum;
    };
    expect(upTo(60)).toBeLessThan(world.district.columns.matters[0]);
    expect(upTo(60)).toBeGreaterThan(world.district.columns.matters[0] / 2);
    expect(recorder.value("matters_raised") * 52).toBeCloseTo(upTo(60) - upTo(8), 6);
  });

  it("goes on from its parts to the same bits, in the year that it was stopped and in the next", async () => {
    const of = await small();
    const stopped = runWeeks(of, 40);
    const bytes = stopped.checkpoint("0");
    const resumed = Run.resume(bytes, mechanisms);
    if (!resumed.ok) throw new Error(tellSaid("en", resumed.message));
    for (let week = 40; week < 106; week++) for (const one of [stopped, resumed.run]) one.step();
    for (const [k, { name, values }] of stopped.recorder.parts().entries()) {
      const other = resumed.run.recorder.parts()[k];
      expect(other.name).toBe(name);
      expect(other.values, name).toEqual(values);
    }
  });

  it("refuses each of its parts that is missing, too short or of another type", () => {
    const parts = recorder.parts();
    const restored = (change: (kept: Map<string, Column>) => void) => {
      const kept = new Map<string, Column>(parts.map(({ name, values }) => [name, values as Column]));
      change(kept);
      return () => new Recorder(world, 60).restore(kept, 60);
    };
    expect(restored(() => {})).not.toThrow();
    expect(parts.length).toBe(13);
    for (const { name, values } of parts) {
      expect(restored((kept) => kept.delete(name))).toThrow(name);
      expect(restored((kept) => kept.set(name, values.slice(1) as Column))).toThrow(name === "firstTieStart" ? /first/ : name);
      expect(restored((kept) => kept.set(name, Int16Array.from(values)))).toThrow(name);
    }
  });

  it("remembers ties of the start", () => {
    expect(recorder.value("acquaintance_retention_since_start", 1)).toBe(1);
    expect(recorder.value("acquaintance_retention_since_start", 52)).toBeGreaterThan(0.8);
    expect(recorder.value("acquaintance_retention_since_start", 52)).toBeLessThan(0.97);
  });
});

it("every measure has one id", () => {
  expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
});
