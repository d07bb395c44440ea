import { expect, it } from "vitest";
import { kindNamed, type SheetKind } from "../../src/workbook/headings.ts";
import { readDistrict, template } from "../../src/workbook/index.ts";
import { headingsFound } from "../../src/workbook/table.ts";
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

it("knows every sheet and heading of the template, as it is and with communities filled in", async () => {
  const sheets = Object.fromEntries(template().map(({ sheet, data }) => [sheet, data]));
  const empty = await readDistrict([{ name: "a.xlsx", bytes: await workbook(sheets) }]);
  expect(places(empty.remarks)).toEqual(["fault 社区 communities!1 hasNothingBelow"]);
  for (const sheet of Object.keys(sheets).slice(1)) {
    const [heads] = sheets[sheet];
    const found = headingsFound({ name: sheet, hidden: false, rows: [heads] }, kindNamed(sheet) as SheetKind);
    expect(found, sheet).toBe(heads.length);
  }
  const [heads] = sheets["社区 communities"];
  const filled = heads.map((head) => (String(head).startsWith("社区\n") ? "永红社区" : String(head).startsWith("常住人口") ? 900 : null));
  const { district, remarks } = await readDistrict([
    { name: "a.xlsx", bytes: await workbook({ ...sheets, "社区 communities": [heads, filled] }) },
  ]);
  expect(remarks).toEqual([]);
  expect(district?.communities).toEqual([{ name: "永红社区", subdistrict: 0, residents: 900 }]);
});
