import fc from "fast-check";
import { beforeEach, expect, it, vi } from "vitest";
import { Run } from "../../src/experiment/index.ts";
import { build, refusal } from "../../src/pages/laboratory/session/build.ts";
import { moveIntervention, setParameter, undoAll } from "../../src/pages/laboratory/session/interventions.ts";
import { digest, pause, queue, run, running, series, speed, stepOnce, week } from "../../src/pages/laboratory/session/runControls.ts";
import { built, interventions, loaded, requestOf, scenarioFile, seed, setup } from "../../src/pages/laboratory/session/scenario.ts";
import { failure } from "../../src/pages/laboratory/session/worker.ts";
import { createHost } from "../../src/worker/host.ts";

/** The worker's side in this thread; its answers take as long as messages do. */
const inThisThread = (host: ReturnType<typeof createHost>) => ({
  ...Object.fromEntries(
    Object.entries(host).map(([name, call]) => [
      name,
      async (...args: unknown[]) => {
        await new Promise(setImmediate);
        return (call as (...rest: unknown[]) => unknown)(...args);
      },
    ]),
  ),
  stop: () => {},
  ended: new Promise(() => {}),
});
vi.mock("../../src/worker/client.ts", () => ({ start: () => inThisThread(createHost()) }));

const WEEKS = 70;
const text = (residents: number) =>
  `title: A\nweeks: ${WEEKS}\npopulation: { residents: ${residents}, communities: 2 }\norganizations: { count: 4 }\n`;

/** The digest of a run in Node that is set up as the one that stands, in its week. */
async function digestInNode(): Promise<string> {
  const host = createHost();
  expect((await host.load(requestOf({ ...setup(), changed: built.value }))).ok).toBe(true);
  host.step(week.value);
  return host.digest();
}

async function begin(): Promise<void> {
  await build({ ...scenarioFile("a.yaml", text(120)), seed: "1" });
  await queue.rest();
}
beforeEach(begin);

it("loses no step and doubles none, and a run that is asked for right after a scenario runs that scenario", async () => {
  for (let k = 0; k < 5; k++) void stepOnce();
  await queue.rest();
  expect(week.value).toBe(5);
  void stepOnce();
  void build({ seed: "2" });
  void stepOnce();
  void stepOnce();
  await queue.rest();
  expect([week.value, seed.value]).toEqual([2, "2"]);
  expect(digest.value).toBe(await digestInNode());
  void build(scenarioFile("b.yaml", text(80).replace(`${WEEKS}`, "8")));
  void run();
  void run();
  await queue.rest();
  expect([week.value, loaded.value?.residents]).toEqual([8, 80]);
  expect(digest.value).toBe(await digestInNode());
});

it("builds only what several changes of the seed come to, and nothing of what cannot be built", async () => {
  const start = vi.spyOn(Run, "start");
  void stepOnce();
  for (const next of ["2", "3", "4", "5"]) void build({ seed: next });
  await queue.rest();
  expect(start.mock.calls.map(([scenario]) => scenario.seed)).toEqual(["5"]);
  start.mockRestore();
  void run();
  const stands = await build(scenarioFile("bad.yaml", "title: Bad\nrigidity: 7\n"));
  expect([stands, running.value, refusal.value?.file, setup().file]).toEqual([false, true, "bad.yaml", "a.yaml"]);
  pause();
  await queue.rest();
  expect(digest.value).toBe(await digestInNode());
});

const action = fc.oneof(
  { weight: 3, arbitrary: fc.constant(["run"] as const) },
  { weight: 3, arbitrary: fc.constant(["step"] as const) },
  fc.constant(["pause"] as const),
  fc.constant(["reset"] as const),
  fc.tuple(fc.constant("seed" as const), fc.constantFrom("1", "2", "3")),
  fc.constant(["bad"] as const),
  fc.tuple(fc.constant("speed" as const), fc.constantFrom(0, 500)),
  { weight: 3, arbitrary: fc.tuple(fc.constant("set" as const), fc.constantFrom("on", "off", "placebo")) },
  { weight: 2, arbitrary: fc.tuple(fc.constant("move" as const), fc.integer({ min: 1, max: WEEKS })) },
  fc.constant(["undo"] as const),
);

function act([name, value]: readonly [string, unknown?]): void {
  const [first] = interventions.value;
  if (name === "run") void run();
  else if (name === "step") void stepOnce();
  else if (name === "pause") pause();
  else if (name === "reset") void build();
  else if (name === "seed") void build({ seed: value as string });
  else if (name === "speed") speed.value = value as number;
  else if (name === "bad") void build(scenarioFile("bad.yaml", "rigidity: 7\n"));
  else if (name === "set") void setParameter("partyBuilding", value);
  else if (name === "move" && first) void moveIntervention(first, value as number);
  else if (name === "undo") void undoAll();
}

it("comes to rest as the run in Node that is set up the same, whatever is asked of it and when", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(25), action), { minLength: 1, maxLength: 14 }), fc.boolean(), async (actions, toEnd) => {
      speed.value = 0;
      await begin();
      for (const [turns, what] of actions) {
        for (let k = 0; k < turns; k++) await new Promise(setImmediate);
        act(what);
      }
      if (!toEnd) pause();
      await queue.rest();
      expect([failure.value, running.value]).toEqual([undefined, false]);
      expect(series.value.map(({ length }) => length)).toEqual(series.value.map(() => week.value));
      expect(digest.value).toBe(await digestInNode());
    }),
    { numRuns: 20 },
  );
});
