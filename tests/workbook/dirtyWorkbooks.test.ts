import fc from "fast-check";
import { expect, it } from "vitest";
import type { District } from "../../src/scenario/index.ts";
import { tellSaid } from "../../src/words/index.ts";
import { type GivenFile, type Reading, readDistrict } from "../../src/workbook/index.ts";
import { changed, file, gbk, places, utf16, workbook } from "../support/workbooks.ts";

/** Two communities, as they should come out of most of the workbooks here. */
const two: District["communities"] = [
  { name: "永红社区", subdistrict: 0, residents: 5120 },
  { name: "西林社区", subdistrict: 0, residents: 4800 },
];
const table = "社区,常住人口\n永红社区,5120\n西林社区,4800\n";
const rows = (...more: (string | number | null)[][]) => [["社区", "常住人口"], ["永红社区", 5120], ["西林社区", 4800], ...more];
const xlsx = async (sheets: Parameters<typeof workbook>[0], change?: Parameters<typeof changed>[1]): Promise<GivenFile> => {
  const bytes = await workbook(sheets);
  return { name: "district.xlsx", bytes: change ? changed(bytes, change) : bytes };
};
const named = (bytes: Uint8Array): GivenFile => ({ name: "社区.csv", bytes });

interface Case {
  what: string;
  files: () => GivenFile | Promise<GivenFile>;
  remarks?: string[];
  /** What comes out; nothing where it is refused. */
  communities?: District["communities"];
  also?: (reading: Reading) => void;
}

