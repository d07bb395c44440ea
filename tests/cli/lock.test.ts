import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { lock } from "../../src/cli/lock.ts";

const folder = () => mkdtempSync(join(tmpdir(), "four-circles-lock-"));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** What a lock that this process has just taken says, with something else in places. */
async function holder(other: Record<string, unknown>): Promise<string> {
  const path = folder();
  const release = await lock(path, "mine", () => {});
  const text = readFileSync(join(path, "mine.lock"), "utf8");
  release();
  return JSON.stringify({ ...JSON.parse(text), ...other });
}

describe("a lock", () => {
  it("keeps a second one out while its process lives, and is gone when it is given up", async () => {
    const path = folder();
    const release = await lock(path, "run", () => {});
    await expect(lock(path, "run", () => {})).rejects.toThrow(
      `${path}: process ${process.pid} on ${hostname()} is writing there. Wait for it, or name another folder with --out.`,
    );
    release();
    expect(existsSync(join(path, "run.lock"))).toBe(false);
    (await lock(path, "run", () => {}))();
  });

  it("is taken over at once from a process that had the number of one that lives, as after a container was started again", async () => {
    const path = folder();
    const before = JSON.parse(await holder({})).started.replace(/\d+$/, "1");
    writeFileSync(join(path, "run.lock"), await holder({ started: before }));
    const began = performance.now();
    const said: string[] = [];
    (await lock(path, "run", (text) => said.push(text)))();
    expect([said, performance.now() - began < 1000]).toEqual([[], true]);
  });

  it("is taken over at once from a process that has ended", async () => {
    const path = folder();
    const child = spawn("true");
    await new Promise((resolve) => child.on("exit", resolve));
    writeFileSync(join(path, "run.lock"), await holder({ process: child.pid }));
    (await lock(path, "run", () => {}))();
  });

  it.each(["", "{", "machine 17"])("that says “%s” is taken over, after the time that it takes to write one", async (text) => {
    const path = folder();
    writeFileSync(join(path, "run.lock"), text);
    (await lock(path, "run", () => {}))();
  });

  it("of another machine or container is respected while it beats", async () => {
    const path = folder();
    const beating = `setInterval(() => fs.utimesSync(${JSON.stringify(join(path, "run.lock"))}, new Date(), new Date()), 300)`;
    writeFileSync(join(path, "run.lock"), await holder({ host: "elsewhere", process: 1 }));
    children.push(spawn("node", ["-e", beating]));
    const said: string[] = [];
    await expect(lock(path, "run", (text) => said.push(text))).rejects.toThrow("process 1 on elsewhere is writing there");
    expect(said).toEqual([`${path}: waits up to 10 s for a sign of life of process 1 on elsewhere, which was writing there.`]);
  });

  it("of another machine or container is taken over when it does not beat any more", async () => {
    const path = folder();
    writeFileSync(join(path, "run.lock"), await holder({ space: "pid:[1]" }));
    const began = performance.now();
    (await lock(path, "run", () => {}))();
    expect(performance.now() - began).toBeGreaterThan(9_000);
  });
});
