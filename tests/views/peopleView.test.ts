import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type PeopleData, participationColours, peopleView } from "../../src/views/index.ts";
import { canvasPage } from "../support/canvas.ts";

let page: ReturnType<typeof canvasPage>;
beforeEach(() => {
  page = canvasPage();
});
afterEach(() => vi.unstubAllGlobals());

const community = (first: number, residents: number): PeopleData => ({
  first,
  x: Array.from({ length: residents }, (_, k) => 4 * k),
  y: Array.from({ length: residents }, () => 0),
  participation: new Uint8Array(residents),
  member: new Uint8Array(residents),
  awareness: new Uint8Array(residents),
  motivation: new Float32Array(residents),
  room: new Float32Array(residents).fill(4),
  buildings: [{ x: 0, y: 0, estate: 0 }],
  side: 46,
});

function view(picks: number[] = []) {
  const it = peopleView({
    label: "Residents",
    nothing: "nobody",
    onPick: (resident) => picks.push(resident),
    tableHeads: ["resident", "participation", "member", "awareness", "motivation"],
    words: { participation: ["child", "none", "governance", "volunteering"], awareness: ["0", "1", "2", "3"], member: ["no", "yes"] },
  });
  it.resize(600, 420);
  return it;
}

describe("the residents of a community", () => {
  it.each(["light", "dark"] as const)("stand apart on their building however small the picture is, %s", async (theme) => {
    vi.unstubAllGlobals();
    page = canvasPage({ theme });
    const it = view();
    it.resize(60, 42); // a building is a few pixels wide
    await page.strokes();
    const of = { ...community(0, 3), participation: [0, 1, 3] };
    it.update(of);
    const [building, ...dots] = (await page.strokes()).filter(({ call }) => call === "fillRect");
    expect(building.points[0].slice(2)).toEqual([46, 46]);
    expect(dots.map(({ colour }) => colour)).toEqual([0, 1, 3].map((code) => participationColours[code][theme]));
    for (const [k, { points }] of dots.entries()) {
      const [x, y, wide, tall] = points[0];
      expect([x + wide / 2, y + tall / 2]).toEqual([of.x[k], of.y[k]]);
      expect(wide).toBeLessThanOrEqual(4); // metres to the next
    }
    expect(dots[0].points[0][2]).toBeLessThan(dots[1].points[0][2]); // those under 18 are smaller
  });

  it("say so where there are none", async () => {
    const it = view();
    await page.strokes();
    it.update(community(0, 0));
    expect((await page.strokes()).map(({ text }) => text)).toEqual(["nobody"]);
  });

  it("are walked by keyboard among those of the community that is shown, though one of another is open", () => {
    const picks: number[] = [];
    const it = view(picks);
    it.update(community(0, 5));
    it.open({ index: 3, ties: [] });
    page.press(it.canvas, "ArrowRight");
    it.update(community(100, 5)); // another community; resident 3 is still open
    page.press(it.canvas, "ArrowRight");
    page.press(it.canvas, "ArrowLeft");
    it.open({ index: 104, ties: [] });
    page.press(it.canvas, "ArrowRight");
    it.update(community(0, 5));
    page.press(it.canvas, "ArrowRight");
    expect(picks).toEqual([4, 100, 104, 100, 0]);
  });
});
