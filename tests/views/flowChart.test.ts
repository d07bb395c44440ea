import { describe, expect, it } from "vitest";
import { flowChart } from "../../src/views/index.ts";
import { emptyDocument, numbers, texts } from "../support/dom.ts";

const holders = ["district", "community", "outside"].map((id) => ({ id, label: id, colour: { light: "#333333", dark: "#333333" } }));
const chart = () =>
  flowChart({
    document: emptyDocument(),
    label: "Flows",
    width: 600,
    height: 300,
    sources: holders,
    targets: holders,
    heads: ["from", "to"],
    format: "count",
    nothing: "nothing moved",
    amountLabel: "amount",
  });
/** 70 from outside to the district, 30 on to the community, 20 back outside. */
const flows = [0, 30, 0, 0, 0, 20, 70, 0, 0];

describe("a flow chart", () => {
  it("draws a band for every flow, as thick as it is large", () => {
    const { node, update } = chart();
    update(flows);
    expect(numbers(node, ".band", "data-amount").sort((a, b) => a - b)).toEqual([20, 30, 70]);
    const thickness = new Map(
      numbers(node, ".band", "data-amount").map((amount, k) => [amount, numbers(node, ".band", "stroke-width")[k]]),
    );
    expect((thickness.get(70) as number) / (thickness.get(20) as number)).toBeCloseTo(3.5, 6);
  });

  it("balances: bars on both sides are as tall together, and each says what it gives or gets", () => {
    const { node, update } = chart();
    update(flows);
    const tall = (side: string) => numbers(node, `.bar.${side}`, "height").reduce((a, b) => a + b, 0);
    expect(tall("from")).toBeCloseTo(tall("to"), 6);
    expect(new Set(texts(node, ".texts text"))).toEqual(
      new Set(["district 30", "community 20", "outside 70", "district 70", "community 30", "outside 20"]),
    );
  });

  it("leaves out who neither gives nor gets, and says so when nothing moves", () => {
    const { node, update, table } = chart();
    expect(texts(node, ".nothing")).toEqual([]); // nothing is known yet
    update([0, 5, 0, 0, 0, 0, 0, 0, 0]);
    expect(node.querySelectorAll(".bar").length).toBe(2);
    expect(table().rows).toEqual([["district", "community", 5]]);
    update(new Array(9).fill(0));
    expect(texts(node, ".nothing")).toEqual(["nothing moved"]);
    expect(node.querySelectorAll(".band").length).toBe(0);
  });
});
