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
  /** @param total  if it is another by now */
  update(done: number, note: string, total?: number): void;
  stop(): void;
}

/** A progress bar where a person is watching, nothing in a pipe. */
export function progressBar(terminal: Terminal, total: number, what: string, of = "weeks"): Progress {
  if (!terminal.watched) return { update() {}, stop() {} };
  const bar = new cliProgress.SingleBar(
    {
      format: `${what} {bar} {value}/{total} ${of}  {note}  {eta_formatted} left`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0, { note: "" });
  return {
    update(done, note, all) {
      if (all !== undefined) bar.setTotal(all);
      bar.update(done, { note });
    },
    stop: () => bar.stop(),
  };
}

/** Text in red where a person is watching. */
export const alarm = (terminal: Terminal, text: string) => (terminal.watched ? styleText("red", text) : text);

/** Rows of texts as columns of even width. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => row[k].length)));
  return rows.map((row) => row.map((text, k) => (k === row.length - 1 ? text : text.padEnd(widths[k]))).join("  ")).join("\n");
}

/** A whole number given on the command line. */
export function wholeNumber(text: string, option: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new CommandFailure(`${option} is ${text}. Write a whole number from ${min} to ${max}.`);
  return value;
}
