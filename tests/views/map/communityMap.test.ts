import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { communityMap, differenceColour, scaleColour } from "../../../src/views/index.ts";
import type { CommunityMapData } from "../../../src/views/map/communityMap.ts";
import { emptyDocument, numbers, points, texts } from "../../support/dom.ts";

const side = 11;
const n = 103;
const x = Array.from({ length: n }, (_, k) => (k % side) + 0.2 * Math.sin(k));
const y = Array.from({ length: n }, (_, k) => Math.floor(k / side) + 0.2 * Math.cos(k));
const subdistrict = Array.from({ length: n }, (_, k) => Math.floor((k * 8) / n));
const district: CommunityMapData = {
  x,
  y,
  subdistrict,
  village: x.map(() => 0),
  value: x.map((_, k) => k / 200),
  measure: "participation",
  format: "share",
  picked: 3,
};

it("a community that stands out has a ring of its own, and says why to those who do not see it", () => {
  const { map, show } = chart();
  show({ highlight: { community: 7, text: "least of all" } });
  const area = map.node.querySelector('[data-community="7"] .area')?.getAttribute("d");
  expect(map.node.querySelector(".ring.highlight")?.getAttribute("d")).toBe(area);
  expect(map.node.querySelector('[data-community="7"]')?.getAttribute("aria-label")).toMatch(/, least of all$/);
  show();
  expect(map.node.querySelector(".ring.highlight")?.getAttribute("d")).toBe("");
});

function chart(size: [number, number] = [700, 560], picked: number[] = []) {
  const document = emptyDocument();
  const map = communityMap({
    document,
    label: "Map",
    nothing: "nothing yet",
    width: size[0],
    height: size[1],
    name: (c) => `Community ${c}`,
    called: String,
    subdistrictName: (s) => `Subdistrict ${s + 1}`,
    communityLabel: "Community",
    subdistrictLabel: "Subdistrict",
    differenceLabel: "difference",
    said: (name, value) => `${name}: ${value}`,
    keys: { border: "edge of a subdistrict", village: "village", lot: "no boundary given", nothing: "nothing to measure" },
    onPick: (c) => picked.push(c),
  });
  const show = (data: Partial<CommunityMapData> = {}) => map.update({ ...district, ...data });
  /** The first communities alone. */
  const few = (value: number[], data: Partial<CommunityMapData> = {}) => show({ x: x.slice(0, value.length), value, picked: -1, ...data });
  show();
  const { Event } = document.defaultView as Window & typeof globalThis;
  const fire = (community: number, type: string, more: object = {}) =>
    map.node
      .querySelector(`[data-community="${community}"]`)
      ?.dispatchEvent(Object.assign(new Event(type, { bubbles: true, cancelable: true }), more));
  return { map, document, show, few, fire };
}

const fills = ({ node }: { node: Element }) => [...node.querySelectorAll(".area")].map((area) => area.getAttribute("fill"));
const ticks = ({ node }: { node: Element }) => texts(node, ".legend .tick");
const tip = ({ node }: { node: Element }) =>
  node.querySelector(".tip")?.getAttribute("visibility") === "visible" ? texts(node, ".tip text") : [];

