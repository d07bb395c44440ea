import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type DensityData, densityView } from "../../src/views/index.ts";
import { canvasPage } from "../support/canvas.ts";

let page: ReturnType<typeof canvasPage>;
beforeEach(() => {
  page = canvasPage();
});
afterEach(() => vi.unstubAllGlobals());

const district = (communities: number): DensityData => ({
  width: 2,
  height: 2,
  mean: [0, 125, 250, 255],
  squares: new Array(communities * 3).fill(1),
  ofCommunity: new Array(communities).fill(0.5),
  measure: "participation",
  most: 1,
  picked: 0,
});

it("the picture of all residents is walked among the communities of the district that is shown", () => {
  const picks: number[] = [];
  const it = densityView({
    label: "All",
    nothing: "nothing yet",
    name: (c) => `Community ${c + 1}`,
    communityLabel: "Community",
    onPick: (c) => picks.push(c),
  });
  it.update(district(10));
  page.press(it.canvas, "ArrowLeft");
  page.press(it.canvas, "Enter");
  it.update(district(3)); // a smaller district: the tenth community is no more
  expect((it.node.querySelector(".tip") as HTMLElement).hidden).toBe(true);
  page.press(it.canvas, "Enter");
  page.press(it.canvas, "ArrowRight");
  page.press(it.canvas, "Enter");
  expect(picks).toEqual([9, 0]);
});
