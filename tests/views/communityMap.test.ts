import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { communityMap, scaleColour } from "../../src/views/index.ts";
import { emptyDocument, numbers, texts } from "../support/dom.ts";

const side = 11;
const n = 103;
const x = Array.from({ length: n }, (_, k) => (k % side) + 0.2 * Math.sin(k));
const y = Array.from({ length: n }, (_, k) => Math.floor(k / side) + 0.2 * Math.cos(k));
const subdistrict = Array.from({ length: n }, (_, k) => Math.floor((k * 8) / n));

function chart(picked: number[] = []) {
  const document = emptyDocument();
  const map = communityMap({
    document,
    label: "Map",
    nothing: "nothing yet",
    width: 700,
    height: 560,
    name: (c) => `Community ${c}`,
    subdistrictName: (s) => `Subdistrict ${s + 1}`,
    communityLabel: "Community",
    subdistrictLabel: "Subdistrict",
    onPick: (c) => picked.push(c),
  });
  map.update({
    x,
    y,
    subdistrict,
    village: x.map(() => 0),
    value: x.map((_, k) => k / 200),
    measure: "participation",
    format: "share",
    picked: 3,
  });
  return { map, document };
}

const fills = ({ node }: { node: Element }) => [...node.querySelectorAll(".tile")].map((tile) => tile.getAttribute("fill"));

describe("the map of communities", () => {
  it("has a hexagon for each of 103 communities, none on another, all inside", () => {
    const { map } = chart();
    const centres = [...map.node.querySelectorAll(".hex")].map((g) => (g.getAttribute("transform")?.match(/[\d.-]+/g) ?? []).map(Number));
    expect(centres.length).toBe(n);
    let least = Infinity;
    for (let a = 0; a < n; a++) {
      expect(centres[a][0]).toBeGreaterThan(0);
      expect(centres[a][0]).toBeLessThan(700);
      expect(centres[a][1]).toBeGreaterThan(0);
      expect(centres[a][1]).toBeLessThan(530);
      for (let b = 0; b < a; b++) least = Math.min(least, Math.hypot(centres[a][0] - centres[b][0], centres[a][1] - centres[b][1]));
    }
    const corner = (map.node.querySelector(".tile")?.getAttribute("d") ?? "").match(/M([\d.-]+),([\d.-]+)/) ?? [];
    const [wide, apart] = [Math.sqrt(3) * Math.abs(Number(corner[2])), least];
    expect(wide).toBeLessThan(apart); // room for a line between neighbours
    expect(wide).toBeGreaterThan(0.9 * apart);
  });

  it("shows the value of each community and keeps neighbours beside each other", () => {
    const { map } = chart();
    expect(numbers(map.node, ".hex", "data-value")).toEqual(x.map((_, k) => k / 200));
    expect(texts(map.node, ".value")[100]).toBe("50%");
    expect(texts(map.node, ".number")[0]).toBe("0");
    expect(map.node.querySelectorAll(".hex.picked").length).toBe(1);
  });

  it("colours from zero on a scale that says its ends, however near each other the values are", () => {
    const { map } = chart();
    const update = (value: number[], format: "share" | "number" = "share") =>
      map.update({ x: x.slice(0, value.length), y, subdistrict, village: [], value, measure: "participation", format, picked: -1 });
    update([0.46, 0.484, 0.476, 0.51]);
    expect(fills(map)).toEqual([0.46, 0.48, 0.48, 0.51].map((share) => scaleColour(share, "light")));
    expect(texts(map.node, ".legend text").slice(0, 2)).toEqual(["0%", "100%"]);
    update([3, 31], "number");
    expect(fills(map)).toEqual([3 / 50, 31 / 50].map((share) => scaleColour(share, "light")));
    expect(texts(map.node, ".legend text").slice(0, 2)).toEqual(["0", "50"]);
  });

  it("gives the same colour to what is written the same", () => {
    const { map } = chart();
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 12 }),
        fc.constantFrom("share" as const, "number" as const),
        (value, format) => {
          map.update({ x: x.slice(0, value.length), y, subdistrict, village: [], value, measure: "any", format, picked: -1 });
          const colourOf = new Map<string, string | null>();
          for (const [k, text] of texts(map.node, ".hex .value").entries()) {
            const colour = fills(map)[k];
            expect(colourOf.get(text) ?? colour).toBe(colour);
            colourOf.set(text, colour);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it("is drawn anew in the colours of the theme", () => {
    const { map, document } = chart();
    document.documentElement.dataset.theme = "dark";
    map.restyle();
    expect(fills(map)[0]).toBe(scaleColour(0, "dark"));
  });

  it("opens a community by click and by Enter, and names it for those who do not see it", () => {
    const picked: number[] = [];
    const { map, document } = chart(picked);
    const hex = map.node.querySelector('[data-community="42"]') as Element;
    expect(hex.getAttribute("aria-label")).toBe("Community 42, Subdistrict 4: participation 21%");
    const { Event } = document.defaultView as Window & typeof globalThis;
    hex.dispatchEvent(new Event("click", { bubbles: true }));
    hex.dispatchEvent(Object.assign(new Event("keydown", { bubbles: true }), { key: "Enter" }));
    expect(picked).toEqual([42, 42]);
  });

  it("holds one community as well as many", () => {
    const { map } = chart();
    map.update({ x: [5], y: [5], subdistrict: [0], village: [1], value: [Number.NaN], measure: "coverage", format: "share", picked: 0 });
    expect(map.node.querySelectorAll(".hex").length).toBe(1);
    expect(texts(map.node, ".value")).toEqual(["–"]);
    expect(map.table().rows).toEqual([["Community 0", "Subdistrict 1", Number.NaN]]);
  });
});
