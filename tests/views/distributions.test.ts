import { describe, expect, it } from "vitest";
import { ACTIVITY_STEPS } from "../../src/observation/index.ts";
import { cohortMatrix, coverageChart, lorenzChart } from "../../src/views/index.ts";
import { emptyDocument, numbers, points, texts } from "../support/dom.ts";

describe("a Lorenz chart", () => {
  it("draws the curve under the diagonal and says its Gini index", () => {
    const { node, update, table } = lorenzChart({
      document: emptyDocument(),
      label: "Hours",
      nothing: "nothing yet",
      width: 278,
      height: 250,
      curves: [{ id: "givers", label: "givers", colour: { light: "#d55e00", dark: "#d55e00" } }],
      axes: ["holders", "sum"],
      giniLabel: "Gini",
      said: (name, value) => `${name}: ${value}`,
      equalLabel: "equal",
    });
    update([{ points: [0, 0.1, 1], gini: 0.4, holders: 10 }]);
    // 194 pixels wide and 200 tall, from (58, 210).
    expect(points(node.querySelector(".curve.givers")?.getAttribute("d") ?? null)).toEqual([
      [58, 210],
      [155, 190],
      [252, 10],
    ]);
    expect(texts(node, ".name text")).toEqual(["givers: Gini 0.400", "equal"]);
    expect(table().rows).toEqual([
      [0, 0],
      [0.5, 0.1],
      [1, 1],
      ["Gini", 0.4],
    ]);
    update([{ points: [Number.NaN, Number.NaN, Number.NaN], gini: Number.NaN, holders: 0 }]);
    expect(node.querySelector(".curve.givers")?.getAttribute("d")).toBe(null);
  });
});

describe("the chart of coverage", () => {
  it("shows organizations as circles whose areas are their numbers, at what they report and do", () => {
    const { node, update, table } = coverageChart({
      document: emptyDocument(),
      label: "Coverage",
      nothing: "none",
      width: 800,
      height: 300,
      forms: ["own", "joint", "dispatched"].map((id) => ({ id, label: id, colour: { light: "#0072b2", dark: "#0072b2" } })),
      steps: ACTIVITY_STEPS,
      trueLabel: "true",
      reportedLabel: "reported",
      formLabel: "form",
      countLabel: "organizations",
      functioningLabel: "functioning",
    });
    const counts = new Uint32Array(3 * ACTIVITY_STEPS ** 2);
    counts[7 * 10 + 2] = 4; // own: reports 70-80%, does 20-30%
    counts[100 + 9 * 10 + 9] = 1;
    update(counts);
    expect(numbers(node, ".balloon", "data-count")).toEqual([4, 1]);
    const [four, one] = numbers(node, ".balloon", "r");
    expect((four / one) ** 2).toBeCloseTo(4, 6);
    expect(texts(node, ".form > text.head")).toEqual(["own4", "joint1", "dispatched0"]);
    expect(texts(node, ".form.dispatched .nothing")).toEqual(["none"]);
    expect(node.querySelectorAll(".nothing").length).toBe(1);
    expect(table().rows).toEqual([
      ["own", "70–80%", "20–30%", 4],
      ["joint", "90–100%", "90–100%", 1],
    ]);
  });
});

describe("the matrix of communities and ages", () => {
  it("has a cell for every cohort in which somebody is", () => {
    const { node, update, table } = cohortMatrix({
      document: emptyDocument(),
      label: "Cohorts",
      nothing: "nothing yet",
      name: (c) => `Community ${c + 1}`,
      communityLabel: "Community",
      ageLabel: "Age",
      subdistrictName: (s) => `Subdistrict ${s + 1}`,
      onPick: () => {},
    });
    update({ subdistrict: [0, 0], bands: 3, mean: [Number.NaN, 0.5, 1, 0, 0.25, Number.NaN], measure: "motivation", most: 1 });
    expect(node.querySelectorAll(".cell").length).toBe(4);
    expect(texts(node, ".cell title")).toContain("Community 1, 10+: motivation 100%");
    expect(table().columns).toEqual(["Community", "0–4", "5–9", "10+"]);
  });

  it("opens a community by a click on a cell and by keyboard, and nothing by a click on its scale or its ages", () => {
    const document = emptyDocument();
    const picked: number[] = [];
    const { node, update } = cohortMatrix({
      document,
      label: "Cohorts",
      nothing: "nothing yet",
      name: (c) => `Community ${c + 1}`,
      communityLabel: "Community",
      ageLabel: "Age",
      subdistrictName: (s) => `Subdistrict ${s + 1}`,
      onPick: (community) => picked.push(community),
    });
    const rows = (count: number) =>
      update({ subdistrict: new Array(count).fill(0), bands: 1, mean: new Array(count).fill(0.5), measure: "motivation", most: 1 });
    const { Event } = document.defaultView as Window & typeof globalThis;
    const click = (element: Element | null | undefined) => element?.dispatchEvent(new Event("click", { bubbles: true }));
    const press = (key: string) => node.dispatchEvent(Object.assign(new Event("keydown", { cancelable: true }), { key }));
    rows(5);
    click(node.querySelector(".legend rect"));
    click(node.querySelector(".ages text"));
    expect(picked).toEqual([]);
    click(node.querySelectorAll(".cell")[3]);
    press("ArrowUp");
    press("Enter");
    expect(picked).toEqual([3, 4]);
    rows(2); // a smaller district
    press("Enter");
    press("ArrowDown");
    press("Enter");
    expect(picked).toEqual([3, 4, 0]);
  });
});
