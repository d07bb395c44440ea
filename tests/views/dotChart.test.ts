import { describe, expect, it } from "vitest";
import { type DotData, dotChart } from "../../src/views/index.ts";
import { emptyDocument, numbers, texts } from "../support/dom.ts";

const dot = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half, text: `${mean}` });
const data: DotData = {
  label: "Differences",
  rows: [
    { label: "one", dots: [dot(4, 1)] },
    {
      label: "two",
      dots: [
        { ...dot(-2, 0), low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
        { ...dot(8, 2), hollow: true },
      ],
    },
  ],
  unit: "points",
  least: 1,
  key: ["full", "hollow"],
  heads: ["row", "mean", "low", "high"],
};
const chart = (width: number) => {
  const figure = dotChart({ document: emptyDocument(), label: "x", nothing: "nothing yet", width });
  figure.update(data);
  return figure;
};

describe.each([390, 1000])("estimates below each other, %d pixels wide", (width) => {
  const { node } = chart(width);
  it("stand on one scale, with zero and what does not matter", () => {
    const [zero] = numbers(node, ".zero", "x1");
    const [one, two, three] = numbers(node, ".row circle", "cx");
    expect(one - zero).toBeCloseTo((three - zero) / 2, 6);
    expect(zero - two).toBeCloseTo((three - zero) / 4, 6);
    expect(numbers(node, ".matters-not", "width")[0]).toBeCloseTo((one - zero) / 2, 6);
  });

  it("have an interval where it has ends, and lie within the drawing", () => {
    expect(numbers(node, ".interval", "x1").length).toBe(2);
    for (const x of [...numbers(node, ".interval", "x1"), ...numbers(node, ".interval", "x2")]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
    }
    const height = Number(node.getAttribute("height"));
    expect(Math.max(...numbers(node, ".unit", "y"))).toBeLessThan(height);
    expect(texts(node, ".row .label")).toEqual(["one", "two"]);
    expect(node.querySelectorAll(".row .hollow").length).toBe(1);
  });
});

it("break no name that has room", () => {
  const figure = dotChart({ document: emptyDocument(), label: "x", nothing: "nothing yet", width: 1000 });
  figure.update({ ...data, rows: [{ label: "Rigidity: 0 → 1", dots: [dot(1, 1)] }] });
  expect(texts(figure.node, ".row .label")).toEqual(["Rigidity: 0 → 1"]);
});

it("say that there is nothing, and have a table", () => {
  const figure = dotChart({ document: emptyDocument(), label: "x", nothing: "nothing yet" });
  expect(texts(figure.node, ".nothing")).toEqual(["nothing yet"]);
  expect(chart(800).table().rows[0]).toEqual(["one", 4, 3, 5]);
});
