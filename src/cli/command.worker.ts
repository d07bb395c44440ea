import { parentPort, workerData } from "node:worker_threads";
import { explained } from "./failure.ts";
import { jsonText } from "./plainText.ts";
import type { Terminal } from "./terminal.ts";
import type { ThreadCommand, Told } from "./thread.ts";

/** The thread of a command that computes (`onThread`). */
const { command, args, watched } = workerData as { command: ThreadCommand; args: unknown[]; watched: boolean };
const tell = (told: Told) => parentPort?.postMessage(told);
const stopping = new AbortController();
parentPort?.once("message", () => stopping.abort());
parentPort?.unref();

let bars = 0;
const terminal: Terminal = {
  out: (text) => tell({ kind: "out", text }),
  json: (value) => tell({ kind: "out", text: jsonText(value) }),
  err: (text) => tell({ kind: "err", text }),
  alarm: (text) => tell({ kind: "alarm", text }),
  progress(total, what, of) {
    const bar = bars++;
    tell({ kind: "begin", bar, total, what, of });
    return {
      update: (done, note, all) => tell({ kind: "update", bar, done, note, total: all }),
      stop: () => tell({ kind: "stop", bar }),
    };
  },
  watched,
  stop: stopping.signal,
};

const commands: Record<ThreadCommand, (...args: never[]) => Promise<void>> = {
  run: async (path: string, options: never) => (await import("./run.ts")).run(path, options, terminal),
  verify: async (path: string) => (await import("./verify.ts")).verify(path, terminal),
  export: async (path: string, options: never) => (await import("./export.ts")).exportRun(path, options, terminal),
  why: async (path: string, agent: string, options: never) => (await import("./why.ts")).why(path, agent, options, terminal),
};

try {
  await commands[command](...(args as never[]));
  tell({ kind: "done" });
} catch (error) {
  const failure = explained(error);
  if (!failure) throw error;
  tell({ kind: "failure", message: failure.message });
}
