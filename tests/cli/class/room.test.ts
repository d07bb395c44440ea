import { readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PlayedDistrict } from "../../../src/cli/class/playedDistrict.ts";
import { Room, type Subject } from "../../../src/cli/class/room.ts";
import { serve } from "../../../src/cli/class/serve.ts";
import { planFrom } from "../../../src/cli/files.ts";
import { executeRun, expandPlan } from "../../../src/experiment/index.ts";
import { simulate } from "../../../src/library/index.ts";
import { lessonSchema, MOST_DOWN, MOST_UP, roleOf } from "../../../src/teaching/index.ts";
import { classes } from "../../support/classes.ts";
import { scenario } from "../../support/scenarios.ts";

const small = () => scenario("community", "population.residents=600", "population.communities=2", "organizations.count=12", "seed=class");
const district = async (): Promise<Subject> => ({
  mode: "district",
  district: new PlayedDistrict(await small()),
  title: { en: "t", zh: "t" },
  seed: "class",
});
const lesson = (): Subject => ({
  mode: "lesson",
  text: "",
  seed: "lesson",
  lesson: lessonSchema.parse({
    title: "t",
    scenario: "community",
    scenes: [
      { title: "one", text: "t", predict: { kind: "value", ask: "?", measure: "participation_rate" } },
      { title: "two", text: "t" },
    ],
  }),
});

const { begin, newFolder, pages, end } = classes();
afterEach(end);

describe("forty phones in one district", () => {
  it("play six rounds with drops and a killed server; no move is lost, none counts twice, and the log comes to the same digest", async () => {
    let class1 = await begin(await district());
    const { folder } = class1;
    const phones = await Promise.all(Array.from({ length: 40 }, (_, k) => class1.join(`seat ${k + 1}`)));
    expect(new Set(phones.map(({ seat }) => seat.role)).size).toBe(5);
    let digest = "";
    for (let round = 1; round <= 6; round++) {
      class1.act({ act: "open" });
      await class1.onBoard(({ state }) => state.phase === "open");
      const speaking = phones.filter((_, k) => (k + round) % 5 > 0); // a fifth is silent, and holds nobody up
      await Promise.all(
        speaking.map(async (one, k) => {
          if (k % 4 === round % 4) {
            one.phone.drop(); // and comes back by its token
            one.phone = await class1.dial();
            one.phone.send({ type: "back", token: one.seat.token });
            expect((await one.phone.hears("seat")).id).toBe(one.seat.id);
          }
          const choices = roleOf(one.seat.role as never).levers.map(({ usual }, lever) =>
            lever === 0 ? ((round + k) % 2 === 0 ? usual : 0) : usual,
          );
          expect(choices.length).toBeGreaterThan(0);
          one.phone.send({ type: "move", round, choices });
          one.phone.send({ type: "move", round, choices }); // once more, as after a broken line
          await one.phone.hears("taken");
        }),
      );
      const full = await class1.onBoard(({ seats }) => seats.filter(({ done }) => done).length === speaking.length);
      expect(full.seats).toHaveLength(40);
      if (round === 3) {
        // The server is killed with the round open; all that was acknowledged is there again.
        for (const { phone } of phones) phone.drop();
        await class1.served.close();
        class1 = await begin(await district(), folder);
        for (const one of phones) {
          one.phone = await class1.dial();
          one.phone.send({ type: "back", token: one.seat.token });
          await one.phone.hears("seat");
        }
        await class1.onBoard(({ seats }) => seats.filter(({ done }) => done).length === speaking.length);
      }
      class1.act({ act: "close" });
      const board = await class1.onBoard(({ rounds, state }) => rounds.length === round && state.phase === "waiting");
      const played = board.rounds.at(-1);
      expect(played?.moved).toHaveLength(speaking.length);
      for (const [k, seat] of (played?.moved ?? []).entries())
        expect(played?.choices?.[k]).toHaveLength(roleOf(board.seats.find(({ id }) => id === seat)?.role as never).levers.length);
      // What was given is that of the ledger: nobody gives less than nothing, and each round stands beside the one before it.
      for (const [k, { amount, before }] of (played?.payments ?? []).entries()) {
        expect(amount).toBeGreaterThanOrEqual(0);
        expect(before).toBe(board.rounds.at(-2)?.payments?.[k].amount ?? null);
      }
      expect(board.people).toHaveLength(2);
      for (const { resident } of board.people ?? []) expect(resident).toBeGreaterThanOrEqual(0);
      digest = board.digest;
      if (round === 4) {
        class1.act({ act: "undo" });
        await class1.onBoard(({ rounds }) => rounds.length === 3);
        class1.act({ act: "open" });
        await class1.onBoard(({ state }) => state.phase === "open");
        await Promise.all(phones.map(({ phone }) => phone.hears("state", ({ state }) => state.phase === "open" && state.round === 4)));
        await Promise.all(
          speaking.map(async ({ phone, seat }) => {
            phone.send({ type: "move", round, choices: roleOf(seat.role as never).levers.map(({ usual }) => usual) });
            await phone.hears("taken");
          }),
        );
        class1.act({ act: "close" });
        digest = (await class1.onBoard(({ rounds, state }) => rounds.length === 4 && state.phase === "waiting")).digest;
      }
    }
    const text = readFileSync(join(folder, "class.yaml"), "utf8");
    const log = parse(text);
    expect(log.weeks).toBe(78);
    expect(log.interventions.length).toBeGreaterThan(5);
    const run = await simulate(log);
    expect(run.digest.state).toBe(digest);
    // The plan beside it runs as it is: this class with other seeds, and with the choices of a seat left to the scenario.
    const { plan, base } = await planFrom(join(folder, "plan.yaml"));
    const { arms, run: planned } = await expandPlan(plan, base, "test");
    expect([arms.length, arms[0], arms[7]]).toEqual([41, "as-played", "without-seat-7"]);
    const asPlayed = planned(0, 0, arms[0]).request;
    const result = executeRun({ ...asPlayed, scenario: { ...asPlayed.scenario, seed: log.seed } }, () => []);
    expect(result.ok && result.digest.state).toBe(digest);
    const perRound = phones.map(({ phone }) => [phone.sent / 6, phone.received / 6]);
    console.log(
      `bytes a round: up ${Math.max(...perRound.map(([up]) => up)).toFixed(0)}, down ${Math.max(...perRound.map(([, down]) => down)).toFixed(0)}`,
    );
    for (const [up, down] of perRound) {
      expect(up).toBeLessThan(MOST_UP);
      expect(down).toBeLessThan(MOST_DOWN);
    }
  });
});