describe("the map of communities", () => {
  it.each([
    [330, 560],
    [700, 560],
    [1900, 900],
  ])(
    "has land for each of 103 communities inside %i × %i, above its legend, and writes nothing smaller than 12 pixels",
    (width, height) => {
      const { map, show } = chart([width, height]);
      show({ village: x.map((_, k) => k % 2), value: x.map((_, k) => (k === 5 ? Number.NaN : k / 200)) });
      const corners = [...map.node.querySelectorAll(".area")].map((area) => points(area.getAttribute("d")));
      expect(corners.length).toBe(n);
      const foot = Number(
        map.node
          .querySelector(".legend")
          ?.getAttribute("transform")
          ?.match(/,([\d.]+)\)/)?.[1],
      );
      for (const [px, py] of corners.flat()) {
        expect(px).toBeGreaterThan(0);
        expect(px).toBeLessThan(width);
        expect(py).toBeGreaterThan(0);
        expect(py).toBeLessThan(foot);
      }
      for (const size of numbers(map.node, ".parcel text", "font-size")) expect(size).toBeGreaterThanOrEqual(12);
      expect(new Set(texts(map.node, ".legend .key"))).toEqual(new Set(["edge of a subdistrict", "village", "nothing to measure"]));
      for (const key of numbers(map.node, ".legend .key", "x")) expect(key).toBeGreaterThan(0);
      for (const key of numbers(map.node, ".legend .key", "y")) expect(foot + key).toBeLessThan(height);
    },
  );

  it("shows the value of each community, and each on the scale", () => {
    const { map } = chart([1400, 1100]);
    expect(numbers(map.node, ".parcel", "data-value")).toEqual(district.value);
    expect(texts(map.node, ".value")[100]).toBe("50%");
    expect(texts(map.node, ".called")[0]).toBe("0");
    expect(map.node.querySelectorAll(".parcel.picked").length).toBe(1);
    expect(map.node.querySelectorAll(".legend .of").length).toBe(n);
    expect(texts(map.node, ".names text").sort()).toEqual(Array.from({ length: 8 }, (_, s) => `Subdistrict ${s + 1}`));
  });

  it("keeps everybody's land while time moves", () => {
    const { map, show } = chart();
    const land = () => [...map.node.querySelectorAll(".area")].map((area) => area.getAttribute("d"));
    const before = land();
    show({ value: x.map(() => 0.9), picked: 40 });
    expect(land()).toEqual(before);
  });

  it("colours from zero on a scale that says its ends, however near each other the values are", () => {
    const { map, few } = chart();
    few([0.46, 0.484, 0.476, 0.51]);
    expect(fills(map)).toEqual([0.46, 0.48, 0.48, 0.51].map((share) => scaleColour(share / 0.6, "light")));
    expect(ticks(map)).toEqual(["0%", "30%", "60%"]);
    few([3, 31], { format: "number" });
    expect(fills(map)).toEqual([3 / 40, 31 / 40].map((share) => scaleColour(share, "light")));
    expect(ticks(map)).toEqual(["0", "20", "40"]);
    few([0.1, 0.2], { reach: [0, 0.77] }); // other weeks go farther
    expect(ticks(map)).toEqual(["0%", "40%", "80%"]);
  });

  it("shows how far it is from another week on a scale with none in its middle, in percentage points with their signs", () => {
    const { map, few, fire } = chart([1400, 1100]);
    const against = { value: [0.5, 0.5, 0.3], name: "week 10", ofValue: "week 60" };
    few([0.42, 0.5, 0.335], { against, measure: "participation, in percentage points" });
    expect(texts(map.node, ".value")).toEqual(["−8", "0", "+3.5"]);
    expect(ticks(map)).toEqual(["−8", "0", "+8"]);
    expect(fills(map)).toEqual([-1, 0, 3.5 / 8].map((share) => differenceColour(share, "light")));
    fire(0, "pointerover");
    expect(tip(map).join(" ")).toBe("Community 0 Subdistrict 1 participation, in percentage points: −8 week 10: 50% week 60: 42%");
    expect(map.table().columns).toEqual([
      "Community",
      "Subdistrict",
      "participation, in percentage points: week 60",
      "participation, in percentage points: week 10",
      "difference",
    ]);
    few([7, 9], { against: { ...against, value: [10, 9] }, format: "number" });
    expect(texts(map.node, ".value")).toEqual(["−3", "0"]);
  });

  it("gives the same colour to what is written the same", () => {
    const { map, few } = chart([1400, 1100]);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(share, share), { minLength: 2, maxLength: 12 }),
        fc.constantFrom("share" as const, "number" as const),
        fc.boolean(),
        (pairs, format, difference) => {
          const against = difference ? { value: pairs.map(([, b]) => b), name: "a", ofValue: "b" } : undefined;
          few(
            pairs.map(([a]) => a),
            { format, against },
          );
          const colourOf = new Map<string, string | null>();
          for (const [k, text] of texts(map.node, ".parcel .value").entries()) {
            if (text === "") continue; // no room
            const colour = fills(map)[k];
            expect(colourOf.get(text) ?? colour).toBe(colour);
            colourOf.set(text, colour);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it("is drawn anew in the colours of the theme", () => {
    const { map, document } = chart();
    document.documentElement.dataset.theme = "dark";
    map.restyle();
    expect(fills(map)[0]).toBe(scaleColour(0, "dark"));
  });

  it("names subdistricts where no name hides a number, a value or another name, at any size", () => {
    const part = { village: Array(10).fill(0), value: Array.from({ length: 10 }, (_, k) => 0.6 + k / 40), picked: -1 };
    const jitter = fc.array(fc.double({ min: 0, max: 0.7, noNaN: true }), { minLength: 20, maxLength: 20 });
    const side = fc.integer({ min: 300, max: 1200 });
    fc.assert(
      fc.property(side, side, jitter, (width, height, by) => {
        const place = { x: by.slice(0, 10).map((dx, k) => (k % 4) + dx), y: by.slice(10).map((dy, k) => Math.floor(k / 4) + dy) };
        const { map, show } = chart([width, height]);
        show({ ...part, ...place, subdistrict: [0, 0, 1, 2, 3, 4, 4, 5, 6, 7] });
        const box = (one: Element, size: number) => {
          const [left, top] = (one.parentElement?.getAttribute("transform") ?? "translate(0,0)").match(/-?[\d.]+/g)?.map(Number) ?? [0, 0];
          const half = one.closest(".names")
            ? Number(one.parentElement?.querySelector("rect")?.getAttribute("width")) / 2 - 3
            : 0.31 * size * (one.textContent ?? "").length;
          return {
            x: left + Number(one.getAttribute("x") ?? 0),
            y: top + Number(one.getAttribute("y") ?? 0),
            half,
            tall: one.closest(".names") ? 8 : 0.4 * size,
          };
        };
        const names = [...map.node.querySelectorAll(".names text")].map((one) => box(one, 12));
        const written = [...map.node.querySelectorAll(".parcel text")]
          .filter(({ textContent }) => textContent !== "")
          .map((one) => box(one, Number(one.getAttribute("font-size"))));
        const covers = names.flatMap((one, k) =>
          [...written, ...names.slice(k + 1)].filter(
            (other) => Math.abs(one.x - other.x) < one.half + other.half && Math.abs(one.y - other.y) < one.tall + other.tall - 0.01,
          ),
        );
        expect(covers).toEqual([]);
        expect(written.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it("opens a community by click and by Enter, and names it for those who do not see it", () => {
    const picked: number[] = [];
    const { map, fire } = chart(undefined, picked);
    expect(map.node.querySelector('[data-community="42"]')?.getAttribute("aria-label")).toBe(
      "Community 42, Subdistrict 4: participation 21%",
    );
    fire(42, "click");
    fire(42, "keydown", { key: "Enter" });
    expect(picked).toEqual([42, 42]);
  });

  it("is walked with arrows, one stop for all, and names what is pointed at until it is left", () => {
    const { map, fire } = chart();
    const stops = () => [...map.node.querySelectorAll('[tabindex="0"]')].map((g) => g.getAttribute("data-community"));
    expect(stops()).toEqual(["0"]);
    fire(0, "keydown", { key: "ArrowRight" });
    expect(stops()).toEqual(["1"]);
    fire(1, "keydown", { key: "ArrowUp" });
    expect(stops()).toEqual([String(side + 1)]);
    fire(12, "focusin");
    expect(tip(map)).toEqual(["Community 12", "Subdistrict 1", "participation: 6%"]);
    fire(12, "keydown", { key: "Escape" });
    expect(tip(map)).toEqual([]);
    fire(30, "pointerover");
    expect(tip(map)[0]).toBe("Community 30");
  });

  it("holds one community as well as many", () => {
    const { map, few } = chart();
    few([Number.NaN], { village: [1] });
    expect(map.node.querySelectorAll(".parcel").length).toBe(1);
    expect(texts(map.node, ".value")).toEqual(["–"]);
    expect(texts(map.node, ".names text")).toEqual([]);
    expect(map.table().rows).toEqual([["Community 0", "Subdistrict 1", Number.NaN]]);
  });
});
