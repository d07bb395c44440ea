import { expect, it } from "vitest";
import { decode } from "../../src/scenario/index.ts";

const title = "title: 钟楼区 é";
const utf16 = (littleEndian: boolean, mark: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * title.length));
  for (let k = 0; k < title.length; k++) view.setUint16(2 * k, title.charCodeAt(k), littleEndian);
  const marks = mark ? (littleEndian ? [0xff, 0xfe] : [0xfe, 0xff]) : [];
  return Uint8Array.of(...marks, ...new Uint8Array(view.buffer));
};
// 钟楼区 in GBK, as iconv writes it.
const gbk = Uint8Array.of(...new TextEncoder().encode("title: "), 0xd6, 0xd3, 0xc2, 0xa5, 0xc7, 0xf8);

it.each([
  ["UTF-8", new TextEncoder().encode(title)],
  ["UTF-8", new TextEncoder().encode(`\ufeff${title}`)],
  ["UTF-16LE", utf16(true, true)],
  ["UTF-16LE", utf16(true, false)],
  ["UTF-16BE", utf16(false, true)],
  ["UTF-16BE", utf16(false, false)],
])("reads %s, with a mark and without", (encoding, bytes) => {
  expect(decode(bytes)).toEqual({ ok: true, encoding, text: title });
});

it("reads GBK, and says that it is", () => {
  expect(decode(gbk)).toEqual({ ok: true, encoding: "GB18030", text: "title: 钟楼区" });
});

it("reads what is empty, or one letter", () => {
  expect([decode(new Uint8Array()), decode(Uint8Array.of(97))]).toMatchObject([{ text: "" }, { text: "a" }]);
});

it.each([
  ["UTF-32 with a mark", Uint8Array.of(0xff, 0xfe, 0, 0, 97, 0, 0, 0), "isUtf32"],
  ["UTF-32 without", Uint8Array.of(0, 0, 0, 97), "isUtf32"],
  ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), "isNoText"],
  ["bytes of no encoding", Uint8Array.of(97, 0xff, 0xff, 98), "isNoText"],
])("refuses %s by name", (_, bytes, code) => {
  expect(decode(bytes)).toMatchObject({ ok: false, message: { code }, remedy: { code: "saveAsUtf8" } });
});
