import { expect, it, vi } from "vitest";
import { said } from "../../src/scenario/index.ts";
import { WorkerEnded } from "../../src/worker/calls.ts";
import { readInTime } from "../../src/worker/readInTime.ts";

const read = { remarks: [], more: 0 };

/** A worker that answers with what it is given, or never; it rejects what waits when it is stopped, as those of pages do. */
function worker(answer?: Promise<typeof read>) {
  let end = (_: unknown) => {};
  const ended = new Promise<never>((_, reject) => (end = reject));
  ended.catch(() => {});
  const stop = vi.fn(() => end(new WorkerEnded(said("workerStopped"))));
  return { stop, start: () => ({ readTables: () => Promise.race([answer ?? new Promise<never>(() => {}), ended]), stop }) };
}

it("hands over what was read, and ends the worker", async () => {
  const { start, stop } = worker(Promise.resolve(read));
  expect(await readInTime([], { start, milliseconds: 1000 }).done).toEqual({ is: "read", read });
  expect(stop).toHaveBeenCalled();
});

it("ends a worker that does not come to an end when the time is up, or when it is told to", async () => {
  vi.useFakeTimers();
  try {
    const never = readInTime([], { start: worker().start, milliseconds: 120_000 });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await never.done).toEqual({ is: "late" });
    const told = readInTime([], { start: worker().start, milliseconds: 120_000 });
    told.stop();
    expect(await told.done).toEqual({ is: "stopped" });
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

it("says why a worker failed by itself", async () => {
  const error = new WorkerEnded(said("workerSilent"));
  const { start } = worker(Promise.reject(error));
  expect(await readInTime([], { start, milliseconds: 1000 }).done).toEqual({ is: "failed", error });
});
