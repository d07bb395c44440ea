import { type FileHandle, open, rename } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { decodeResult, encodeResult, type RunResult } from "../../experiment/index.ts";
import { unwritable } from "../fileFailure.ts";
import { CommandFailure } from "../terminal.ts";

const HEADER = Buffer.from("4CBATCH1");
const PREFIX = 8; // length and checksum of a record
const KEY = 32;
/** How every result begins, after its length (`encodeResult`): where to look for records behind a damaged one. */
const HEAD = Buffer.from('{"ok":');
const HEAD_AT = PREFIX + KEY + 4;
const LOOK = 1 << 20; // bytes read at a time when looking for it

/** What a result holds. */
interface Sizes {
  ok: boolean;
  /** Numbers. */
  outcomes: number;
  series: number;
}

const sizesOf = (result: RunResult): Sizes =>
  result.ok ? { ok: true, outcomes: result.outcomes.length, series: result.series.length } : { ok: false, outcomes: 0, series: 0 };

interface Place extends Sizes {
  journal: Journal;
  /** Where the encoded result stands, in bytes. */
  at: number;
  length: number;
}

/** A whole record: where it stands in the file, and what it holds. */
interface Found extends Sizes {
  from: number;
  to: number;
  key: string;
}

/**
 * Finished runs in one file, written at its end one after the other: length, CRC-32, key, result. A record counts once it is
 * on the disk as a whole. A record torn by a crash, or damaged later, is recognized by its checksum when the file is opened
 * again, and left out; all others stay.
 */
export class Journal {
  /** Bytes at the end of a run that was being written when the file was last used. */
  torn = 0;
  /** Runs that stood there and cannot be read, and their bytes. */
  damaged = { runs: 0, bytes: 0 };
  private file: FileHandle;
  private readonly path: string;
  private readonly index: Map<string, Place>;
  private end = HEADER.length;
  private last: Promise<void> = Promise.resolve();

  private constructor(path: string, file: FileHandle, index: Map<string, Place>) {
    this.path = path;
    this.file = file;
    this.index = index;
  }

  /**
   * Opens a journal and enters what it holds into an index.
   *
   * @param writable  false for journals of other shards: what is torn or damaged there is passed over and left as it is
   * @throws CommandFailure if it cannot be used
   */
  static async open(path: string, index: Map<string, Place>, writable: boolean): Promise<Journal> {
    const journal = new Journal(path, await opened(path, writable), index);
    try {
      await journal.scan(writable);
    } catch (error) {
      await journal.file.close();
      throw unwritable(path, error);
    }
    return journal;
  }

  private async scan(writable: boolean): Promise<void> {
    const { size } = await this.file.stat();
    const header = await this.read(0, Math.min(size, HEADER.length));
    if (!HEADER.subarray(0, header.length).equals(header))
      throw new CommandFailure(`${this.path}: is not a journal of this version. Name another folder with --out, or move that file away.`);
    const found: Found[] = [];
    let at = HEADER.length;
    while (at < size) {
      const next = (await this.recordAt(at, size)) ?? (await this.recordAfter(at, size));
      const gap = (next?.from ?? size) - at;
      if (gap > 0) await this.lose(at, gap, next === undefined);
      if (!next) break;
      found.push(next);
      at = next.to;
    }
    if (writable) await this.mend(size, found);
    for (const { from, to, key, ...sizes } of found) this.enter(key, from + PREFIX + KEY, to - from - PREFIX - KEY, sizes);
  }

  /** The record that begins at a place, if a whole one does. */
  private async recordAt(at: number, size: number): Promise<Found | undefined> {
    if (at + PREFIX + KEY > size) return undefined;
    const prefix = await this.read(at, PREFIX);
    const length = prefix.readUInt32LE(0);
    if (length <= KEY || at + PREFIX + length > size) return undefined;
    const record = await this.read(at + PREFIX, length);
    if (crc32(record) !== prefix.readUInt32LE(4)) return undefined;
    try {
      const sizes = sizesOf(decodeResult(record.subarray(KEY)));
      return { from: at, to: at + PREFIX + length, key: record.toString("hex", 0, KEY), ...sizes };
    } catch {
      return undefined; // its checksum fits, but it holds no result
    }
  }

  /** The first whole record that begins after a place. */
  private async recordAfter(at: number, size: number): Promise<Found | undefined> {
    for await (const head of this.heads(at + 1 + HEAD_AT, size)) {
      const record = await this.recordAt(head - HEAD_AT, size);
      if (record) return record;
    }
    return undefined;
  }