describe("what a phone cannot do", () => {
  it("the teacher's acts, moves of others, what has no form, floods, and more than there is to spend", async () => {
    let clock = 0;
    const { room, join, dial, act, onBoard } = await begin(await district(), newFolder(), () => clock);
    const { phone, seat } = await join("Li");
    const refused = async (message: unknown) => {
      clock += 60_000;
      phone.send(message);
      return (await phone.hears("refused")).why;
    };
    expect(await refused({ type: "act", act: "open" })).toBe("teacher");
    expect(await refused({ type: "teach", token: "0123456789abcdef" })).toBe("teacher");
    expect(await refused({ type: "move", round: 1, choices: [0, 1] })).toBe("round"); // not open
    act({ act: "open" });
    await onBoard(({ state }) => state.phase === "open");
    expect(await refused({ type: "move", round: 2, choices: [0, 1] })).toBe("round");
    expect(await refused({ type: "move", round: 1, seat: 2, choices: [0, 1] })).toBe("form");
    expect(await refused({ type: "move", round: 1, choices: [3, 3] })).toBe("budget");
    expect(await refused({ type: "move", round: 1, choices: [0, "x"] })).toBe("form");
    expect(await refused("{")).toBe("form");
    expect(await refused({ type: "join", code: room.code, name: "x".repeat(2000) })).toBe("form");
    const stranger = await dial();
    stranger.send({ type: "move", round: 1, choices: [0, 1] });
    expect((await stranger.hears("refused")).why).toBe("token");
    stranger.send({ type: "join", code: "????", name: "Wu" });
    expect((await stranger.hears("refused")).why).toBe("code");
    stranger.send({ type: "join", code: room.code, name: "Li" });
    expect((await stranger.hears("refused")).why).toBe("name"); // Li sits there
    phone.drop();
    await onBoard(({ seats }) => seats.some(({ name, here }) => name === "Li" && !here));
    stranger.send({ type: "join", code: room.code.toLowerCase(), name: "Li" }); // a phone that has lost its token
    expect((await stranger.hears("seat")).id).toBe(seat.id);
    for (let k = 0; k < 40; k++) stranger.send({ type: "watch" });
    await stranger.hears("refused", ({ why }) => why === "rate");
  });

  it("frees and renames seats by the teacher, whose phones are told; the late get seats", async () => {
    const { act, join, onBoard, dial } = await begin(await district());
    const { phone, seat } = await join("=cmd|' /C calc'!A0");
    act({ act: "rename", seat: seat.id, name: "Group one" });
    await onBoard(({ seats }) => seats.some(({ name }) => name === "Group one"));
    act({ act: "free", seat: seat.id });
    expect((await phone.hears("refused")).why).toBe("freed");
    const again = await dial();
    again.send({ type: "back", token: seat.token });
    expect((await again.hears("refused")).why).toBe("token");
    expect((await join("late")).seat.id).toBe(seat.id + 1);
  });
});

