import { type FileHandle, open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { decodeResult, encodeResult, type RunResult } from "../../experiment/index.ts";

const HEADER = Buffer.from("4CBATCH1");
const PREFIX = 8; // length and checksum of a record
const KEY = 32;

interface Place {
  journal: Journal;
  /** Where the encoded result stands, in bytes. */
  at: number;
  length: number;
  ok: boolean;
}

/**
 * Finished runs in one file, written at its end one after the other: length, CRC-32, key, result. A record counts once it is
 * on the disk as a whole; a record torn by a crash is recognized by its checksum and dropped when the file is opened again.
 */
export class Journal {
  /** Bytes after the last whole record, dropped when the file was opened. */
  torn = 0;
  private readonly file: FileHandle;
  private readonly index: Map<string, Place>;
  private end = HEADER.length;
  private last: Promise<void> = Promise.resolve();

  private constructor(file: FileHandle, index: Map<string, Place>) {
    this.file = file;
    this.index = index;
  }

  /**
   * Opens a journal and enters what it holds into an index.
   *
   * @param writable  false for journals of other shards: what is torn there is passed over and left as it is
   */
  static async open(path: string, index: Map<string, Place>, writable: boolean): Promise<Journal> {
    const file = await open(path, writable ? "a+" : "r");
    const journal = new Journal(file, index);
    await journal.scan(writable);
    return journal;
  }

  private async scan(writable: boolean): Promise<void> {
    const { size } = await this.file.stat();
    const header = await this.read(0, Math.min(size, HEADER.length));
    if (!HEADER.subarray(0, header.length).equals(header)) throw new Error("is not a journal of a batch.");
    let at = HEADER.length;
    while (at + PREFIX + KEY <= size) {
      const prefix = await this.read(at, PREFIX);
      const length = prefix.readUInt32LE(0);
      if (length <= KEY || at + PREFIX + length > size) break;
      const record = await this.read(at + PREFIX, length);
      if (crc32(record) !== prefix.readUInt32LE(4)) break;
      this.enter(record.toString("hex", 0, KEY), at + PREFIX + KEY, length - KEY, decodeResult(record.subarray(KEY)).ok);
      at += PREFIX + length;
    }
    this.torn = Math.max(0, size - at);
    this.end = at;
    if (!writable) return;
    if (size < HEADER.length) {
      await this.file.truncate(0);
      await this.file.appendFile(HEADER);
    } else await this.file.truncate(this.end);
    await this.file.sync();
  }

  private enter(key: string, at: number, length: number, ok: boolean): void {
    if (ok || !this.index.get(key)?.ok) this.index.set(key, { journal: this, at, length, ok });
  }

  private async read(at: number, length: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafe(length);
    const { bytesRead } = await this.file.read(bytes, 0, length, at);
    return bytes.subarray(0, bytesRead);
  }

  async result(at: number, length: number): Promise<RunResult> {
    return decodeResult(await this.read(at, length));
  }

  /** Appends a result; resolves when it is on the disk. What cannot be written as a whole is taken back. */
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
        await this.file.truncate(this.end);
        throw error;
      }
      this.enter(key, this.end + PREFIX + KEY, body.length, result.ok);
      this.end += record.length;
    });
    this.last = written.catch(() => {});
    return written;
  }

  async close(): Promise<void> {
    await this.last;
    await this.file.close();
  }
}

export type { Place };