const cases: Case[] = [
  { what: "GBK, as Excel saves CSV", files: () => named(gbk(table)), remarks: ["doubt 社区.csv isReadAsGb18030"], communities: two },
  { what: "UTF-8 with a mark", files: () => file("社区.csv", `\ufeff${table}`), communities: two },
  { what: "UTF-16 with tabs, as Excel saves text", files: () => named(utf16(table.replaceAll(",", "\t"))), communities: two },
  {
    what: "semicolons and Windows line ends",
    files: () => file("a.csv", table.replaceAll(",", ";").replaceAll("\n", "\r\n")),
    communities: two,
  },
  {
    what: "an English table",
    files: () => file("a.tsv", "Name\tPopulation\nA\t12\n"),
    communities: [{ name: "A", subdistrict: 0, residents: 12 }],
  },
  { what: "full-width digits", files: () => file("a.csv", "社区，常住人口\n永红社区，５１２０\n西林社区，４８００\n"), communities: two },
  {
    what: "marks between thousands and units",
    files: () => file("a.csv", '社区,常住人口（人）\n永红社区,"5,120"\n西林社区,4 800人\n'),
    communities: two,
  },
  { what: "万", files: () => file("a.csv", "社区,常住人口\n永红社区,0.512万\n西林社区,4800\n"), communities: two },
  {
    what: "a title above, merged headings",
    files: () =>
      xlsx({
        社区: [
          ["钟楼区社区基本情况（2020年）", null, null],
          ["社区", "人口", null],
          [null, "常住人口", "60岁及以上"],
          ["永红社区", 5120, 1000],
          ["西林社区", 4800, 900],
        ],
      }),
    communities: [
      { ...two[0], elders: 1000 },
      { ...two[1], elders: 900 },
    ],
  },
  {
    what: "merged cells of subdistricts",
    files: () =>
      xlsx(
        {
          社区: [
            ["街道", "社区", "常住人口"],
            ["永红街道", "永红社区", 5120],
            [null, "西林社区", 4800],
            ["南大街", "新市社区", 10],
          ],
        },
        (name, xml) =>
          /worksheets\/sheet1/.test(name)
            ? xml.replace("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>')
            : xml,
      ),
    communities: [two[0], two[1], { name: "新市社区", subdistrict: 1, residents: 10 }],
    also: ({ district }) => expect(district?.subdistricts).toEqual(["永红街道", "南大街"]),
  },
  { what: "a total that is right", files: () => file("a.csv", `${table}合 计,9920\n`), remarks: ["doubt a!4 isTotal"], communities: two },
  {
    what: "a total that is not",
    files: () => file("a.csv", `${table}总计,12000\n`),
    remarks: ["doubt a!4 isTotal", "doubt a!B4 isOtherTotal"],
    communities: two,
  },
  {
    what: "empty rows and marks of nothing",
    files: () => file("a.csv", "社区,常住人口,党员\n\n永红社区,5120,—\n,,\n西林社区,4800,无\n\n"),
    communities: two,
  },
  { what: "the same name twice", files: () => file("a.csv", `${table}永红 社区,5\n`), remarks: ["fault a!A4 standsInRow"] },
  {
    what: "the same name in two subdistricts",
    files: () => file("a.csv", "街道,社区,人口\n甲,中心,10\n乙,中心,20\n"),
    communities: [
      { name: "中心", subdistrict: 0, residents: 10 },
      { name: "中心", subdistrict: 1, residents: 20 },
    ],
  },
  { what: "a negative number", files: () => file("a.csv", "社区,常住人口\n永红社区,-5120\n西林社区,4800\n"), remarks: ["fault a!B2 is"] },
  {
    what: "about 300",
    files: () => file("a.csv", "社区,常住人口,党员\n永红社区,5120,约300\n西林社区,4800,\n"),
    remarks: ["fault a!C2 is"],
  },
  {
    what: "everything wrong at once",
    files: () => file("a.csv", "社区,常住人口,党员,户数\n永红社区,约5120,-3,9\n,4800,1,1\n西林社区,4800,5000,9000\n"),
    remarks: ["fault a!B2 is", "fault a!C2 is", "fault a!A3 isMissing", "fault a!C4 is", "fault a!D4 is"],
  },
  { what: "no residents", files: () => file("communities.csv", "社区,街道\n永红社区,甲\n"), remarks: ["fault communities!1 hasNoColumn"] },
  {
    what: "an empty cell that is needed",
    files: () => file("a.csv", "社区,常住人口\n永红社区,5120\n西林社区,\n"),
    remarks: ["fault a!B3 isMissing"],
  },
  {
    what: "no sheet of communities",
    files: () =>
      xlsx({
        社会组织: [
          ["组织名称", "社区", "类型"],
          ["甲", "永红社区", "调解"],
        ],
      }),
    remarks: ["fault district.xlsx hasNoCommunities"],
  },
  {
    what: "a hidden sheet and an unknown one",
    files: () =>
      xlsx(
        {
          社区: rows(),
          社会组织: [
            ["组织名称", "社区"],
            ["甲", "无此社区"],
          ],
          杂项: [["x"]],
        },
        (name, xml) => (name === "xl/workbook.xml" ? xml.replace('name="社会组织"', 'name="社会组织" state="hidden"') : xml),
      ),
    remarks: ["doubt 社会组织 isHidden", "doubt 杂项 isNoKnownSheet"],
    communities: two,
  },
  {
    what: "an error of a formula",
    files: () =>
      xlsx(
        {
          社区: [
            ["社区", "常住人口", "党员"],
            ["永红社区", 5120, 77],
            ["西林社区", 4800, 5],
          ],
        },
        (name, xml) =>
          /worksheets\/sheet1/.test(name) ? xml.replace(/<c r="C2"[^>]*>.*?<\/c>/, '<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>') : xml,
      ),
    remarks: ["fault 社区!C2 isFormulaError"],
  },
  {
    what: "shares that sum to 103",
    files: () =>
      xlsx({
        社区: rows(),
        人口构成: [
          ["统计项", "年龄段", "占比（%）"],
          ["年龄", "0-14岁", 15],
          ["年龄", "15-59岁", 66],
          ["年龄", "60岁及以上", 22],
        ],
      }),
    remarks: ["doubt 人口构成!C2 sharesSumTo"],
    communities: two,
    also: ({ district }) => expect(district?.margins.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(9920, 0),
  },
  {
    what: "shares that sum to 160",
    files: () =>
      xlsx({
        社区: rows(),
        人口构成: [
          ["统计项", "年龄段", "占比"],
          ["年龄", "0-14岁", "80%"],
          ["年龄", "15岁以上", "80%"],
        ],
      }),
    remarks: ["fault 人口构成!C2 sharesSumTo"],
  },
  {
    what: "dates as text, as days and as years",
    files: () =>
      xlsx({
        社区: rows(),
        社会组织: [
          ["名称", "社区", "成立日期"],
          ["甲", "永红社区", "2019年6月30日"],
          ["乙", "永红社区", 43646],
          ["丙", "西林社区", "2019"],
          ["丁", "西林社区", "2019.06"],
        ],
      }),
    communities: two,
    also: ({ district }) => expect(district?.organizations?.map(({ age }) => age)).toEqual([1, 1, 26, 5]),
  },
  {
    what: "a date that is none",
    files: () =>
      xlsx({
        社区: rows(),
        社会组织: [
          ["名称", "社区", "成立日期"],
          ["甲", "永红社区", "前年"],
        ],
      }),
    remarks: ["fault 社会组织!C2 is"],
  },
  {
    what: "a community that is not there",
    files: () =>
      xlsx({
        社区: rows(),
        社会组织: [
          ["名称", "社区", "类型"],
          ["甲", "永虹社区", "调解"],
          ["乙", "永红社区", "唱歌"],
        ],
      }),
    remarks: ["fault 社会组织!B2 isNoCommunity", "fault 社会组织!C3 is"],
  },
  {
    what: "mixed languages",
    files: () =>
      xlsx({
        communities: [
          ["社区", "residents", "households", "党员"],
          ["永红社区", 5120, 2000, "6.5%"],
          ["西林社区", 4800, null, null],
        ],
      }),
    communities: [{ ...two[0], households: 2000, members: 333 }, two[1]],
  },
  {
    what: "citizens' numbers",
    files: () => file("a.csv", "社区,常住人口,负责人身份证\n永红社区,5120,320402199001011234\n西林社区,4800,\n"),
    remarks: ["doubt a!C1 headingLeftOut", "doubt a!C2 holdsPersonalNumbers"],
    communities: two,
  },
  {
    what: "cells of fewer than five",
    files: () => file("a.csv", "社区,常住人口,党员\n永红社区,5120,3\n西林社区,4800,\n"),
    remarks: ["doubt a!C2 isFewPeople"],
    communities: [{ ...two[0], members: 3 }, two[1]],
  },
  {
    what: "two communities in one place",
    files: () => file("a.csv", "社区,常住人口,经度,纬度\n永红社区,5120,119.9,31.8\n西林社区,4800,119.9,31.8\n"),
    remarks: ["doubt a placesAreTheSame"],
    communities: two,
  },
  {
    what: "positions in degrees",
    files: () => file("a.csv", "社区,常住人口,经度,纬度\n永红社区,5120,119.9,31.8\n西林社区,4800,119.91,31.81\n"),
    communities: [
      { ...two[0], at: [0, 0] },
      { ...two[1], at: [945, 1112] },
    ],
  },
  {
    what: "an Excel file of the old kind",
    files: () => named(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)),
    remarks: ["fault 社区.csv isOldExcel"],
  },
  {
    what: "a web page that is called a table",
    files: () => file("社区.xls", "<html><table><tr><td>社区</td></tr></table></html>"),
    remarks: ["fault 社区.xls isNoTable"],
  },
  { what: "a PDF, a picture, nothing", files: () => file("a.csv", "%PDF-1.7 ..."), remarks: ["fault a.csv isNoTable"] },
  {
    what: "an archive that is no workbook",
    files: () => named(Uint8Array.of(0x50, 0x4b, 3, 4, 5, 6)),
    remarks: ["fault 社区.csv isNoWorkbook"],
  },
  {
    what: "a cell at the end of the world",
    files: () =>
      xlsx({ 社区: rows() }, (name, xml) =>
        /worksheets\/sheet1/.test(name)
          ? xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
          : xml,
      ),
    remarks: ["fault district.xlsx hasRows"],
  },
];

it.each(cases)("$what", async ({ files, remarks = [], communities, also }) => {
  const reading = await readDistrict([await files()]);
  expect(places(reading.remarks)).toEqual(remarks);
  expect(reading.district?.communities).toEqual(communities);
  for (const { message, remedy } of reading.remarks)
    for (const one of [message, ...(remedy ? [remedy] : [])]) expect(tellSaid("zh", one)).toMatch(/[\u4e00-\u9fff].*。$/);
  also?.(reading);
});

it("reads a hundred thousand memberships, and no name of a person is in what comes out", async () => {
  const people = Array.from({ length: 100_000 }, (_, k) => `张三${k},第${k % 5000}组,永红社区`);
  const begun = performance.now();
  const reading = await readDistrict([file("社区.csv", table), file("memberships.csv", `姓名,小组,社区\n${people.join("\n")}\n`)]);
  expect(performance.now() - begun).toBeLessThan(20_000);
  expect(reading.remarks).toEqual([]);
  expect(reading.district?.groups).toHaveLength(5000);
  expect(JSON.stringify(reading)).not.toContain("张三");
});

it("gives the same digest for the same content, whatever the order of its columns and its encoding", async () => {
  const digest = async (given: GivenFile) => (await readDistrict([given])).district?.digest;
  const first = await digest(file("a.csv", table));
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  for (const other of [named(gbk(table)), file("b.tsv", "常住人口\t社区\n5120\t永红社区\n4800\t西林社区\n"), await xlsx({ 社区: rows() })])
    expect(await digest(other)).toBe(first);
  expect(await digest(file("a.csv", table.replace("4800", "4801")))).not.toBe(first);
});

it("reads or refuses whatever bytes it is given", async () => {
  const whole = await workbook({
    社区: rows(),
    社会组织: [
      ["名称", "社区"],
      ["甲", "永红社区"],
    ],
  });
  const damaged = fc
    .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
    .map((hits) => hits.reduce((bytes, [at, value]) => bytes.with(at, value), whole));
  const text = fc.string({ unit: "binary", maxLength: 300 }).map((one) => new TextEncoder().encode(`社区,常住人口\n${one}`));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), text, damaged), async (bytes) => {
      const { district, remarks } = await readDistrict([{ name: "a.csv", bytes }]);
      expect(district !== undefined || remarks.some(({ is }) => is === "fault")).toBe(true);
    }),
    { numRuns: 200 },
  );
});
