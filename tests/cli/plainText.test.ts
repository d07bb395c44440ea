import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonText, plainText } from "../../src/cli/plainText.ts";

describe("a text on its way to the terminal", () => {
  it("loses what a terminal acts upon: colours, titles, cursors, carriage returns, turned directions", () => {
    expect(plainText("\x1b[31mred\x1b[0m")).toBe("red");
    expect(plainText("a\x1b]0;title\x07b")).toBe("ab");
    expect(plainText("\x9b2Jgone? no")).toBe("gone? no");
    expect(plainText("saved\rLOST")).toBe("savedLOST");
    expect(plainText("arm \u202egpj.exe\u2069\x7f\b")).toBe("arm gpj.exe");
  });

  it("keeps lines, tabs and every script, marks of direction included", () => {
    const text = "社区\t治理\nمرحبا\u200f שלום é 🏘\n";
    expect(plainText(text)).toBe(text);
  });

  it("never holds a control but tab and line feed, nor an override", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect([...plainText(text)].filter((mark) => /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(mark) && !/[\t\n]/.test(mark))).toEqual([]);
      }),
    );
  });
});

it("JSON for the terminal reads back to the same value, and holds nothing that a terminal acts upon", () => {
  fc.assert(
    fc.property(fc.json({ stringUnit: "binary" }), (json) => {
      const value = JSON.parse(json);
      const text = jsonText(value);
      expect(JSON.parse(text)).toEqual(value);
      expect(plainText(text)).toBe(text);
    }),
  );
});
