import { describe, expect, it } from "vitest";
import { communityMap } from "../../src/views/index.ts";
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
    width: 700,
    height: 560,
    name: (c) => `Community ${c + 1}`,
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
    expect(least).toBeCloseTo(Math.sqrt(3) * Math.abs(Number(corner[2])), 1); // neighbours touch
  });

  it("shows the value of each community and keeps neighbours beside each other", () => {
    const { map } = chart();
    expect(numbers(map.node, ".hex", "data-value")).toEqual(x.map((_, k) => k / 200));
    expect(texts(map.node, ".value")[100]).toBe("50%");
    expect(texts(map.node, ".number")[0]).toBe("1");
    expect(map.node.querySelectorAll(".hex.picked").length).toBe(1);
  });

  it("colours from the lowest to the highest value, and says both", () => {
    const { map } = chart();
    const fills = [...map.node.querySelectorAll(".tile")].map((tile) => tile.getAttribute("fill"));
    expect(fills[0]).toBe("rgb(222,235,247)");
    expect(fills[102]).toBe("rgb(8,81,156)");
    expect(texts(map.node, ".legend text").slice(0, 2)).toEqual(["0%", "51%"]);
  });

  it("opens a community by click and by Enter, and names it for those who do not see it", () => {
    const picked: number[] = [];
    const { map, document } = chart(picked);
    const hex = map.node.querySelector('[data-community="42"]') as Element;
    expect(hex.getAttribute("aria-label")).toBe("Community 43, Subdistrict 4: participation 21%");
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
    expect(map.table().rows).toEqual([["Community 1", "Subdistrict 1", Number.NaN]]);
  });
});
