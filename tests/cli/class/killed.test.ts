import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { Command } from "../../support/command.ts";
import { Phone } from "../../support/phone.ts";

const folder = mkdtempSync(join(tmpdir(), "four-circles-killed-"));
const running: Command[] = [];
afterAll(async () => {
  await Promise.all(running.map((command) => command.kill("SIGKILL")));
  rmSync(folder, { recursive: true, force: true });
});

/** Gives the command and reads where its class is. */
async function begin() {
  const command = new Command(["class", "community", "--port", "0", "--host", "127.0.0.1", "--out", join(folder, "class")]);
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
  const before = await begin();
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

  const { dial, board, code, command } = await begin();
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
