import { type Endpoint, expose } from "comlink";
import { beforeEach, expect, it, vi } from "vitest";
import { callsTo } from "../../src/worker/calls.ts";
import { startHelper, withHelpers } from "../../src/worker/helpers.ts";

/** A worker as the page sees it, and the line by which it hears the page. */
function fakeWorker() {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  const worker = Object.assign(port1, { terminate: vi.fn(() => port1.close()) }) as unknown as Worker & { terminate: () => void };
  return { worker, inside: port2 };
}

let owner: ReturnType<typeof fakeWorker>;
let helpers: ReturnType<typeof fakeWorker>[];
let called: ReturnType<typeof withHelpers>;

/** What a helper of these tests does. */
interface Api {
  double(of: number): number;
}
const callHelper = () => {
  const { call, stop } = callsTo<Api>(startHelper());
  return { double: call("double"), stop };
};
const nextHelper = (count: number) => expect.poll(() => helpers.length).toBe(count);

beforeEach(() => {
  owner = fakeWorker();
  helpers = [];
  called = withHelpers(owner.worker, () => {
    const helper = fakeWorker();
    const api = { double: (of: number) => (of < 0 ? new Promise(() => {}) : 2 * of) };
    helper.inside.addEventListener("message", ({ data }) => expose(api, data.line as Endpoint), { once: true });
    helpers.push(helper);
    return helper.worker;
  });
  // This thread is the worker's: what it says to the page, and hears from there.
  vi.stubGlobal("postMessage", (message: unknown, { transfer = [] }: { transfer?: Transferable[] } = {}) =>
    owner.inside.postMessage(message, transfer as MessagePort[]),
  );
  vi.stubGlobal("addEventListener", owner.inside.addEventListener.bind(owner.inside));
  return () => {
    vi.unstubAllGlobals();
    owner.inside.close();
    for (const { inside } of helpers) inside.close();
  };
});

it("a worker calls helpers that the page has started, each by a line of its own", async () => {
  const [one, other] = [callHelper(), callHelper()];
  expect(await Promise.all([one.double(2), other.double(3), one.double(4)])).toEqual([4, 6, 8]);
  expect(helpers).toHaveLength(2);
  called.terminate();
});

it("a helper that fails is told to the worker that waits for it, and to no other", async () => {
  const [one, other] = [callHelper(), callHelper()];
  const waiting = expect(one.double(-1)).rejects.toThrow("out of memory");
  await nextHelper(2);
  helpers[0].worker.dispatchEvent(Object.assign(new Event("error"), { message: "out of memory" }));
  await waiting;
  await expect(one.double(1)).rejects.toThrow("out of memory");
  expect(await other.double(5)).toBe(10);
  called.terminate();
});

it("a helper that is needed no longer is ended, the others go on", async () => {
  const [one, other] = [callHelper(), callHelper()];
  await nextHelper(2);
  one.stop();
  await expect.poll(() => vi.mocked(helpers[0].worker.terminate).mock.calls.length).toBe(1);
  expect(await other.double(5)).toBe(10);
  called.terminate();
});

it.each([
  ["is stopped", () => called.terminate()],
  ["has failed", () => owner.worker.dispatchEvent(Object.assign(new Event("error"), { message: "of its own" }))],
])("helpers of a worker that %s are ended, and none is started for it any more", async (_, end) => {
  callHelper();
  callHelper();
  await nextHelper(2);
  end();
  for (const { worker } of helpers) expect(worker.terminate).toHaveBeenCalledTimes(1);
  owner.worker.dispatchEvent(new MessageEvent("message", { data: { helper: 99, line: new MessageChannel().port1 } })); // on its way then
  expect(helpers).toHaveLength(2);
  owner.worker.terminate();
});