  /** Places from `from` up to `to` at which a result may begin. */
  private async *heads(from: number, to: number): AsyncGenerator<number> {
    for (let at = from; at < to; at += LOOK) {
      const bytes = await this.read(at, Math.min(LOOK + HEAD.length - 1, to - at)); // so far that none is cut by the edge
      for (let found = bytes.indexOf(HEAD); found >= 0 && found < LOOK; found = bytes.indexOf(HEAD, found + 1)) yield at + found;
    }
  }

  /** Takes down what stands between whole records, or after the last of them: there it may be torn. */
  private async lose(at: number, length: number, last: boolean): Promise<void> {
    let runs = 0;
    for await (const _ of this.heads(at, at + length)) runs++;
    if (last && runs <= 1 && (await this.isTorn(at, length))) this.torn = length;
    else this.damaged = { runs: this.damaged.runs + Math.max(1, runs), bytes: this.damaged.bytes + length };
  }

  /** True if the end of the file is a record that is not all there, or the nothing that a crash may leave. */
  private async isTorn(at: number, length: number): Promise<boolean> {
    if (length < PREFIX) return true;
    const said = (await this.read(at, PREFIX)).readUInt32LE(0);
    return said === 0 || PREFIX + said > length;
  }

  /** Takes what is torn or damaged out of the file: those runs are computed and appended again. */
  private async mend(size: number, found: Found[]): Promise<void> {
    if (this.damaged.bytes > 0) await this.rewrite(found);
    this.end = found.at(-1)?.to ?? HEADER.length;
    if (size < HEADER.length) {
      await this.file.truncate(0);
      await this.file.appendFile(HEADER);
    } else if (this.damaged.bytes === 0) await this.file.truncate(this.end);
    await this.file.sync();
  }

  /** Writes the file anew with its whole records alone, and says where they stand by then. */
  private async rewrite(found: Found[]): Promise<void> {
    const part = `${this.path}.part`;
    const copy = await open(part, "w");
    try {
      await copy.appendFile(HEADER);
      let end = HEADER.length;
      for (const record of found) {
        const length = record.to - record.from;
        await copy.appendFile(await this.read(record.from, length));
        [record.from, record.to] = [end, end + length];
        end += length;
      }
      await copy.sync();
    } finally {
      await copy.close();
    }
    await rename(part, this.path);
    await this.file.close();
    this.file = await opened(this.path, true);
  }

  private enter(key: string, at: number, length: number, sizes: Sizes): void {
    if (sizes.ok || !this.index.get(key)?.ok) this.index.set(key, { journal: this, at, length, ...sizes });
  }

  private async read(at: number, length: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(length);
    const { bytesRead } = await this.file.read(bytes, 0, length, at);
    return bytes.subarray(0, bytesRead);
  }

  async result(at: number, length: number): Promise<RunResult> {
    return decodeResult(await this.read(at, length));
  }

  /**
   * Appends a result; resolves when it is on the disk. What cannot be written as a whole is taken back.
   *
   * @throws CommandFailure that says why not
   */
  append(key: string, result: RunResult): Promise<void> {
    const body = encodeResult(result);
    const record = Buffer.concat([Buffer.alloc(PREFIX), Buffer.from(key, "hex"), body]);
    record.writeUInt32LE(record.length - PREFIX, 0);
    record.writeUInt32LE(crc32(record.subarray(PREFIX)), 4);
    const written = this.last.then(async () => {
      try {
        await this.file.appendFile(record);
        await this.file.datasync();
      } catch (error) {
        await this.file.truncate(this.end).catch(() => {}); // else it is torn, and found so
        throw unwritable(this.path, error, "All finished runs are kept. ");
      }
      this.enter(key, this.end + PREFIX + KEY, body.length, sizesOf(result));
      this.end += record.length;
    });
    this.last = written.catch(() => {});
    return written;
  }

  async close(): Promise<void> {
    await this.last;
    await this.file.close();
  }

  /** What a person should know of the state in which the file was found; undefined if it was whole. */
  get state(): string | undefined {
    const { runs, bytes } = this.damaged;
    const lost =
      runs > 0
        ? [`lost ${runs} ${runs === 1 ? "run" : "runs"} that ${runs === 1 ? "was" : "were"} damaged on the disk (${bytes} bytes)`]
        : [];
    const torn = this.torn > 0 ? [`dropped ${this.torn} bytes of a run that was being written when the command was stopped`] : [];
    return lost.length + torn.length > 0 ? `${this.path}: ${[...lost, ...torn].join(", and ")}.` : undefined;
  }
}

async function opened(path: string, writable: boolean): Promise<FileHandle> {
  try {
    return await open(path, writable ? "a+" : "r");
  } catch (error) {
    throw unwritable(path, error);
  }
}

export type { Place };
