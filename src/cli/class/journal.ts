import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { ClassEvent } from "../../teaching/index.ts";

const NAME = "journal.jsonl";

/** What has happened in a class, a line each, on the disk before anybody is told of it. */
export class Journal {
  private readonly file: number;

  private constructor(path: string) {
    this.file = openSync(path, "a", 0o600); // it holds the tokens of the seats
  }

  /** Opens the journal of a folder with what stands in it; a last line that was cut off by a power failure is left out. */
  static open(folder: string): { journal: Journal; events: ClassEvent[] } {
    const path = join(folder, NAME);
    const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n").slice(0, -1) : [];
    return { journal: new Journal(path), events: lines.filter(Boolean).map((line) => JSON.parse(line) as ClassEvent) };
  }

  add(event: ClassEvent): void {
    writeSync(this.file, `${JSON.stringify(event)}\n`);
    fsyncSync(this.file);
  }

  close(): void {
    closeSync(this.file);
  }
}
