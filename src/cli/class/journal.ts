import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { ClassEvent } from "../../teaching/index.ts";

const NAME = "journal.jsonl";

/** What has happened in a class, a line each, on the disk before anybody is told of it. */
export class Journal {
  private readonly path: string;
  private file: number;
  private text: string;
  /** Whether all of the text stands in the file. */
  private whole = true;

  private constructor(path: string, text: string) {
    this.path = path;
    this.file = opened(path);
    this.text = text;
  }

  /** Opens the journal of a folder with what stands in it; a last line that was cut off by a power failure is left out. */
  static open(folder: string): { journal: Journal; events: ClassEvent[] } {
    const path = join(folder, NAME);
    const found = existsSync(path) ? readFileSync(path, "utf8") : "";
    const text = found.slice(0, found.lastIndexOf("\n") + 1);
    const journal = new Journal(path, text);
    if (text.length < found.length) ftruncateSync(journal.file, Buffer.byteLength(text)); // or the next line would be part of it
    return {
      journal,
      events: text
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as ClassEvent),
    };
  }

  /**
   * Adds a line. Where the folder was taken away, the whole journal is written again.
   *
   * @throws Error of the file system; then nothing of the line stands there
   */
  add(event: ClassEvent): void {
    const line = `${JSON.stringify(event)}\n`;
    if (this.whole && this.isThere()) this.write(line, this.text);
    else {
      mkdirSync(dirname(this.path), { recursive: true });
      const file = opened(this.path);
      closeSync(this.file);
      this.file = file;
      this.whole = false;
      if (fstatSync(file).size > 0) ftruncateSync(file);
      this.write(this.text + line, "");
      this.whole = true;
    }
    this.text += line;
  }

  close(): void {
    closeSync(this.file);
  }

  /** Whether the file that is open is still the one of that name. */
  private isThere(): boolean {
    const found = statSync(this.path, { throwIfNoEntry: false });
    return found !== undefined && found.ino === fstatSync(this.file).ino;
  }

  /** @param before  what stands there, and must if this fails */
  private write(text: string, before: string): void {
    const bytes = Buffer.from(text);
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.file, bytes, done);
      fsyncSync(this.file);
    } catch (error) {
      try {
        ftruncateSync(this.file, Buffer.byteLength(before));
      } catch {} // the line that was begun is left out when the journal is read
      throw error;
    }
  }
}

/** It holds the tokens of the seats: nobody else may read it. */
const opened = (path: string): number => openSync(path, "a", 0o600);
