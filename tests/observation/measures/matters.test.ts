import { expect, it } from "vitest";
import { CLOSED, DROPPED, IN_SERVICE, RAISED, SETTLED } from "../../../src/engine/index.ts";
import { handWritten } from "../../support/handWritten.ts";

it("matters: rates over the 26 weeks since the start, spread over two types", async () => {
  const { world, measured } = await handWritten();
  const { matters: m, communities: c, durations } = world.weekTotals;
  m.columns.raised.set([40, 12]);
  const counts = {
    initiated: 13,
    closed: 20,
    left: 28,
    leftRecorded: 18,
    leftSettled: 21,
    settled: 24,
    selfSettled: 6,
    reopened: 13,
    escalated: 26,
  };
  const consultations = { deliberated: 10, consented: 6, voted: 8, invited: 40, attended: 10, accepted: 20, pressed: 3, retracted: 2 };
  for (const [name, count] of Object.entries({ ...counts, ...consultations })) m.columns[name as keyof typeof counts][3] = count;
  c.columns.acceptability[0] = 6;
  c.columns.acceptabilitySquares[0] = 5;
  c.columns.disputesMediated[0] = 3;
  c.columns.careNeeded[0] = 26 * 60 * 1.2; // two hours a week for each thousand of 600 residents
  c.columns.careMinutes[0] = 26 * 60 * 0.3;
  durations.columns.settled[2] = durations.columns.settled[4] = 1;
  const value = measured(26);
  expect(value("matters_raised")).toBe(2);
  expect(value("matters_closed_recorded")).toBe(20 / 26);
  expect(value("matters_settled_true")).toBe(24 / 26);
  // Of what left the books, by its last record.
  expect(value("settlement_rate_recorded")).toBe(18 / 28);
  expect(value("settlement_rate_true")).toBe(21 / 28);
  expect(value("consultation_attendance")).toBe(0.25);
  expect(value("consultation_pressed_share")).toBe(0.15);
  expect(value("consent_retracted_share")).toBe(1 / 3);
  expect(value("matters_reopened")).toBe(0.5);
  expect(value("matters_escalated")).toBe(1);
  expect(value("weeks_to_settle_median")).toBe(3);
  expect(value("deliberated_share")).toBe(0.5);
  expect(value("consent_reached_share")).toBe(0.75);
  expect(value("acceptability_mean")).toBe(0.75);
  expect(value("acceptability_sd")).toBe(0.25);
  expect(value("self_settled_share")).toBe(0.25);
  expect(value("disputes_mediated_per_1000")).toBeCloseTo(10, 12);
  expect(value("care_needed")).toBeCloseTo(2, 12);
  expect(value("care_met_share")).toBe(0.25);
  expect(value("resident_initiated_share")).toBe(0.25);
});

it("open matters are neither recorded as closed, settled nor dropped", async () => {
  const { world, measured } = await handWritten();
  for (const state of [RAISED, IN_SERVICE, CLOSED, SETTLED, DROPPED]) {
    const q = world.matters.add();
    world.matters.columns.state[q] = state;
  }
  expect(measured(1)("matters_open")).toBe(2);
});

it("more decided than closed is no share above 1", async () => {
  const { world, measured } = await handWritten();
  world.weekTotals.matters.columns.deliberated[0] = 3;
  world.weekTotals.matters.columns.closed[0] = 2;
  expect(measured(1)("deliberated_share")).toBe(1);
});
