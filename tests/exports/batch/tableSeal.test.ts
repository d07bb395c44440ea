import fc from "fast-check";
import { ByteWriter } from "hyparquet-writer";
import { expect, it } from "vitest";
import { checksumOf, parquetSink, sealedTable, tableState } from "../../../src/exports/index.ts";

/** A table of a batch; one of its arms is named like the entry that is looked for. */
function table(): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  const column = { unit: "", description: "", nullable: false };
  const columns = [
    { ...column, name: "run", type: "INT32" as const },
    { ...column, name: "arm", type: "STRING" as const },
    { ...column, name: "participation_rate", type: "DOUBLE" as const },
  ];
  const sink = parquetSink(writer, columns, { table: "runs" });
  for (let run = 0; run < 40; run++) sink.row([run, `"checksum":"${"7".repeat(64)}`, run / 7]);
  sink.finish();
  return sealedTable(writer);
}

const whole = table();

it("a table knows whether any bit of it is another", () => {
  expect(tableState(whole)).toBe("whole");
  expect(table()).toEqual(whole);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 7 }), (at, bit) => {
      const bytes = whole.slice();
      bytes[at] ^= 1 << bit;
      expect(tableState(bytes)).not.toBe("whole");
    }),
    { numRuns: 2000 },
  );
});

it("a table that is cut short, or of another program, is told apart from one that was altered", () => {
  const altered = whole.slice();
  altered[375] ^= 128;
  expect(tableState(altered)).toBe("altered");
  for (const length of [0, 7, 100, whole.length - 1]) expect(tableState(whole.subarray(0, length))).toBe("broken");
  const other = new TextEncoder().encode("PAR1xxxxxxxxxxxx\x0c\0\0\0PAR1");
  expect(tableState(other)).toBe("foreign");
});

it("the checksum of a table is that of the file with zeros in its place", () => {
  const text = new TextDecoder("latin1").decode(whole);
  const [, checksum] = [...text.matchAll(/"checksum":"([0-9a-f]{64})"/g)].at(-1) as RegExpMatchArray;
  expect(checksumOf(new TextEncoder().encode("abc"))).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  const blank = Uint8Array.from(text.replace(checksum, "0".repeat(64)), (letter) => letter.charCodeAt(0));
  expect(checksumOf(blank)).toBe(checksum);
});
