import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quantile } from "simple-statistics";
import { Phone } from "../tests/support/phone.ts";

// How fast a class answers: clients of the protocol against the built command, over loopback. node dist/bench/classroom.js

/** Milliseconds over which a class taps. */
const WITHIN = 5000;
const ROUNDS = 3;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const told = (name: string, times: readonly number[]) => {
  const [half, most, all] = [0.5, 0.95, 1].map((share) => quantile([...times], share).toFixed(0));
  return `${name}: median ${half} ms, 95% below ${most} ms, all below ${all} ms`;
};

async function measure(clients: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "four-circles-classroom-"));
  const program = join(import.meta.dirname, "../cli/four-circles.js");
  const server = spawn("node", [program, "class", "--port", "0", "--host", "127.0.0.1", "--out", folder]);
  try {
    let out = "";
    server.stdout.on("data", (text) => (out += text));
    while (!out.includes("Kept in")) await wait(50);
    const [, port, token] = /127\.0\.0\.1:(\d+)\/class\.html#board-(\w+)/.exec(out) as RegExpExecArray;
    const [, code] = /letters (\w+)/.exec(out) as RegExpExecArray;
    const teacher = await Phone.dial(Number(port));
    teacher.send({ type: "teach", token });
    const phones: Phone[] = [];
    const joins: number[] = [];
    for (let k = 0; k < clients; k++) {
      const began = performance.now();
      const phone = await Phone.dial(Number(port));
      phone.send({ type: "join", code, name: `seat ${k + 1}` });
      await phone.hears("seat");
      joins.push(performance.now() - began);
      phones.push(phone);
    }
    const [taken, shown, closed]: number[][] = [[], [], []];
    for (let round = 1; round <= ROUNDS; round++) {
      teacher.send({ type: "act", act: "open" });
      await Promise.all(phones.map((phone) => phone.hears("state", ({ state }) => state.phase === "open" && state.round === round)));
      const taps = new Map<number, number>();
      let seen = 0;
      const watching = (async () => {
        while (seen < clients) {
          const board = await teacher.hears("board", ({ state }) => state.round === round);
          for (const { id, done } of board.seats) {
            const tapped = taps.get(id);
            if (!done || tapped === undefined) continue;
            shown.push(performance.now() - tapped);
            taps.delete(id);
            seen++;
          }
        }
      })();
      await Promise.all(
        phones.map(async (phone, k) => {
          await wait((WITHIN * k) / clients);
          const began = performance.now();
          taps.set(k + 1, began);
          phone.send({ type: "move", round, choices: [0, 0] });
          await phone.hears("taken");
          taken.push(performance.now() - began);
        }),
      );
      await watching;
      const began = performance.now();
      teacher.send({ type: "act", act: "close" });
      await Promise.all(phones.map((phone) => phone.hears("result").then(() => closed.push(performance.now() - began))));
    }
    console.log(`${clients} clients, ${ROUNDS} rounds, taps within ${WITHIN / 1000} s`);
    console.log(`  ${told("joined", joins)}`);
    console.log(`  ${told("tap to taken", taken)}`);
    console.log(`  ${told("tap to the board", shown)}`);
    console.log(`  ${told("close to the result on phones", closed)}`);
    const bytes = (of: (phone: Phone) => number) => (Math.max(...phones.map(of)) / ROUNDS).toFixed(0);
    console.log(`  bytes of a phone a round, at most: ${bytes(({ sent }) => sent)} up, ${bytes(({ received }) => received)} down`);
    for (const phone of phones) phone.drop();
  } finally {
    server.kill("SIGTERM");
    await new Promise((resolve) => server.once("close", resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const clients of [40, 200]) await measure(clients);
process.exit(0);
