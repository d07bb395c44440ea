import { csvParseRows } from "d3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvSink, type TableColumn } from "../../../src/exports/index.ts";

const column = (name: string, type: TableColumn["type"]): TableColumn => ({ name, type, unit: "", description: "", nullable: true });

/** A row as CSV with its header, read back. */
function csv(names: readonly string[], cells: readonly (string | number | boolean | null)[]): string[][] {
  let text = "";
  const sink = csvSink(
    (line) => {
      text += line;
    },
    names.map((name) => column(name, "STRING")),
    () => {},
  );
  sink.row(cells);
  return csvParseRows(text);
}

describe("a table as CSV", () => {
  it("holds no formula: an arm, a seed or a column that begins like one is text", () => {
    const names = ["=1+1", "arm", "seed", "effect", "flag"];
    const [head, row] = csv(names, ["=cmd|' /C calc'!A0", "-5", "@SUM(A1)", -0.25, true]);
    expect(head).toEqual(["'=1+1", "arm", "seed", "effect", "flag"]);
    expect(row).toEqual(["'=cmd|' /C calc'!A0", "'-5", "'@SUM(A1)", "-0.25", "true"]);
    expect(csv(["a", "b", "c"], ["\t=1", "\r=1", "+1"])[1]).toEqual(["'\t=1", "'\r=1", "'+1"]);
  });

  it("gives every text back, but for that apostrophe, and every number as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.double(), (text, number) => {
        const [, [cell, value]] = csv(["text", "number"], [text, number]);
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(cell === text || cell === `'${text}`).toBe(true);
        expect(Object.is(Number(value), number) || (number === 0 && Number(value) === 0)).toBe(true);
      }),
    );
  });
});
