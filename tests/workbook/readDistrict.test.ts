import { expect, it } from "vitest";
import { readDistrict } from "../../src/workbook/index.ts";
import { file, places, workbook } from "../support/workbooks.ts";

const csv = (...rows: string[]) => [file("communities.csv", rows.join("\n"))];

it("reads the smallest table", async () => {
  const { district, remarks } = await readDistrict(csv("community,residents", "Yonghong,5120", "Xilin,4800"));
  expect(remarks).toEqual([]);
  expect(district?.communities).toEqual([
    { name: "Yonghong", subdistrict: 0, residents: 5120 },
    { name: "Xilin", subdistrict: 0, residents: 4800 },
  ]);
});

it("reads xlsx", async () => {
  const bytes = await workbook({
    communities: [
      ["社区", "常住人口", "60岁及以上"],
      ["永红社区", 5120, 0.218],
      ["合计", 5120, null],
    ],
  });
  const { district, remarks } = await readDistrict([{ name: "a.xlsx", bytes }]);
  expect(places(remarks)).toEqual(["doubt communities!3 isTotal"]);
  expect(district?.communities).toEqual([{ name: "永红社区", subdistrict: 0, residents: 5120, elders: 1116 }]);
});
