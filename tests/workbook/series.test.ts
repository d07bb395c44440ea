import { expect, it } from "vitest";
import { readObservations } from "../../src/experiment/index.ts";
import { readDistrict, seriesFile } from "../../src/workbook/index.ts";
import { file, places, workbook } from "../support/workbooks.ts";

const table = file("社区.csv", "社区,常住人口\n永红社区,5120\n西林社区,4800\n");
const read = (text: string) => readDistrict([table, file("series.csv", text)], readObservations);

it("reads observed values in either language, and writes what a fit reads as the same", async () => {
  const { district, remarks, lines } = await read(
    "指标,周,年,观测值（%）,误差,下限,上限,社区\n成年人参与率,52,,１２.５,1,,,\nparticipation_rate,,2,15,,13,18,\nsettlement_rate_true,10,,80%,,,,\n",
  );
  expect(places(remarks)).toEqual([]);
  expect(district?.series).toEqual([
    { measure: "participation_rate", span: [52, 52], value: 0.125, error: 0.01 },
    { measure: "participation_rate", span: [53, 104], value: 0.15, error: expect.closeTo(0.05 / 3.92, 5), interval: [0.13, 0.18] },
    { measure: "settlement_rate_true", span: [10, 10], value: 0.8, error: 0 },
  ]);
  expect(lines.find(({ quantity }) => quantity === "series")).toMatchObject({ standing: "given", of: [3, 3], from: "series" });
  const again = readObservations({ path: "series.csv", text: seriesFile(district?.series ?? []) }, 2);
  expect(again.ok && again.observations.map(({ heldOut, name, ...one }) => one)).toEqual(district?.series);
});

it("says what is wrong with observed values at its place in the sheet, below a title and headings in two languages", async () => {
  const bytes = await workbook({
    社区: [
      ["社区", "常住人口"],
      ["永红社区", 900],
    ],
    "观测序列 series": [
      ["观测记录", null, null, null],
      ["指标\nmeasure", "周\nweek", "观测值\nvalue", "社区\ncommunity"],
      ["participation_rate", 5, 0.1, null],
      ["participation_rat", 6, 0.1, null],
      ["participation_rate", 5, 0.2, null],
      ["participation_rate", 7, 1.5, "无此社区"],
    ],
  });
  const { district, remarks } = await readDistrict([{ name: "a.xlsx", bytes }], readObservations);
  expect(district).toBeUndefined();
  expect(places(remarks)).toEqual([
    "fault 观测序列 series!A4 namesNoMeasure",
    "fault 观测序列 series!A5 standsInRow",
    "fault 观测序列 series!C6 is",
    "fault 观测序列 series!D6 isNoCommunity",
  ]);
  expect(remarks[1].message.values).toEqual({ name: "participation_rate", row: 3 });
});

it("changes the digest of the data, and only that of those that have observed values", async () => {
  const digest = async (text?: string) => (text === undefined ? await readDistrict([table]) : await read(text)).district?.digest;
  const [without, one, other] = [
    await digest(),
    await digest("measure,week,value\nparticipation_rate,5,0.1\n"),
    await digest("measure,week,value\nparticipation_rate,5,0.2\n"),
  ];
  expect(new Set([without, one, other]).size).toBe(3);
});

it("says that education is given and not used, once", async () => {
  const { district, remarks, lines } = await readDistrict([
    table,
    file("margins.csv", "统计项,类别,人数\n受教育程度,大学,300\n受教育程度,高中,500\n住房,自有,70%\n住房,租住,30%\n"),
  ]);
  expect(places(remarks)).toEqual(["doubt margins!A2 isNotUsed"]);
  expect(lines).toContainEqual({ quantity: "education", standing: "unused", of: [2, 2], from: "margins!C" });
  expect(district?.margins).toEqual([{ of: "owners", value: 0.7 }]);
});
