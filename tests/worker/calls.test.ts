import { type Endpoint, expose } from "comlink";
import { expect, it } from "vitest";
import { type Called, callsTo } from "../../src/worker/calls.ts";

it("a function that a call was given hears nothing any more when its answer is there", async () => {
  const { port1, port2 } = new MessageChannel();
  let tell: ((done: number) => Promise<unknown>) | undefined;
  const api = {
    async work(progress: (done: number) => Promise<unknown>) {
      await progress(1);
      tell = progress;
      return "answer";
    },
  };
  expose(api, port2 as unknown as Endpoint);
  const worker: Called = { line: port1 as unknown as Endpoint, onEnd() {}, terminate: () => port1.close() };
  const { call, stop } = callsTo<{ work(progress: (done: number) => void): string }>(worker);
  const heard: number[] = [];
  expect(await call("work")((done) => void heard.push(done))).toBe("answer");
  await tell?.(2);
  expect(heard).toEqual([1]);
  stop();
  port2.close();
});
