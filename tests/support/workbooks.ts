import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import writeXlsxFile from "write-excel-file/universal";
import { placeOf } from "../../src/words/index.ts";
import type { GivenFile, Remark } from "../../src/workbook/index.ts";

export const file = (name: string, text: string): GivenFile => ({ name, bytes: new TextEncoder().encode(text) });

type Value = string | number | boolean | Date | null;

/** The bytes of a workbook with these sheets. */
export async function workbook(sheets: Readonly<Record<string, readonly (readonly Value[])[]>>): Promise<Uint8Array> {
  const blob = await writeXlsxFile(
    Object.entries(sheets).map(([sheet, data]) => ({
      sheet,
      data: data.map((row) => row.map((value) => (value instanceof Date ? { value, type: Date, format: "yyyy-mm-dd" } : value))),
    })) as never,
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** Remarks in short: what they are, where, and their code. */
export const places = (remarks: readonly Remark[]): string[] => remarks.map((one) => `${one.is} ${placeOf(one)} ${one.message.code}`);

let codes: Map<string, readonly number[]> | undefined;

/** A text in GBK, by turning around what the decoder does. */
export function gbk(text: string): Uint8Array {
  codes ??= new Map(
    Array.from({ length: 0x7e * 0xbf }, (_, k) => [0x81 + Math.floor(k / 0xbf), 0x40 + (k % 0xbf)] as const).map((pair) => [
      new TextDecoder("gbk").decode(Uint8Array.of(...pair)),
      pair,
    ]),
  );
  return Uint8Array.from([...text].flatMap((sign) => (sign.charCodeAt(0) < 128 ? [sign.charCodeAt(0)] : [...(codes?.get(sign) ?? [63])])));
}

/** A text in UTF-16 with its mark, little end first. */
export const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([...`\ufeff${text}`].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]));

/** A workbook whose files are changed before it is packed again: what spreadsheets write and the writer of the tests does not. */
export function changed(bytes: Uint8Array, change: (name: string, text: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        /\.(xml|rels)$/.test(name) ? strToU8(change(name, strFromU8(content))) : content,
      ]),
    ),
  );
}
