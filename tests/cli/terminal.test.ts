import { expect, it } from "vitest";
import { aligned } from "../../src/cli/terminal.ts";

it("aligns columns by the cells that texts take: two for a Chinese character or a full-width mark", () => {
  const lines = aligned([
    ["a", "b"],
    ["事项：", "c"],
    ["matter", "d"],
  ]).split("\n");
  expect(lines).toEqual(["a       b", "事项：  c", "matter  d"]);
});
