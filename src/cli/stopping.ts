import { constants } from "node:os";
import { stopController, type Terminal } from "./terminal.ts";

/**
 * Lets a command finish what it is writing when it is told to stop (Ctrl-C, SIGTERM): it looks at the terminal's `stop`. Told
 * again, the program ends at once. This thread must be free to hear it: what computes does so on others.
 */
export function heedSignals(command: string, terminal: Terminal): void {
  const heard = (signal: "SIGINT" | "SIGTERM") => {
    if (terminal.stop.aborted) process.exit(128 + constants.signals[signal]);
    terminal.err(`${command}: stops as soon as what it is writing is finished; told again, it ends at once.`);
    stopController.abort();
  };
  process.on("SIGINT", heard);
  process.on("SIGTERM", heard);
}
