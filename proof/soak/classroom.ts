import { deepStrictEqual as equal } from "node:assert/strict";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { setupStream } from "../../src/random/index.ts";
import { Phone } from "../../tests/support/phone.ts";
import { Running } from "../kills/commands.ts";
import { MB, residentOf, verdict } from "./memory.ts";

const PHONES = 40;
/** Rounds that are played before all of them are taken back: each keeps the state that it ended in. */
const ROUNDS = 6;
const THINKING = 3000; // ms that a round is open
const LATE = 10_000; // ms after which an answer is not waited for any more

/** A class in which phones come, move, go without a word and come back, while rounds are played and taken back. */
export async function soakClass(minutes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "four-circles-soak-"));
  const server = new Running(["class", "community", "--port", "0", "--host", "127.0.0.1", "--out", folder]);
  while (!server.out.includes("Kept in:")) {
    if (server.over) throw new Error(`soak: the class has not begun: ${server.err}`);
    await pause(100);
  }
  const found = (what: RegExp) => what.exec(server.out)?.[1] as string;
  const port = Number(found(/Phones: +\S+:(\d+)/));
  const code = found(/letters (\w{4})/);
  const end = Date.now() + minutes * 60_000;
  const count = { moves: 0, drops: 0, rounds: 0 };
  let round = 1;

  /** Sits down: by the token, or by name where the phone has lost it. */
  async function seated(name: string, token: string | undefined): Promise<{ phone: Phone; token: string }> {
    for (let tries = 0; ; tries++) {
      const phone = await Phone.dial(port);
      phone.send(token === undefined ? { type: "join", code, name } : { type: "back", token });
      const seat = await Promise.race([phone.hears("seat"), pause(LATE)]);
      if (seat) return { phone, token: seat.token };
      phone.drop(); // the line of before was not yet seen to be dead
      if (tries > 5) throw new Error(`soak: ${name} finds no seat`);
    }
  }

  async function guest(name: string): Promise<{ phone: Phone }> {
    const stream = setupStream("soak", name);
    let here = await seated(name, undefined);
    while (Date.now() < end) {
      for (let moves = 1 + Math.floor(8 * stream.next()); moves > 0; moves--) {
        await pause(500 + 1500 * stream.next());
        here.phone.send({ type: "move", round, choices: [Math.floor(3 * stream.next()), Math.floor(3 * stream.next())] });
        count.moves++;
      }
      here.phone.drop();
      count.drops++;
      await pause(2000 * stream.next());
      here = await seated(name, stream.next() < 0.1 ? undefined : here.token);
    }
    return here;
  }

  const teacher = await Phone.dial(port);
  const act = (what: string) => teacher.send({ type: "act", act: what });
  const teaches = () => teacher.send({ type: "teach", token: found(/#board-(\w+)/) });
  teaches();
  const played = (rounds: number) =>
    teacher.hears(
      "board",
      (board) => board.rounds.length === rounds && board.state.phase === "waiting" && board.state.round === rounds + 1,
    );
  async function teach(): Promise<void> {
    while (Date.now() < end) {
      for (let k = 0; k < ROUNDS; k++) {
        act("open");
        await pause(THINKING);
        act("close");
        await played(k + 1);
        round = k + 2;
        count.rounds++;
      }
      for (let k = ROUNDS; k > 0; k--) {
        act("undo");
        await played(k - 1);
        round = k;
      }
    }
  }

  const samples: number[] = [];
  async function watch(): Promise<void> {
    while (Date.now() < end) {
      await pause(Math.min(10_000, minutes * 2000));
      samples.push(residentOf(server.child.pid as number));
      console.log(`${samples.length}: ${((samples.at(-1) as number) / MB).toFixed(0)} MiB, ${JSON.stringify(count)}`);
    }
  }

  const [, , ...guests] = await Promise.all([teach(), watch(), ...Array.from({ length: PHONES }, (_, k) => guest(`Phone ${k}`))]);
  teaches(); // the board once more: nothing moves any more that would have it sent
  const { seats } = await teacher.hears("board", (board) => board.seats.every(({ here }) => here));
  equal(seats.map(({ name }) => name).sort(), Array.from({ length: PHONES }, (_, k) => `Phone ${k}`).sort());
  for (const { phone } of guests) phone.drop();
  teacher.drop();
  server.child.kill("SIGINT");
  equal(await server.ended, 0, server.err);
  console.log(`journal ${(statSync(join(folder, "journal.jsonl")).size / MB).toFixed(1)} MiB on the disk`);
  rmSync(folder, { recursive: true, force: true });
  verdict(
    `class of ${PHONES} phones, ${minutes} minutes, ${count.moves} moves, ${count.drops} drops, ${count.rounds} rounds, resident memory of the server`,
    samples,
  );
}
