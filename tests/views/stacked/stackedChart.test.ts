import { describe, expect, it } from "vitest";
import { stackedChart, stateColours } from "../../../src/views/index.ts";
import { emptyDocument, points, texts } from "../../support/dom.ts";

const chart = (document = emptyDocument()) =>
  stackedChart({
    document,
    label: "Ladder",
    width: 368,
    height: 136,
    layers: [
      { id: "low", label: "low", colour: { light: "#08519c", dark: "#08519c" } },
      { id: "high", label: "high", colour: { light: "#c6cad1", dark: "#c6cad1" } },
    ],
    over: { id: "truly", label: "truly" },
    format: "share",
    most: 1,
    weekLabel: "week",
    weekText: (week) => `week ${week}`,
    nothing: "no week yet",
  });

describe("a stacked chart", () => {
  it("stacks each layer on those below, to the scale of its axis", () => {
    const { node, update } = chart();
    update({
      first: 1,
      values: [
        [0.25, 0.5],
        [0.75, 0.5],
      ],
      week: 2,
    });
    // From week 1 at the left margin to week 2 at the right one; from 0 at the bottom to 1 at the top.
    const low = points(node.querySelector(".layer.low")?.getAttribute("d") ?? null);
    const high = points(node.querySelector(".layer.high")?.getAttribute("d") ?? null);
    expect(low).toEqual([
      [48, 85],
      [260, 60],
      [260, 110],
      [48, 110],
    ]);
    expect(high.slice(0, 2)).toEqual([
      [48, 10],
      [260, 10],
    ]);
    expect(high.slice(2)).toEqual([...low.slice(0, 2)].reverse());
  });

  it("names the layers with their values in the week that is shown, not in the last one", () => {
    const { node, update } = chart();
    update({
      first: 1,
      values: [
        [0.25, 0.5, 0.1],
        [0.75, 0.5, 0.9],
      ],
      over: [0.1, 0.2, 0.3],
      week: 2,
    });
    expect(new Set(texts(node, ".name text"))).toEqual(new Set(["low 50%", "high 50%", "truly 20%"]));
    expect(Number(node.querySelector(".mark")?.getAttribute("x1"))).toBe((48 + 248) / 2);
    expect(texts(node, ".when")).toEqual(["week 2"]);
  });

  it.each([900, 640, 330])("has room for its longest name and value, %i pixels wide", (width) => {
    const { node, update } = stackedChart({
      document: emptyDocument(),
      label: "Matters",
      nothing: "no week yet",
      width,
      height: 320,
      layers: ["raised", "in service", "closed, not settled"].map((label) => ({
        id: label.slice(0, 2),
        label,
        colour: stateColours.closed,
      })),
      format: "count",
      weekLabel: "week",
      weekText: (week) => `Week ${week}`,
    });
    update({ first: 1, values: [[100], [200], [1_234_567]], week: 1 });
    const longest = "closed, not settled 1,234,567";
    expect(texts(node, ".name text")).toContain(longest);
    const places = [...node.querySelectorAll(".name")].map((name) => (name.getAttribute("transform")?.match(/[\d.-]+/g) ?? []).map(Number));
    for (const [left, top] of places) {
      expect(left + 15 + 12 * 0.66 * longest.length).toBeLessThanOrEqual(width); // in a wide font of 12 pixels
      expect(top).toBeLessThan(320);
    }
    for (const [k, [left, top]] of places.entries())
      for (const [x, y] of places.slice(0, k)) expect(Math.abs(left - x) > 100 || Math.abs(top - y) >= 15).toBe(true);
    // The layers keep room too.
    const [from, to] = points(node.querySelector(".layer.ra")?.getAttribute("d") ?? null);
    expect(texts(node, ".axis.x .tick text")).toEqual(["Week 1"]);
    expect(from ?? to).toBeDefined();
  });

  it("says that there is nothing, and nothing more once there is", () => {
    const { node, update } = chart();
    update({ first: 1, values: [[], []], week: 0 });
    expect(texts(node, ".nothing")).toEqual(["no week yet"]);
    expect(new Set(texts(node, ".name text"))).toEqual(new Set(["low", "high", "truly"]));
    update({ first: 1, values: [[0.5], [0.5]], over: [0.1], week: 1 });
    expect(texts(node, ".nothing")).toEqual([]);
  });

  it("leaves the last number of the axis out where the week that is shown stands beside it", () => {
    const { node, update, resize } = chart();
    resize(700, 136);
    update({ first: 1, values: [Array(8).fill(0.25), Array(8).fill(0.75)], week: 8 });
    expect(texts(node, ".when")).toEqual(["week 8"]);
    expect(texts(node, ".axis.x .tick text")).not.toContain("8");
    update({ first: 1, values: [Array(9).fill(0.25), Array(9).fill(0.75)], week: 8 });
    expect(texts(node, ".axis.x .tick text").at(-1)).toBe("8");
  });

  it("is empty without weeks, and has every week in its table", () => {
    const { node, update, table } = chart();
    expect(texts(node, ".when")).toEqual([""]);
    expect(table().rows).toEqual([]);
    update({
      first: 5,
      values: [
        [0.25, 0.5],
        [0.75, 0.5],
      ],
      over: [0.1, 0.2],
      week: 6,
    });
    expect(table()).toEqual({
      columns: ["week", "low", "high", "truly"],
      rows: [
        [5, 0.25, 0.75, 0.1],
        [6, 0.5, 0.5, 0.2],
      ],
    });
  });

  it("holds weeks by keyboard: arrows, a year with Shift, Escape for now", () => {
    const document = emptyDocument();
    const held: (number | "now")[] = [];
    const { node, update } = stackedChart({
      document,
      label: "x",
      layers: [{ id: "a", label: "a", colour: { light: "#000", dark: "#000" } }],
      format: "count",
      weekLabel: "week",
      weekText: (week) => `week ${week}`,
      nothing: "no week yet",
      onHold: (week) => held.push(week),
    });
    update({ first: 1, values: [new Array(100).fill(1)], week: 60 });
    const press = (key: string, shiftKey = false) => {
      const event = new (document.defaultView as Window & typeof globalThis).Event("keydown", { cancelable: true });
      node.dispatchEvent(Object.assign(event, { key, shiftKey }));
    };
    press("ArrowLeft");
    press("ArrowRight", true);
    press("Home");
    press("Escape");
    press("x");
    press("ArrowLeft");
    expect(held).toEqual([59, 100, 1, "now", 99]);
    update({ first: 40, values: [new Array(20).fill(1)], week: 50 }); // the past before week 40 is not kept
    press("Home");
    press("ArrowLeft");
    expect(held.slice(5)).toEqual([40, 40]);
  });
});
