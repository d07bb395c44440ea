import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Progress } from "./progress.ts";
import { heedSignals } from "./stopping.ts";
import { CommandFailure, type Terminal } from "./terminal.ts";

/** Commands that compute in the thread that they are called in. */
export type ThreadCommand = "run" | "verify" | "export" | "why";

/** What a command on a thread of its own has to say. */
export type Told =
  | { kind: "out" | "err" | "alarm"; text: string }
  | { kind: "begin"; bar: number; total: number; what: string; of: string | undefined }
  | { kind: "update"; bar: number; done: number; note: string; total: number | undefined }
  | { kind: "stop"; bar: number }
  | { kind: "done" }
  | { kind: "failure"; message: string };

/**
 * Runs a command on a thread of its own, so that this one hears signals whatever the command does: a week that never ends
 * would be deaf to them.
 */
export async function onThread(command: ThreadCommand, args: readonly unknown[], terminal: Terminal): Promise<void> {
  heedSignals(command, terminal);
  const thread = new Worker(fileURLToPath(new URL("./command.worker.js", import.meta.url)), {
    workerData: { command, args, watched: terminal.watched },
  });
  const stop = () => thread.postMessage("stop");
  terminal.stop.addEventListener("abort", stop);
  const bars = new Map<number, Progress>();
  try {
    await new Promise<void>((resolve, reject) => {
      thread.on("error", reject);
      thread.on("exit", (code) => reject(new Error(`${command}: its thread ended with ${code}.`)));
      thread.on("message", (told: Told) => {
        switch (told.kind) {
          case "begin":
            bars.set(told.bar, terminal.progress(told.total, told.what, told.of));
            break;
          case "update":
            bars.get(told.bar)?.update(told.done, told.note, told.total);
            break;
          case "stop":
            bars.get(told.bar)?.stop();
            break;
          case "done":
            resolve();
            break;
          case "failure":
            reject(new CommandFailure(told.message));
            break;
          default:
            terminal[told.kind](told.text);
        }
      });
    });
  } finally {
    for (const bar of bars.values()) bar.stop();
    terminal.stop.removeEventListener("abort", stop);
    await thread.terminate();
  }
}
