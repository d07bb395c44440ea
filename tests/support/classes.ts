import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Room, type Subject } from "../../src/cli/class/room.ts";
import { type Served, serve } from "../../src/cli/class/serve.ts";
import type { Reply } from "../../src/teaching/index.ts";
import { Phone } from "./phone.ts";

/** Classes that are served while tests run, with clients of the protocol; their folders are gone when the tests are over. */
export function classes() {
  const folders: string[] = [];
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), "four-circles-class-"));
    folders.push(folder);
    return folder;
  };
  const pages = newFolder();
  writeFileSync(join(pages, "class.html"), "<title>class</title>");
  process.on("exit", () => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const open = new Set<Served>();

  async function begin(subject: Subject, folder = newFolder(), now = Date.now) {
    const room = await Room.open(subject, "test", folder, now);
    const server = await serve(room, pages, 0, "127.0.0.1");
    const served: Served = {
      port: server.port,
      async close() {
        open.delete(served);
        await server.close();
      },
    };
    open.add(served);
    const dial = () => Phone.dial(served.port);
    const teacher = await dial();
    teacher.send({ type: "teach", token: room.teacherToken });
    const first = await teacher.hears("board");
    const join = async (name: string) => {
      const phone = await dial();
      phone.send({ type: "join", code: room.code, name });
      return { phone, seat: await phone.hears("seat") };
    };
    const act = (message: object) => teacher.send({ type: "act", ...message });
    const onBoard = (fits: (board: Extract<Reply, { type: "board" }>) => boolean) => teacher.hears("board", fits);
    return { room, served, folder, teacher, first, dial, join, act, onBoard };
  }

  /** Ends those that are still open. */
  const end = () => Promise.all([...open].map((one) => one.close()));
  return { begin, newFolder, pages, end };
}