describe("predicting together", () => {
  it("takes a prediction of each, shows the room all of them, and none after the reveal", async () => {
    const { join: sit, act, onBoard, dial, folder } = await begin(lesson());
    const phones = await Promise.all(Array.from({ length: 8 }, (_, k) => sit(`p${k}`)));
    for (const [k, { phone }] of phones.entries()) phone.send({ type: "predict", scene: 0, values: [k / 10] });
    await Promise.all(phones.map(({ phone }) => phone.hears("predicted")));
    const screen = await dial();
    screen.send({ type: "watch" });
    const shown = await screen.hears("board", ({ predictions }) => predictions.length === 8);
    expect(shown.predictions.flat().sort()).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
    phones[0].phone.send({ type: "predict", scene: 0, values: [2] });
    expect((await phones[0].phone.hears("refused")).why).toBe("form");
    expect(shown.predicted).toEqual([]); // the room sees no names
    act({ act: "reveal" });
    const { predicted } = await onBoard(({ scene }) => scene?.revealed === true);
    expect(predicted).toHaveLength(8);
    const rows = () => readFileSync(join(folder, "predictions.csv"), "utf8").trim().split("\n").slice(1);
    const expected = predicted.map(({ seat, name, values }) => `t,1,${seat},${name},value,participation_rate,${values[0]}`);
    await expect.poll(rows, { timeout: 20_000 }).toEqual(expected);
    phones[0].phone.send({ type: "predict", scene: 0, values: [0.2] });
    expect((await phones[0].phone.hears("refused")).why).toBe("scene");
    act({ act: "scene", scene: 1 });
    expect((await phones[0].phone.hears("state", ({ scene }) => scene?.scene === 1)).scene?.title.en).toBe("two");
  });
});

describe("the server", () => {
  it("says that a port is in use, and serves nothing outside its folder", async () => {
    const { served, room } = await begin(await district());
    await expect(serve(room, pages, served.port, "127.0.0.1")).rejects.toThrow(`port ${served.port}: is in use`);
    const status = (path: string) =>
      new Promise((resolve) => get({ port: served.port, host: "127.0.0.1", path }, (answer) => resolve(answer.resume().statusCode)));
    expect(await status("/")).toBe(200);
    for (const path of ["/../package.json", "/%2e%2e/%2e%2e/etc/passwd", "/sw.js", "/nothing", "/%"])
      expect(await status(path), path).toBe(404);
  });

  it("says in words that nothing can be kept, closes no round then, loses nothing, and goes on when there is room", async () => {
    const { folder, join: sit, act, onBoard, teacher, served } = await begin(await district());
    const { phone, seat } = await sit("Li");
    act({ act: "open" });
    await onBoard(({ state }) => state.phase === "open");
    phone.send({ type: "move", round: 1, choices: [0, 1] });
    await phone.hears("taken");
    // The disk is full: what is written there finds no space.
    rmSync(join(folder, "journal.jsonl"));
    symlinkSync("/dev/full", join(folder, "journal.jsonl"));
    phone.send({ type: "move", round: 1, choices: [1, 1] });
    expect((await phone.hears("refused")).why).toBe("disk");
    await onBoard(({ state }) => state.trouble === "space");
    act({ act: "close" });
    expect((await teacher.hears("refused")).why).toBe("disk");
    expect((await onBoard(({ state }) => state.phase === "open")).rounds).toEqual([]);
    // The folder is gone, and nothing can be made in its place.
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "");
    act({ act: "close" });
    expect((await teacher.hears("refused")).why).toBe("disk");
    const stuck = await onBoard(({ state }) => state.trouble === "place");
    expect(stuck.state).toMatchObject({ phase: "open", round: 1 });
    rmSync(folder);
    act({ act: "close" });
    const { digest, rounds, state } = await onBoard((one) => one.rounds.length === 1 && one.state.phase === "waiting");
    expect([rounds[0].moved, state.trouble]).toEqual([[seat.id], undefined]);
    expect((await simulate(parse(readFileSync(join(folder, "class.yaml"), "utf8")))).digest.state).toBe(digest);
    const { arms } = parse(readFileSync(join(folder, "plan.yaml"), "utf8"));
    expect([arms["as-played"].interventions.length, arms["without-seat-1"].interventions]).toEqual([1, []]);
    await served.close();
    const again = await begin(await district(), folder); // the journal is whole
    again.act({ act: "open" });
    expect((await again.onBoard((one) => one.state.phase === "open")).digest).toBe(digest);
  });

  it("goes on with the class of a folder, and with no other", async () => {
    const { folder, room, served } = await begin(await district());
    await served.close();
    expect((await Room.open(await district(), "test", folder, Date.now)).code).toBe(room.code);
    await expect(Room.open({ ...(await district()), seed: "other" }, "test", folder, Date.now)).rejects.toThrow("holds a class on test");
  });
});
