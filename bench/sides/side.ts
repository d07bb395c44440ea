import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { drawKey } from "../../src/random/index.ts";
import type { Side } from "../model.ts";
import { readTown, type Town } from "../town.ts";

/**
 * A side in a process of its own: node side.js NAME TOWN SEED [KERNEL]. Answers "run WEEKS" with nanoseconds by the
 * clock and of processor time, and "state FILE" with "written", one line each, as bench/reference/reference.c does.
 */
const [name, path, seed, kernel] = process.argv.slice(2);
const compiled = () => new WebAssembly.Module(readFileSync(kernel));
const makers: Record<string, (town: Town) => Promise<Side>> = {
  "ours-1": async (town) => (await import("./ours.ts")).ours(town, drawKey(seed), 1),
  "ours-2": async (town) => (await import("./ours.ts")).ours(town, drawKey(seed), 2),
  "wasm-1": async (town) => (await import("./ours.ts")).ours(town, drawKey(seed), 1, compiled()),
  "wasm-2": async (town) => (await import("./ours.ts")).ours(town, drawKey(seed), 2, compiled()),
  agentscript: async (town) => {
    // AgentScript makes a canvas when it is loaded, which Node has not; the model never draws.
    Object.assign(globalThis, {
      OffscreenCanvas: class {
        getContext = () => ({});
      },
    });
    return (await import("./agentscript.ts")).agentscript(town);
  },
  flocc: async (town) => (await import("./flocc.ts")).flocc(town),
};
const side = await makers[name](readTown(path));
for await (const line of createInterface({ input: process.stdin })) {
  const [verb, what] = line.split(/ (.*)/);
  if (verb === "run") {
    const processor = process.cpuUsage();
    const start = process.hrtime.bigint();
    side.run(Number(what));
    const clock = process.hrtime.bigint() - start;
    const { user, system } = process.cpuUsage(processor);
    console.log(`${clock} ${(user + system) * 1000}`);
  } else {
    const { trust, active } = side.state();
    writeFileSync(what, Buffer.concat([new Uint8Array(trust.buffer, trust.byteOffset, trust.byteLength), active]));
    console.log("written");
  }
}
side.close?.();
