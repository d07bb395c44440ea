import type { ByteWriter } from "hyparquet-writer";
import { checksumOf } from "../seal.ts";

/** A checksum that is not known yet. */
export const BLANK = "0".repeat(64);
const ENTRY = '"checksum":"';
const TAIL = 8; // bytes behind the footer: its length, and PAR1
const MAGIC = "PAR1";

const ascii = (bytes: Uint8Array) => String.fromCharCode(...bytes);

/**
 * Where the checksum of a Parquet file stands, in bytes from the start of the end that is given; undefined if there is none.
 * It is an entry of the metadata that lies in the footer, the last of that name: before it stand names and values of columns.
 *
 * @param end  the end of the file: its footer with what stands behind it, or more
 */
export function checksumPlace(end: Uint8Array): number | undefined {
  const first = end.length - footerLength(end);
  let at = end.length - TAIL - ENTRY.length - BLANK.length;
  while (at >= first && ascii(end.subarray(at, at + ENTRY.length)) !== ENTRY) at--;
  return at < first ? undefined : at + ENTRY.length;
}

/** Bytes of the footer of a Parquet file with what stands behind it. */
export const footerLength = (end: Uint8Array): number =>
  new DataView(end.buffer, end.byteOffset, end.length).getUint32(end.length - TAIL, true) + TAIL;

/** A table in memory as Parquet that holds its own checksum: SHA-256 of the whole file with zeros in its place. */
export function sealedTable(writer: ByteWriter): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(writer.getBuffer());
  const place = checksumPlace(bytes) as number;
  bytes.set(new TextEncoder().encode(checksumOf(bytes)), place);
  return bytes;
}

/**
 * Whether a table is as it was written, before anything in it is read: "broken" is no Parquet, or cut short; "foreign" holds no
 * checksum, as nothing that was not written here does.
 */
export function tableState(bytes: Uint8Array): "whole" | "altered" | "broken" | "foreign" {
  if (bytes.length < TAIL || ascii(bytes.subarray(-4)) !== MAGIC || footerLength(bytes) > bytes.length) return "broken";
  const place = checksumPlace(bytes);
  if (place === undefined) return "foreign";
  const blank = bytes.slice();
  blank.fill("0".charCodeAt(0), place, place + BLANK.length);
  return checksumOf(blank) === ascii(bytes.subarray(place, place + BLANK.length)) ? "whole" : "altered";
}
