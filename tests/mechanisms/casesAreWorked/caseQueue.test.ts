import { describe, expect, it } from "vitest";
import { CONFLICT, classOfType } from "../../../src/engine/index.ts";
import { mechanisms } from "../../../src/mechanisms/index.ts";
import { only, runWeeks, scenario, small } from "../../support/scenarios.ts";

describe("the queue of matters", () => {
  const work = only("arrivals", "matching", "governmentPurchase", "divideHours", "caseQueue");
  it("takes nothing up without capacity, and everything with plenty", async () => {
    const idle = runWeeks(await small("mechanisms.caseQueue.caseload=0"), 20, work);
    expect(idle.recorder.value("matters_closed_recorded")).toBe(0);
    const quick = runWeeks(await small("mechanisms.caseQueue.caseload=100"), 20, work).world.matters.columns;
    const waiting = Array.from(quick.state).filter((state, q) => state === 0 && quick.raised[q] > 0 && quick.raised[q] < 20);
    expect(waiting).toEqual([]);
  });
  it("settles everything that it closes when success is certain, and nothing when it is impossible", async () => {
    const rate = async (success: number) => {
      const { recorder } = runWeeks(
        await small("population.residents=2500", `mechanisms.caseQueue.success=${success}`, "mechanisms.caseQueue.hardship=0"),
        30,
        work,
      );
      const inAll = (id: "matters_settled_true" | "matters_closed_recorded") =>
        Array.from({ length: 30 }, (_, week) => recorder.value(id, week + 1)).reduce((sum, n) => sum + n, 0);
      return inAll("matters_settled_true") / inAll("matters_closed_recorded");
    };
    expect(await rate(0)).toBe(0);
    const half = await rate(0.5); // less by haste, and by trust that falls with each failure
    expect(half).toBeGreaterThan(0.1);
    expect(half).toBeLessThan(0.75);
    expect(await rate(1)).toBe(1);
  });
});

describe("the hands of workers", () => {
  it("bind: with half of their free hours, what they settle takes longer", async () => {
    const weeks = async (...set: string[]) =>
      runWeeks(
        await scenario("zhonglou-tenth", "population.residents=6585", "population.communities=1", "organizations.count=11", ...set),
        104,
      ).recorder;
    const usual = await weeks();
    const halved = await weeks("mechanisms.workerLoad.tasks=61");
    expect(halved.value("matters_open")).toBeGreaterThan(1.2 * usual.value("matters_open"));
  });
  it("hold severe matters longer, whose hours take more weeks", async () => {
    const run = runWeeks(await scenario("zhonglou-tenth"), 0, mechanisms);
    const served = [0, 0];
    const count = [0, 0];
    for (let week = 1; week <= 40; week++) {
      run.step();
      const m = run.world.matters.columns;
      for (let q = 0; q < run.world.matters.rows; q++) {
        if (classOfType[m.type[q]] !== CONFLICT || m.changed[q] !== week || m.recorded[q] === 0 || m.reopenings[q] > 0) continue;
        const severe = m.severity[q] >= 0.6 ? 1 : 0;
        served[severe] += week - m.raised[q];
        count[severe]++;
      }
    }
    expect(count[0]).toBeGreaterThan(100);
    expect(count[1]).toBeGreaterThan(100);
    expect(served[1] / count[1]).toBeGreaterThan(served[0] / count[0]);
  });
});

describe("the accounts of matters", () => {
  it("record less than all even without what neighbours settle, and never more than left the books", async () => {
    const { recorder } = runWeeks(await scenario("community", "mechanisms.neighbourhoodSettlement.mode=off"), 156);
    const recorded = recorder.value("settlement_rate_recorded");
    expect(recorded).toBeGreaterThan(0.5);
    expect(recorded).toBeLessThan(0.999);
    expect(recorder.value("settlement_rate_true")).toBeGreaterThan(0.5);
  });
});
