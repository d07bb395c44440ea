import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import type { Subject } from "../../../src/cli/class/room.ts";
import { planFrom } from "../../../src/cli/files.ts";
import { executeRun, expandPlan } from "../../../src/experiment/index.ts";
import { type ReplicateTask, runArm } from "../../../src/teaching/index.ts";
import { classes } from "../../support/classes.ts";
import type { Phone } from "../../support/phone.ts";
import { scenario } from "../../support/scenarios.ts";

const { begin, end } = classes();
afterEach(end);

const small = ["population.residents=100", "organizations.count=3", "seed=many", "weeks=3"];
const base = () => scenario("community", ...small);
const subject = async (doubts: () => boolean): Promise<Subject> => ({
  mode: "replicates",
  arms: [await base(), await scenario("community", ...small, "partyBuilding=off")],
  changes: { partyBuilding: "off" },
  compared: {
    measure: { id: "participation_rate", label: { en: "t", zh: "t" }, unit: "share of adults" },
    arms: [
      { en: "a", zh: "a" },
      { en: "b", zh: "b" },
    ],
    weeks: 3,
    span: [1, 3],
  },
  seed: "many",
  compute: async (order) => executeRun(order, () => []),
  end() {},
  doubts,
});

const run = (task: ReplicateTask) => {
  const outcomes = task.arms.map((text) => runArm(task, text));
  return {
    type: "ran",
    replicate: task.replicate,
    values: outcomes.map(({ value }) => value),
    digests: outcomes.map(({ digest }) => digest),
  };
};
const taskOf = async (phone: Phone) => (await phone.hears("task")).task;

it("forty phones run a seed each with drops and a killed server; none counts twice, a false result is left out, and a batch comes to the same", async () => {
  let of = await begin(await subject(() => false));
  const { folder } = of;
  const phones = await Promise.all(Array.from({ length: 40 }, (_, k) => of.join(`seat ${k + 1}`)));
  of.act({ act: "open" });
  const tasks = await Promise.all(phones.map(({ phone }) => taskOf(phone)));
  expect(new Set(tasks.map(({ replicate }) => replicate)).size).toBe(40);
  const back = async (k: number) => {
    phones[k].phone.drop();
    phones[k].phone = await of.dial();
    phones[k].phone.send({ type: "back", token: phones[k].seat.token });
    return taskOf(phones[k].phone);
  };
  expect(await back(0)).toEqual(tasks[0]); // a phone that reloads has its own seed again
  const deliver = async (k: number) => {
    for (let twice = 0; twice < 2; twice++) phones[k].phone.send(run(tasks[k]));
    await phones[k].phone.hears("ran");
  };
  for (let k = 0; k < 20; k++) await deliver(k);
  phones[0].phone.send(run(tasks[1])); // the seed of another
  expect((await phones[0].phone.hears("refused")).why).toBe("round");
  await of.onBoard(({ replicates }) => replicates?.runs.length === 20);

  for (const { phone } of phones) phone.drop();
  await of.served.close();
  of = await begin(await subject(() => true), folder);
  expect(of.first.replicates?.runs).toHaveLength(20);
  for (let k = 20; k < 30; k++) {
    expect(await back(k)).toEqual(tasks[k]);
    if (k < 28) await deliver(k);
  }
  phones[28].phone.send({ ...run(tasks[28]), values: [0.9, 0.1] });
  phones[29].phone.send({ type: "unable", replicate: tasks[29].replicate });
  const one = await of.onBoard(({ replicates }) => replicates?.wrong.length === 1 && replicates.runs.length === 29);
  expect(one.replicates?.wrong[0].seat).toBe(phones[28].seat.id);
  expect(one.replicates?.runs.filter(({ by }) => by === "server").map(({ seat }) => seat)).toEqual([phones[29].seat.id]);
  of.act({ act: "close" }); // the others are away: this machine runs their seeds
  const all = await of.onBoard(({ replicates }) => replicates?.runs.length === 39 && replicates.checked === 9);
  expect(all.replicates?.underWay).toBe(0);
  await of.served.close();

  const rows = readFileSync(join(folder, "runs.csv"), "utf8").trim().split("\n").slice(1);
  expect(rows).toHaveLength(40);
  expect(new Set(rows.map((row) => row.split(",")[1])).size).toBe(40);
  expect(rows.filter((row) => row.includes(",wrong,"))).toHaveLength(1);
  const { plan, base: begun } = await planFrom(join(folder, "plan.yaml"));
  const expansion = await expandPlan(plan, begun, "test");
  const digests = expansion.arms.map((arm) => {
    const { request } = expansion.run(0, 16, arm);
    expect(request.scenario.seed).toBe("many/16");
    const result = executeRun(request, () => []);
    return result.ok && result.digest.state;
  });
  expect(rows.find((row) => row.startsWith("17,many/16,"))).toContain(digests.join(","));
});
