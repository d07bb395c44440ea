import { styleText } from "node:util";
import { jsonText, plainText } from "./plainText.ts";
import { type Progress, progressBar, progressLines } from "./progress.ts";

/** What a command may touch; tests pass their own. */
export interface Terminal {
  /** Results: stdout. */
  out(text: string): void;
  /** Results for programs: stdout. */
  json(value: unknown): void;
  /** What a person should know meanwhile: stderr. */
  err(text: string): void;
  /** A problem: stderr, in red where a person is watching. */
  alarm(text: string): void;
  /** Shows on stderr how far something has come: a bar where a person is watching, a line now and then in a log. */
  progress(total: number, what: string, of?: string): Progress;
  /** True if a person is watching stderr. */
  readonly watched: boolean;
  /** Aborted when the command is to stop: what it is writing is finished, and nothing is begun any more. */
  readonly stop: AbortSignal;
}

/** Whoever hears that a command is to stop aborts this. */
export const stopController = new AbortController();

const watched = process.stderr.isTTY === true;
const print = (stream: NodeJS.WriteStream, text: string) => void stream.write(`${text}\n`);

/** The only way to stdout and stderr: all that passes is plain text, wherever it came from. */
export const processTerminal: Terminal = {
  out: (text) => print(process.stdout, plainText(text)),
  json: (value) => print(process.stdout, jsonText(value)),
  err: (text) => print(process.stderr, plainText(text)),
  alarm: (text) => print(process.stderr, watched ? styleText("red", plainText(text)) : plainText(text)),
  progress(total, what, of = "weeks") {
    const name = plainText(what).replaceAll("\n", " ");
    return watched ? progressBar(total, name, of) : progressLines(processTerminal.err, total, name, of);
  },
  watched,
  stop: stopController.signal,
};

/** Exit code of a program that is ended by SIGPIPE, as shells report it. */
const BROKEN_PIPE = 141;

/**
 * Lets the program end quietly when nobody reads its results any more ("| head"), in one line when they have no place
 * ("> /dev/full"), and not at all when its log is gone.
 */
export function endWithReader(): void {
  process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") process.exit(BROKEN_PIPE);
    processTerminal.alarm(`The results cannot be printed: ${code === "ENOSPC" ? "there is no space left" : message}.`);
    process.exit(1);
  });
  process.stderr.on("error", () => {});
}

/** A problem of input or of the run, told to the person in one line; the command ends with exit code 1. */
export class CommandFailure extends Error {}

/** Rows of texts as columns of even width. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((text) => text.replace(/\s*\n\s*/g, " ")));
  const widths = lines[0].map((_, k) => Math.max(...lines.map((row) => cells(row[k]))));
  const padded = (text: string, width: number) => text + " ".repeat(width - cells(text));
  return lines.map((row) => row.map((text, k) => (k === row.length - 1 ? text : padded(text, widths[k]))).join("  ")).join("\n");
}

/** Cells that a text takes in a terminal: two for Chinese characters and full-width marks. */
const cells = (text: string): number =>
  text.length + (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g)?.length ?? 0);

/** A whole number given on the command line. */
export function wholeNumber(text: string, option: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new CommandFailure(`${option} is ${text}. Write a whole number from ${min} to ${max}.`);
  return value;
}

/** Threads given on the command line; undefined for as many as the machine has. */
export const threadsOf = (text: string | undefined, option = "--threads"): number | undefined =>
  text === undefined ? undefined : wholeNumber(text, option, 1, 256);

/** Seeds 1 to n, of which an option gives the number. */
export const seedsOf = (text: string, command: string, option = "--seeds"): string[] =>
  Array.from({ length: wholeNumber(text, `${command}: ${option}`, 1, 1000) }, (_, k) => String(k + 1));
