import { afterEach, expect, it, vi } from "vitest";
import { rests } from "../../src/cli/rests.ts";

afterEach(() => {
  vi.useRealTimers();
});

it("tells how far a computation is now and then, not after each step, and lets others be heard", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const told: [number, string][] = [];
  const rest = rests({ update: (done, note) => void told.push([done, note]), stop() {} });
  let heard = 0;
  for (let step = 1; step <= 100; step++) {
    vi.advanceTimersByTime(10);
    setImmediate(() => heard++);
    await rest(step, () => `step ${step}`);
  }
  expect(told).toEqual([25, 50, 75, 100].map((step) => [step, `step ${step}`]));
  expect(heard).toBe(100);
});
