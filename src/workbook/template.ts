import { type SheetKind, sheetColumns, sheetKinds, sheetNames } from "./headings.ts";

/** A sheet to be written: rows of cells. */
interface SheetToWrite {
  sheet: string;
  data: (string | number | null)[][];
}

/** What to know of each sheet of the template, in both languages. */
const about: Readonly<Record<SheetKind, readonly [en: string, zh: string]>> = {
  communities: [
    "Needed: a row for each community with its name and residents. All other columns may stay empty.",
    "必填：每个社区一行，写名称与常住人口；其余各列可以留空。",
  ],
  margins: [
    "Ages by sex, tenure (owner, renter) or employment, of a community or, without one, of the district; persons or shares.",
    "年龄（可分性别）、住房（自有、租住）或就业；不写社区则为全区；可写人数或占比。",
  ],
  organizations: ["A row for each social organization; a number will do for a name.", "每家社会组织一行；名称可用编号代替。"],
  units: ["A row for each workplace.", "每个单位一行。"],
  memberships: [
    "Who is in what: people or organizations in groups, activities, branches or projects. Names of people become numbers when this is read.",
    "谁参加什么：个人或组织参加小组、活动、党支部或项目。读入时人名换成编号。",
  ],
  ties: ["Pairs of organizations, or acquaintances of people who were asked.", "组织之间的关系，或受访者的熟人数。"],
  series: ["Observed measures, for four-circles fit.", "观测到的指标，用于 four-circles fit。"],
  boundaries: ["A row for each corner of each boundary; or a GeoJSON file beside this one.", "边界每个顶点一行；也可另附 GeoJSON 文件。"],
};

const NOTES = "说明";

const both = ([en, zh]: readonly string[], mark = " "): string => `${zh}${mark}${en}`;

/** The sheets of an empty workbook, each with its headings in both languages, and what to know of them. */
export function template(): SheetToWrite[] {
  const notes = sheetKinds.map((kind) => [both(sheetNames[kind]), about[kind][1], about[kind][0]]);
  return [
    { sheet: `${NOTES} notes`, data: [["工作表 sheet", "填什么", "what to write"], ...notes] },
    ...sheetKinds.map((kind) => ({
      sheet: both(sheetNames[kind]),
      data: [Object.values(sheetColumns[kind]).map((names) => both(names, "\n"))],
    })),
  ];
}

/** The empty workbook as a file. */
export async function templateFile(): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeXlsxFile } = await import("write-excel-file/universal");
  const sheets = template().map(({ sheet, data }) => ({
    sheet,
    data: data.map((row, r) =>
      row.map((value) => (r === 0 && value !== null ? { value, fontWeight: "bold" as const, wrap: true } : value)),
    ),
    columns: data[0].map(() => ({ width: sheet.startsWith(NOTES) ? 60 : 18 })),
    stickyRowsCount: 1,
  }));
  const blob = await writeXlsxFile(sheets as never).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
