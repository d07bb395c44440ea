import { styleText } from "node:util";
import cliProgress from "cli-progress";

/** What a command may touch; tests pass their own. */
export interface Terminal {
  /** Results: stdout. */
  out(text: string): void;
  /** Progress and problems: stderr. */
  err(text: string): void;
  /** True if a person is watching stderr. */
  readonly watched: boolean;
}

export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  watched: process.stderr.isTTY === true,
};

/** A problem of input or of the run, told to the person in one line; the command ends with exit code 1. */
export class CommandFailure extends Error {}

export interface Progress {
  update(done: number, note: string): void;
  stop(): void;
}

/** A progress bar where a person is watching, nothing in a pipe. */
export function progressBar(terminal: Terminal, total: number, what: string): Progress {
  if (!terminal.watched) return { update() {}, stop() {} };
  const bar = new cliProgress.SingleBar(
    {
      format: `${what} {bar} {value}/{total} weeks  {note}  {eta_formatted} left`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0, { note: "" });
  return { update: (done, note) => bar.update(done, { note }), stop: () => bar.stop() };
}

/** Text in red where a person is watching. */
export const alarm = (terminal: Terminal, text: string) => (terminal.watched ? styleText("red", text) : text);
