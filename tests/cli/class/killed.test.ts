import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { setupStream } from "../../../src/random/index.ts";
import { Command } from "../../support/command.ts";
import { Phone } from "../../support/phone.ts";

const folder = mkdtempSync(join(tmpdir(), "four-circles-killed-"));
const running: Command[] = [];
afterAll(async () => {
  await Promise.all(running.map((command) => command.kill("SIGKILL")));
  rmSync(folder, { recursive: true, force: true });
});

/** Gives the command and reads where its class is. @param source  a scenario or a lesson, and the name of its folder */
async function begin(source: string) {
  const command = new Command(["class", source, "--port", "0", "--host", "127.0.0.1", "--out", join(folder, source)]);
  running.push(command);
  await command.said("The class is open.");
  await expect.poll(() => command.out, { timeout: 20_000 }).toContain("Kept in:");
  const found = (what: RegExp) => what.exec(command.out)?.[1] as string;
  const dial = () => Phone.dial(Number(found(/Phones: +\S+:(\d+)/)));
  const teacher = await dial();
  teacher.send({ type: "teach", token: found(/#board-(\w+)/) });
  const board = await teacher.hears("board");
  return { command, dial, teacher, board, code: found(/letters (\w{4})/) };
}

it("a class whose server was killed without warning goes on with its round, its seats and what was taken of them", async () => {
  const before = await begin("community");
  const phone = await before.dial();
  phone.send({ type: "join", code: before.code, name: "Plum" });
  const { id, token } = await phone.hears("seat");
  const act = (which: string) => before.teacher.send({ type: "act", act: which });
  act("open");
  await before.teacher.hears("board", ({ state }) => state.phase === "open");
  phone.send({ type: "move", round: 1, choices: [2, 1] });
  await phone.hears("taken");
  act("close");
  const played = await before.teacher.hears("board", ({ rounds, state }) => rounds.length === 1 && state.phase === "waiting");
  act("open");
  await before.teacher.hears("board", ({ state }) => state.phase === "open" && state.round === 2);
  phone.send({ type: "move", round: 2, choices: [1, 2] });
  await phone.hears("taken");
  expect(await before.command.kill("SIGKILL")).toBe("SIGKILL");

  const { dial, board, code, command } = await begin("community");
  expect(code).toBe(before.code);
  expect(board.digest).toBe(played.digest);
  expect(board.rounds).toEqual(played.rounds);
  const again = await dial();
  again.send({ type: "back", token });
  expect((await again.hears("seat")).id).toBe(id);
  const { state, choices } = await again.hears("state");
  expect([state.phase, state.round, choices]).toEqual(["open", 2, [1, 2]]);
  expect(await command.kill("SIGINT")).toBe(0);
}, 60_000);

it("forty phones predict lesson 2 with drops and a killed server: no prediction is lost and none counts twice", async () => {
  const random = setupStream("drops", "phones");
  let class1 = await begin("2-matters");
  const seats = await Promise.all(
    Array.from({ length: 40 }, async (_, k) => {
      const phone = await class1.dial();
      phone.send({ type: "join", code: class1.code, name: `seat ${k + 1}` });
      const { id, token } = await phone.hears("seat");
      return { phone, id, token };
    }),
  );
  seats.sort((a, b) => a.id - b.id);
  const [SCENES, DROPPED, BEFORE] = [2, 0.3, 25];
  const comeBack = async (one: (typeof seats)[number]) => {
    one.phone.drop();
    one.phone = await class1.dial();
    one.phone.send({ type: "back", token: one.token });
    expect((await one.phone.hears("seat")).id).toBe(one.id);
  };
  const valuesOf = [(id: number) => [id / 50], (id: number) => [id % 3, (id + 1) % 3, (id + 2) % 3]];
  const predict = (some: typeof seats, scene: number) =>
    Promise.all(
      some.map(async (one) => {
        const dropped = random.next() < DROPPED;
        if (dropped) await comeBack(one);
        const message = { type: "predict", scene, values: valuesOf[scene](one.id) };
        one.phone.send(message);
        one.phone.send(message); // once more, as after a broken line
        await one.phone.hears("predicted");
        if (random.next() < DROPPED) await comeBack(one); // after it was taken
      }),
    );
  const watch = async () => {
    const screen = await class1.dial();
    screen.send({ type: "watch" });
    return screen;
  };
  for (let scene = 0; scene < SCENES; scene++) {
    if (scene > 0) class1.teacher.send({ type: "act", act: "scene", scene });
    await Promise.all(seats.map(({ phone }) => phone.hears("state", (told) => told.scene?.scene === scene)));
    await predict(seats.slice(0, BEFORE), scene);
    if (scene === 0) {
      expect(await class1.command.kill("SIGKILL")).toBe("SIGKILL");
      class1 = await begin("2-matters");
      await Promise.all(seats.map(comeBack));
      const { predictions } = await (await watch()).hears("board");
      expect(predictions).toHaveLength(BEFORE);
    }
    await predict(seats.slice(BEFORE), scene);
    const screen = await watch();
    const { predictions } = await screen.hears("board", (told) => told.seats.filter(({ done }) => done).length === seats.length);
    expect(predictions.map(String).sort()).toEqual(seats.map(({ id }) => String(valuesOf[scene](id))).sort());
    class1.teacher.send({ type: "act", act: "reveal" });
    await screen.hears("board", (told) => told.scene?.revealed === true);
  }
  const { predicted } = await class1.teacher.hears("board", (told) => told.scene?.scene === SCENES - 1 && told.scene.revealed);
  expect(predicted.map(({ scene, seat, values }) => [scene, seat, values])).toEqual(
    valuesOf.flatMap((of, scene) => seats.map(({ id }) => [scene, id, of(id)])),
  );
  expect(await class1.command.kill("SIGINT")).toBe(0);
}, 60_000);
