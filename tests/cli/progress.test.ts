import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { progressLines } from "../../src/cli/progress.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

it("a log gets a line after ten seconds and then every minute, with what is left, and none for what is done before", () => {
  const lines: string[] = [];
  const progress = progressLines((line) => lines.push(line), 400, "Rigidity", "runs");
  progress.update(10, "60 a minute");
  vi.advanceTimersByTime(9_999);
  expect(lines).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(lines).toEqual(["Rigidity: 10 of 400 runs after 10 s, 60 a minute, about 7 min left"]);
  vi.advanceTimersByTime(30_000);
  progress.update(100, "", 200);
  vi.advanceTimersByTime(30_000);
  expect(lines.slice(1)).toEqual(["Rigidity: 100 of 200 runs after 70 s, about 67 s left"]);
  vi.advanceTimersByTime(60_000); // nothing new: it is still there
  expect(lines.slice(2)).toEqual(["Rigidity: 100 of 200 runs after 2 min"]);
  progress.stop();
  vi.advanceTimersByTime(1e6);
  expect(lines.length).toBe(3);
});

it("a log is told what the command itself knows of the time that is left, and nothing while it knows nothing", () => {
  const lines: string[] = [];
  const progress = progressLines((line) => lines.push(line), 400, "contrast", "runs");
  progress.update(10, "", 400, Number.NaN);
  vi.advanceTimersByTime(10_000);
  progress.update(20, "", 400, 30);
  vi.advanceTimersByTime(60_000);
  expect(lines).toEqual(["contrast: 10 of 400 runs after 10 s", "contrast: 20 of 400 runs after 70 s, about 30 s left"]);
  progress.stop();
});
