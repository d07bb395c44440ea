import { type FileHandle, open, stat } from "node:fs/promises";
import { decode, mostBytes, type Source, said, type Unreadable } from "../scenario/index.ts";
import { processTerminal } from "./terminal.ts";

/**
 * Reads a file of text.
 *
 * @param named  true if a file names it: then it must be an ordinary file, for a device or a pipe may never end
 * @returns undefined if there is none
 */
export async function readSource(path: string, named: boolean): Promise<Source | Unreadable | undefined> {
  let file: FileHandle | undefined;
  try {
    const kind = await stat(path);
    if (kind.isDirectory()) return { message: said("isFolder"), remedy: said("nameAFile") };
    if (named && !kind.isFile()) return { message: said("isNoOrdinaryFile"), remedy: said("nameTextFile") };
    file = await open(path);
    const bytes = await upTo(file, mostBytes + 1);
    if (bytes.length > mostBytes)
      return { message: said("isLargerThan", { megabytes: mostBytes / 2 ** 20 }), remedy: said("nameSmallerFile") };
    const decoded = decode(bytes);
    if (!decoded.ok) return decoded;
    if (decoded.encoding === "GB18030") processTerminal.err(`${path}: is not UTF-8 and is read as GB18030, which GBK is a part of.`);
    return { path, text: decoded.text };
  } catch {
    return undefined;
  } finally {
    await file?.close();
  }
}

/** The first bytes of a file, however long it is. */
async function upTo(file: FileHandle, most: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(most);
  let length = 0;
  while (length < most) {
    const { bytesRead } = await file.read(buffer, length, most - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}
