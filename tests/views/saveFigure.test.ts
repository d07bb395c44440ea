import { describe, expect, it } from "vitest";
import { csvText } from "../../src/views/index.ts";

describe("a table as a file", () => {
  it("quotes what needs it, leaves nothing empty, and is marked as UTF-8", () => {
    const text = csvText({
      columns: ["社区", "share, of adults"],
      rows: [
        ['a "b"', 0.5],
        ["c", Number.NaN],
      ],
    });
    expect(text).toBe('\uFEFF社区,"share, of adults"\n"a ""b""",0.5\nc,\n');
  });

  it("holds no formula: names that begin like one are text, numbers stay numbers", () => {
    expect(csvText({ columns: ["=A1", "-x"], rows: [["@cmd", -1]] })).toBe("\uFEFF'=A1,'-x\n'@cmd,-1\n");
  });
});
