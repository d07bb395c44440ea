import { describe, expect, it } from "vitest";
import { digest, sharedBy, World } from "../../src/engine/index.ts";
import { helper, Run } from "../../src/experiment/index.ts";
import type { Share, Step } from "../../src/kernels/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import type { Intervention } from "../../src/scenario/index.ts";
import { tellSaid } from "../../src/words/index.ts";
import { scenario } from "../support/scenarios.ts";

const WEEKS = 13;

/** Four communities, so that there is something to share out; an intervention is added on the way. */
const of = () =>
  scenario(
    "zhonglou-tenth",
    "population.residents=2400",
    "population.communities=4",
    "organizations.count=12",
    "population.groupsPerCommunity=20",
  );

type Message = Parameters<ReturnType<typeof helper>["receive"]>[0];

const INVITED_MORE = { week: 6, path: "mechanisms.participation.invitations", value: 0.2 };
type Change = (week: number, schedule: Run["world"]["schedule"]) => void;

/** Digests of a run, and the past that it keeps, with whatever stands in for other threads. Messages are copied as between threads. */
async function digests(
  prepare: (run: Run) => void,
  change: Change = (week, schedule) => {
    if (week === INVITED_MORE.week) schedule.add(INVITED_MORE);
  },
) {
  const run = Run.start(await of(), mechanisms);
  const past = run.keepPast();
  prepare(run);
  for (let week = 1; week <= WEEKS; week++) {
    change(week, run.world.schedule);
    run.step();
  }
  return [run.stateDigest(), run.measuresDigest(), past.parts()];
}

const copying = (receive: (message: Message) => void) => (message: Message) => receive(structuredClone(message));

describe("a group of threads", () => {
  it("leaves the bits as they are when another thread does everything", async () => {
    const alone = await digests(() => {});
    const helped = await digests((run) => run.shareOut([copying(helper().receive)]));
    expect(helped).toEqual(alone);
  });

  it.each<[string, Intervention]>([
    ["earlier", { ...INVITED_MORE, week: 4 }],
    ["to another value", { ...INVITED_MORE, value: 0.9 }],
    ["to one community", { ...INVITED_MORE, communities: [2] }],
  ])("follows an intervention that lies ahead and is moved %s", async (_, moved) => {
    const change: Change = (week, schedule) => {
      if (week === 2) schedule.replace([INVITED_MORE]);
      if (week === 3) schedule.replace([moved]);
    };
    const alone = await digests(() => {}, change);
    expect(await digests((run) => run.shareOut([copying(helper().receive)]), change)).toEqual(alone);
  });

  it("leaves the bits as they are when helpers take single communities, or come when all is done", async () => {
    const alone = await digests(() => {});
    const waiting: (() => void)[] = [];
    const late = helper();
    const taking = [helper(), helper()];
    const shared = await digests((run) => {
      // Each helper is let go at once for some rounds and kept waiting for others.
      let round = 0;
      run.shareOut([
        copying((message) => {
          waiting.push(() => late.receive(message));
        }),
        copying((message) => {
          if (message.kind === "join" || round++ % 3 === 0) taking[0].receive(message);
          else waiting.push(() => taking[0].receive(message));
        }),
        copying((message) => {
          for (const go of waiting.splice(0)) go();
          if (message.kind === "join" || round % 2 === 0) taking[1].receive(message);
        }),
      ]);
    });
    expect(shared).toEqual(alone);
  });

  it("builds the same district, to the bit, when another thread does everything, some parts or nothing", async () => {
    const built = async (share?: Share) => digest(World.build(await of(), { share }).parts());
    const alone = await built();
    expect(await built(sharedBy([copying(helper().receive)]))).toBe(alone);
    expect(await built(sharedBy([]))).toBe(alone);
    let steps = 0;
    const some = helper();
    const sometimes = copying((message) => {
      if (steps++ % 2 === 0) some.receive(message);
    });
    expect(await built(sharedBy([sometimes]))).toBe(alone);
    expect(steps).toBeGreaterThan(5);
  });

  it("says which step of building failed in another thread", () => {
    const failing: Step<null> = {
      name: "residents/ages",
      work() {
        throw new Error("here it is not asked");
      },
    };
    const share = sharedBy([copying(helper().receive)]);
    expect(() => share(failing, null, 3)).toThrow("threads: residents/ages failed in another thread. Run with one thread to see where.");
  });

  it("does not depend on the order of communities", async () => {
    const alone = await digests(() => {});
    const backwards = await digests(({ world }) => {
      const { kernels } = world;
      kernels.share = (name, parts, meanwhile) => {
        meanwhile?.();
        for (let part = parts - 1; part >= 0; part--) kernels.get(name)(part);
      };
    });
    expect(backwards).toEqual(alone);
  });

  it("says which kernel failed elsewhere", async () => {
    const run = Run.start(await of(), mechanisms);
    const broken = helper();
    run.shareOut([
      (message) => {
        broken.receive(message.kind === "work" ? { ...message, kernel: "no/such" } : message);
      },
    ]);
    expect(() => run.step()).toThrow("failed in another thread. Run with one thread to see where.");
  });
});

it("a run on shared memory goes on from its checkpoint to the same bits", async () => {
  const [state] = await digests(() => {});
  const run = Run.start(await of(), mechanisms);
  run.shareOut([copying(helper().receive)]);
  while (run.world.week < 5) run.step();
  const resumed = Run.resume(run.checkpoint("test"), mechanisms);
  if (!resumed.ok) throw new Error(tellSaid("en", resumed.message));
  resumed.run.world.schedule.add(INVITED_MORE);
  while (resumed.run.world.week < WEEKS) resumed.run.step();
  expect(resumed.run.stateDigest()).toBe(state);
});
