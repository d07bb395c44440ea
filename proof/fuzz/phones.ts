import { ok, deepStrictEqual as same } from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { Connection } from "../../src/cli/class/guests.ts";
import { PlayedDistrict } from "../../src/cli/class/playedDistrict.ts";
import { Room, type Subject } from "../../src/cli/class/room.ts";
import { lessonSchema, type Reply } from "../../src/teaching/index.ts";
import { scenario } from "../../tests/support/scenarios.ts";
import { anyDamage, damaged } from "./damage.ts";
import { anyEdit, edited } from "./edits.ts";
import { kind } from "./kind.ts";

const predict = { kind: "value", ask: "?", measure: "participation_rate" };
const subjects: Record<"district" | "lesson", Subject> = {
  district: {
    mode: "district",
    district: new PlayedDistrict(
      await scenario("community", "population.residents=200", "population.communities=2", "organizations.count=4"),
    ),
    title: { en: "t", zh: "t" },
    seed: "1",
  },
  lesson: {
    mode: "lesson",
    text: "",
    seed: "1",
    lesson: lessonSchema.parse({
      title: "t",
      scenario: "community",
      scenes: [
        { title: "1", text: "t", predict },
        { title: "2", text: "t" },
      ],
    }),
  },
};

/** Stand for what only the class of the moment knows. */
const [CODE, TOKEN] = ["@code", "@token"];
const messages = [
  { type: "join", code: CODE, name: "Wu" },
  { type: "join", code: CODE, name: "Li" }, // who sits there
  { type: "back", token: TOKEN },
  { type: "watch" },
  { type: "teach", token: TOKEN },
  { type: "move", round: 1, choices: [0, 1] },
  { type: "predict", scene: 0, values: [0.4] },
  { type: "act", act: "open" },
  { type: "act", act: "close" },
  { type: "act", act: "free", seat: 1 },
  { type: "act", act: "rename", seat: 1, name: "Wu" },
  { type: "act", act: "scene", scene: 1 },
];
const sent = fc.record({
  of: fc.nat(messages.length - 1),
  edits: fc.array(anyEdit, { maxLength: 3 }),
  blows: fc.option(anyDamage),
});
interface Phones {
  mode: "district" | "lesson";
  /** Whether it has a seat, or only reaches the server. */
  sits: boolean;
  sent: readonly (typeof sent extends fc.Arbitrary<infer T> ? T : never)[];
}

function textOf({ of, edits, blows }: Phones["sent"][number]): string {
  const text = JSON.stringify(edited(messages[of], edits)) ?? "";
  return blows === null ? text : new TextDecoder().decode(damaged(new TextEncoder().encode(text), blows));
}

/** Somebody who keeps what they are told. */
class Guest implements Connection {
  readonly told: Reply[] = [];
  send = (reply: Reply) => void this.told.push(JSON.parse(JSON.stringify(reply)));
  last = <T extends Reply["type"]>(type: T) => this.told.findLast((reply) => reply.type === type) as Extract<Reply, { type: T }>;
}

/** All that the class holds, but for the seats of those that send damaged messages. */
async function heldOf(room: Room, token: string) {
  const [seat, teacher] = [new Guest(), new Guest()];
  for (const guest of [seat, teacher]) room.connect(guest);
  await room.take(seat, JSON.stringify({ type: "back", token }));
  await room.take(teacher, JSON.stringify({ type: "teach", token: room.teacherToken }));
  const { seats, state, rounds, scene, digest } = teacher.last("board");
  room.leave(teacher);
  return { mine: [seat.last("seat"), seat.last("state")], seat: seats.find(({ name }) => name === "Li"), state, rounds, scene, digest };
}

export const phones = kind<Phones>({
  id: "phones",
  holds: "whatever a phone sends, the class answers in a form that it knows, and changes no other seat, no round and no scene",
  any: fc.record({ mode: fc.constantFrom("district", "lesson"), sits: fc.boolean(), sent: fc.array(sent, { minLength: 1, maxLength: 6 }) }),
  async check({ mode, sits, sent }) {
    const folder = mkdtempSync(join(tmpdir(), "four-circles-phones-"));
    let clock = 0;
    const open = () => Room.open(subjects[mode], "fuzz", folder, () => (clock += 60_000)); // nobody is too fast
    const room = await open();
    try {
      const [teacher, li, phone] = [new Guest(), new Guest(), new Guest()];
      for (const guest of [teacher, li, phone]) room.connect(guest);
      const say = (guest: Guest, message: object) => room.take(guest, JSON.stringify(message));
      await say(li, { type: "join", code: room.code, name: "Li" });
      await say(teacher, { type: "teach", token: room.teacherToken });
      await say(teacher, { type: "act", act: "open" });
      await say(li, mode === "district" ? { type: "move", round: 1, choices: [0, 1] } : { type: "predict", scene: 0, values: [0.25] });
      if (sits) await say(phone, { type: "join", code: room.code, name: "Zhao" });
      const { token } = li.last("seat");
      const before = await heldOf(room, token);
      same(before.seat?.done, true);
      for (const one of sent) {
        const own = phone.last("seat")?.token ?? "0".repeat(32);
        const told = phone.told.length;
        const text = textOf(one).replaceAll(CODE, room.code).replaceAll(TOKEN, own);
        await room.take(phone, text);
        // Whoever has a seat and asks for one again is told nothing.
        ok(phone.told.length > told || text.includes("join"), `no answer to ${text}`);
        same(await heldOf(room, token), before);
      }
      same(
        phone.told.filter((reply) => reply.type === "seat" && reply.id === before.seat?.id),
        [],
      );
      const { seats } = room;
      const again = await open(); // what was written is read
      const after = await heldOf(again, token);
      await again.close();
      same([after.mine, again.seats], [before.mine, seats]);
      same(Object.getPrototypeOf({}).x, undefined);
    } finally {
      await room.close();
      rmSync(folder, { recursive: true });
    }
  },
  show: ({ mode, sits, sent }) => JSON.stringify({ mode, sits, sent: sent.map(textOf) }),
});
