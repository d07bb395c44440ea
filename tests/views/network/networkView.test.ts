import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  circleColours,
  ink,
  type NetworkData,
  networkPlaces,
  networkView,
  paper as palettePaper,
  quiet,
} from "../../../src/views/index.ts";
import { canvasPage } from "../../support/canvas.ts";

let page: ReturnType<typeof canvasPage>;
beforeEach(() => {
  page = canvasPage();
});
afterEach(() => vi.unstubAllGlobals());

/** Two communities and four organizations in a row of ties of the acquaintance circle. */
const data: NetworkData = {
  kind: [5, 5, 5, 5, 2, 2],
  index: [0, 1, 2, 3, 0, 1],
  community: [0, 0, 1, 1, 0, 1],
  size: [1, 1, 1, 1, 0, 0],
  role: [0, 1, 2, 3, 0, 0],
  covered: [0, 1, 0, 1, 0, 0],
  autonomy: [0, 0.5, 1, 0.2, 0, 0],
  source: [0, 1, 2],
  target: [1, 2, 3],
  circle: [1, 1, 1],
  strength: [1, 1, 1],
};

function view(picks: [number, number][] = []) {
  const it = networkView({
    label: "Network",
    nothing: "nobody",
    layout: { begin: () => {}, stop: () => {}, onPositions: () => {} },
    places: networkPlaces(),
    circleName: (circle) => circle,
    tableHeads: ["from", "to", "circle", "strength"],
    name: (kind, index) => `${kind}:${index}`,
    onPick: (kind, index) => picks.push([kind, index]),
  });
  it.resize(600, 420);
  it.update(data);
  return it;
}
/** Opacity of the ties that were drawn. */
const ties = async () =>
  (await page.strokes())
    .filter(({ call, colour, points }) => call === "stroke" && colour === circleColours.acquaintance.light && points.length > 1)
    .map(({ alpha }) => alpha);

describe("the network", () => {
  it("draws kinds and roles by shape in ink, so that hue is left to the ties, and says so where nobody is", async () => {
    const it = view();
    const marks = (await page.strokes()).filter(({ call }) => call === "fill");
    const { light: paper } = palettePaper;
    // Organizations of four roles: full; hollow; half; with a dot. Then two communities.
    expect(marks.map(({ colour }) => colour)).toEqual([ink.light, paper, paper, ink.light, paper, ink.light, quiet.light, quiet.light]);
    it.update({ ...data, kind: [], index: [], source: [], target: [], circle: [] });
    expect((await page.strokes()).map(({ text }) => text)).toContain("nobody");
  });

  it("draws all ties alike while nobody is picked, and again when nobody is picked any more", async () => {
    const it = view();
    expect(new Set(await ties())).toEqual(new Set([0.5]));
    it.pick({ kind: 5, index: 1 });
    expect(new Set(await ties())).toEqual(new Set([0.12, 0.95]));
    it.pick(undefined);
    expect(new Set(await ties())).toEqual(new Set([0.5]));
  });

  it("draws all ties alike when the one picked is not in it: a resident, an organization that closed", async () => {
    const it = view();
    await page.strokes();
    for (const nobody of [
      { kind: -1, index: 12 },
      { kind: 5, index: 99 },
      { kind: -1, index: -1 },
    ]) {
      it.pick(nobody);
      expect(new Set(await ties())).toEqual(new Set([0.5]));
    }
  });

  it("forgets the one walked to when it leaves the network, and walks on among those who are there", async () => {
    const picks: [number, number][] = [];
    const it = view(picks);
    for (let k = 0; k < 4; k++) page.press(it.canvas, "ArrowRight");
    await page.strokes();
    it.update({ ...data, kind: [5, 5, 5, 2, 2], index: [0, 1, 2, 0, 1], source: [0, 1], target: [1, 2], circle: [1, 1] }); // organization 4 closed
    expect(new Set(await ties())).toEqual(new Set([0.5]));
    page.press(it.canvas, "Enter");
    expect(picks).toEqual([]);
    page.press(it.canvas, "ArrowLeft");
    page.press(it.canvas, "Enter");
    expect(picks).toEqual([[2, 1]]);
  });
});
