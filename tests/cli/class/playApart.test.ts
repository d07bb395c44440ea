import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { parse } from "yaml";
import { Quarters } from "../../../src/cli/class/quarters.ts";
import type { Subject } from "../../../src/cli/class/room.ts";
import { simulate } from "../../../src/library/index.ts";
import { roundMeasures, usualMove, wholeDistrict } from "../../../src/teaching/index.ts";
import { classes } from "../../support/classes.ts";
import { scenario } from "../../support/scenarios.ts";

const { begin, end } = classes();
afterEach(end);

const SEATS = 40;
const apart = async (): Promise<Subject> => {
  const base = await scenario("community", "population.residents=300", "organizations.count=6", "seed=apart");
  const quarters = new Quarters();
  return { mode: "districts", base, seed: "apart", compute: async (_, order) => quarters.after(order), end() {} };
};

/** A move in which a seat does as it is used to, but for one lever. */
const moveOf = (lever: number, choice: number) => usualMove(wholeDistrict).map((usual, k) => (k === lever ? choice : usual));

it("forty seats play a district each with drops and a killed server; a round is taken back; each district comes to its digest again", async () => {
  let of = await begin(await apart());
  const { folder } = of;
  const phones = await Promise.all(Array.from({ length: SEATS }, (_, k) => of.join(`seat ${k + 1}`)));
  const play = async (round: number, choiceOf: (k: number) => readonly number[]) => {
    of.act({ act: "open" });
    await Promise.all(phones.map(({ phone }) => phone.hears("state", ({ state }) => state.phase === "open" && state.round === round)));
    for (const [k, one] of phones.entries()) {
      if (k % 5 === 0) continue; // silent
      if (k % 7 === round) {
        one.phone.drop(); // and comes back by its token
        one.phone = await of.dial();
        one.phone.send({ type: "back", token: one.seat.token });
        await one.phone.hears("seat");
      }
      for (let twice = 0; twice < 2; twice++) one.phone.send({ type: "move", round, choices: choiceOf(k) });
      await one.phone.hears("taken");
    }
    of.act({ act: "close" });
    return (await of.onBoard(({ apart, state }) => state.phase === "waiting" && apart?.untouched.length === round)).apart;
  };
  await play(1, (k) => moveOf(k % 10, 0));
  const undone = await play(2, () => moveOf(9, 2));
  of.act({ act: "undo" });
  await of.onBoard(({ apart }) => apart?.untouched.length === 1);

  // The server is killed, and started again in the same folder.
  for (const { phone } of phones) phone.drop();
  await of.served.close();
  of = await begin(await apart(), folder);
  expect(of.first.apart?.districts.map(({ values }) => values.length)).toEqual(Array(SEATS).fill(1));
  for (const one of phones) {
    one.phone = await of.dial();
    one.phone.send({ type: "back", token: one.seat.token });
    const { own } = await one.phone.hears("state");
    expect(own?.round).toBe(1);
  }
  const shown = await play(2, (k) => moveOf((k + 3) % 10, 0));
  expect(shown?.districts).toHaveLength(SEATS);
  expect(shown?.districts[1].values[0]).toEqual(undone?.districts[1].values[0]);
  // Whoever was silent has the district in which nobody does anything.
  expect(shown?.districts[0].values).toEqual(shown?.untouched);
  expect(new Set(shown?.districts.map(({ values }) => String(values))).size).toBeGreaterThan(4);

  // A late comer gets what it would have if it had been silent.
  await of.join("late");
  const late = await of.onBoard(({ apart }) => apart?.districts.at(-1)?.values.length === 2);
  expect(late.apart?.districts.at(-1)?.values).toEqual(shown?.untouched);
  of.act({ act: "measure", measure: roundMeasures[2] });
  expect((await of.onBoard(({ apart }) => apart?.shown === roundMeasures[2])).apart?.shown).toBe(roundMeasures[2]);

  const table = readFileSync(join(folder, "districts.csv"), "utf8").trim().split("\n");
  expect(table).toHaveLength(1 + 2 * (SEATS + 2));
  expect(readdirSync(join(folder, "districts"))).toHaveLength(SEATS + 1);
  for (const seat of [2, 8, 40]) {
    const log = parse(readFileSync(join(folder, "districts", `seat-${seat}.yaml`), "utf8"));
    expect(log.weeks).toBe(26);
    expect((await simulate(log)).digest.state).toBe(
      table
        .find((row) => row.startsWith(`${seat},seat ${seat},2,26,`))
        ?.split(",")
        .at(-1),
    );
  }
});

it("refuses more than there is to spend, and what is no measure", async () => {
  const { join: sit, act, onBoard, teacher } = await begin(await apart());
  const { phone } = await sit("Li");
  act({ act: "open" });
  await onBoard(({ state }) => state.phase === "open");
  phone.send({ type: "move", round: 1, choices: wholeDistrict.levers.map(({ choices }) => choices.length - 1) });
  expect((await phone.hears("refused")).why).toBe("budget");
  phone.send({ type: "move", round: 1, choices: [0, 1] });
  expect((await phone.hears("refused")).why).toBe("budget");
  act({ act: "measure", measure: "nothing" });
  await teacher.hears("refused");
});
