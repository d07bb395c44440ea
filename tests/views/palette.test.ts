import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rgb } from "d3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as palette from "../../src/views/index.ts";
import { contrast, distance, type Sight, seen, sights } from "../support/colour.ts";

type Shade = palette.Shade;
const { ink, line, paper } = palette;
const themes = ["light", "dark"] as const;
const sightNames = Object.keys(sights) as Sight[];

const numbered = (shades: readonly Shade[]) => Object.fromEntries(shades.map((shade, k) => [`number ${k + 1}`, shade]));

/** What can stand in one picture, and what else stands there too. Layers and bands have their names beside them. */
const pictures: Record<string, { colours: Record<string, Shade>; apart: number }> = {
  "ties of the network, and its agents": { colours: { ...palette.circleColours, ink: palette.ink }, apart: 16 },
  "lines of a chart": { colours: numbered(palette.seriesColours), apart: 24 },
  "forms of coverage, and what works": { colours: { ...palette.formColours, ink: palette.ink }, apart: 24 },
  "states of matters": { colours: palette.stateColours, apart: 13 },
  "holders of resources": { colours: palette.holderColours, apart: 16 },
  "what residents did": { colours: numbered(palette.participationColours), apart: 13 },
  "how far residents know the policies": { colours: numbered(palette.awarenessColours), apart: 13 },
  "members and others": { colours: numbered(palette.memberColours), apart: 24 },
};

describe("the simulation of sights", () => {
  it("leaves greys as they are, and makes red and green of one lightness alike for those who do not tell them apart", () => {
    for (const sight of sightNames) expect(distance(seen("#808080", sight), "#808080")).toBeLessThan(1);
    // Okabe and Ito's green and pink, which the lines of charts once had: 20 apart for all, but not without green cones.
    expect(distance("#009e73", "#cc79a7")).toBeGreaterThan(60);
    expect(distance(seen("#009e73", "deuteranopia"), seen("#cc79a7", "deuteranopia"))).toBeLessThan(18);
    expect(distance(seen("#8a8f98", "deuteranopia"), seen("#cc79a7", "deuteranopia"))).toBeLessThan(5);
  });
});

describe.each(themes)("the palette, %s", (theme) => {
  describe.each(Object.entries(pictures))("%s", (_, { colours, apart }) => {
    it.each(sightNames)("are told apart with %s sight", (sight) => {
      const near: string[] = [];
      for (const [a, one] of Object.entries(colours))
        for (const [b, other] of Object.entries(colours)) {
          const away = distance(seen(one[theme], sight), seen(other[theme], sight));
          if (a < b && away < apart) near.push(`${a} ${one[theme]} and ${b} ${other[theme]}: ${away.toFixed(1)}`);
        }
      expect(near).toEqual([]);
    });
  });

  it("has ties, lines, marks and writing that are read on the page", () => {
    const ground = palette.paper[theme];
    for (const one of [...Object.values(palette.circleColours), ...palette.seriesColours, palette.ink, palette.quiet])
      expect(contrast(one[theme], ground), one[theme]).toBeGreaterThanOrEqual(2.95);
    for (const { colours } of Object.values(pictures))
      for (const [name, one] of Object.entries(colours)) expect(contrast(one[theme], ground), name).toBeGreaterThan(1.25);
  });

  it("draws more of a quantity farther from the page, and nothing of it nearest", () => {
    const ground = palette.paper[theme];
    const at = (value: number) => contrast(palette.scaleColour(value, theme), ground);
    expect(at(0)).toBeLessThan(1.5);
    expect(at(0)).toBeGreaterThan(1.2); // seen where somebody is
    expect(at(1)).toBeGreaterThan(12);
    for (let k = 0; k < 50; k++) expect(at((k + 1) / 50)).toBeGreaterThan(at(k / 50));
  });

  it("tells more from less of a difference by hue, alike far from none, whoever looks", () => {
    for (const sight of sightNames) {
      const at = (value: number) => seen(palette.differenceColour(value, theme), sight);
      expect(distance(at(-1), at(1)), sight).toBeGreaterThan(20);
      expect(distance(at(-0.5), at(0.5)), sight).toBeGreaterThan(11);
    }
    const away = (value: number) => contrast(palette.differenceColour(value, theme), palette.paper[theme]);
    expect(palette.differenceColour(0, theme)).toBe(palette.scaleColour(0, theme));
    for (let k = 0; k < 10; k++) {
      expect(away((k + 1) / 10)).toBeGreaterThan(away(k / 10));
      expect(away(-(k + 1) / 10)).toBeGreaterThan(away(-k / 10));
    }
    expect(away(1) / away(-1)).toBeGreaterThan(0.8);
    expect(away(1) / away(-1)).toBeLessThan(1.25);
  });

  it("is the one of the style sheet", () => {
    const css = readFileSync(join(import.meta.dirname, "../../src/pages/style.css"), "utf8");
    const block = css.slice(css.indexOf(theme === "light" ? ":root {" : '[data-theme="dark"] {'));
    for (const [name, shade] of Object.entries({ ink, paper, line }))
      expect(block.match(new RegExp(`--${name}: (#[0-9a-f]{6});`))?.[1], name).toBe(shade[theme]);
  });
});

describe("colours of the pictures", () => {
  it("are those of the curves of a report, which stands by itself", () => {
    const css = readFileSync(join(import.meta.dirname, "../../src/cli/report/report.css"), "utf8");
    const declared = [...css.matchAll(/--series-\d: (#[0-9a-f]{6});/g)].map(([, colour]) => colour);
    expect(declared).toEqual(themes.flatMap((theme) => palette.seriesColours.map((shade) => shade[theme])));
  });

  it("stand in the palette alone", () => {
    const root = join(import.meta.dirname, "../../src");
    const files = readdirSync(join(root, "views"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    expect(files.length).toBeGreaterThan(15);
    for (const file of files.filter((name) => name !== "palette.ts"))
      expect(readFileSync(join(root, "views", file), "utf8").match(/#[0-9a-f]{3,8}\b/gi), file).toBe(null);
  });

  it("write on a colour in black or white, whichever is read better", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...themes), (value, theme) => {
        const colour = palette.scaleColour(value, theme);
        expect(contrast(palette.inkOn(colour), rgb(colour).formatHex())).toBeGreaterThan(4.5);
      }),
    );
  });
});
