import { legible, type Margin, OLDEST, said } from "../scenario/index.ts";
import { isEmpty, textOf } from "./cell.ts";
import { AGE, agesOf, EMPLOYMENT, employedCode, marginCode, ownerCode, sexCode, TENURE } from "./codes.ts";
import { type Communities, FEWEST } from "./communities.ts";
import { quantityOf } from "./quantity.ts";
import type { Remarks } from "./remarks.ts";
import type { Report } from "./report.ts";
import type { Row, Table } from "./table.ts";

/** Parts that differ from their whole by more than this are said; by more than that, refused. */
const SAID = 0.005;
const REFUSED = 0.1;

interface Part {
  row: Row<"margins">;
  female: boolean | undefined;
  from: number;
  to: number;
  value: number;
  percent: boolean;
}

/** The margins of the population: ages by sex, tenure of homes, employment; of the district, or of a community. */
export function readMargins(table: Table<"margins"> | undefined, communities: Communities, remarks: Remarks, report: Report): Margin[] {
  if (!table) return [];
  const margins: Margin[] = [];
  const ages = new Map<number, Part[]>();
  const sums = new Map<
    string,
    { of: "owners" | "employed"; community: number; yes: number; all: number; row: Row<"margins">; isShare: boolean }
  >();
  const column = table.has("persons") ? "persons" : "male";
  const wrong = (row: Row<"margins">, at: Parameters<typeof table.columnAt>[0], text: string, remedy: Parameters<Remarks["add"]>[5]) =>
    remarks.add(
      "fault",
      table.sheet,
      row.at,
      table.columnAt(at),
      text === "" ? said("isMissing") : said("is", { value: legible(text) }),
      remedy,
    );
  if (!table.has("persons") && !table.has("male")) {
    remarks.add(
      "fault",
      table.sheet,
      -1,
      -1,
      said("hasNoColumn", { column: "persons / 人数" }),
      said("addColumn", { column: "persons / 人数" }),
    );
    return [];
  }
  let unused = 0; // rows of education, by which no rule goes
  const headPercent = /[%％]/.test(table.heading(column));
  for (const row of table.rows) {
    const named = table.has("community") && row.text("community") !== "" ? communities.named(table, row) : -1;
    if (named === undefined) continue;
    const quantity = table.has("quantity") && row.text("quantity") !== "" ? marginCode(row.text("quantity")) : AGE;
    if (quantity === undefined) {
      wrong(row, "quantity", row.text("quantity"), said("writeMargin"));
      continue;
    }
    const value = (at: "persons" | "male" | "female") => {
      const cell = row.cell(at);
      if (!table.has(at) || isEmpty(cell)) return undefined;
      const found = quantityOf(cell);
      if (found && found.value >= 0) return found;
      wrong(row, at, textOf(cell), said("writeCountOrShare"));
      return undefined;
    };
    const category = table.has("age") ? row.text("age") : "";
    if (quantity === AGE) {
      const band = agesOf(category === "" ? "all" : category);
      if (!band) {
        wrong(row, "age", category, said("writeAges"));
        continue;
      }
      const sex = table.has("sex") && row.text("sex") !== "" ? sexCode(row.text("sex")) : undefined;
      const bySex = table.has("male") && table.has("female");
      const found = bySex
        ? ([
            ["male", false],
            ["female", true],
          ] as const)
        : ([["persons", sex === undefined ? undefined : sex === 1]] as const);
      for (const [at, female] of found) {
        const part = value(at);
        if (part)
          ages.set(named, [...(ages.get(named) ?? []), { row, female, ...band, value: part.value, percent: part.percent || headPercent }]);
      }
      continue;
    }
    const found = value("persons");
    if (!found) continue;
    if (quantity !== TENURE && quantity !== EMPLOYMENT) {
      if (unused++ === 0)
        remarks.add("doubt", table.sheet, row.at, table.columnAt("quantity"), said("isNotUsed", { what: row.text("quantity") }));
      continue;
    }
    const code = (quantity === TENURE ? ownerCode : employedCode)(category);
    if (code === undefined) {
      wrong(row, "age", category, said(quantity === TENURE ? "writeTenure" : "writeEmployment"));
      continue;
    }
    const of = quantity === TENURE ? "owners" : "employed";
    const key = `${of} ${named}`;
    const sum = sums.get(key) ?? { of, community: named, yes: 0, all: 0, row, isShare: false };
    const amount = headPercent && !found.percent ? found.value / 100 : found.value;
    sum.all += amount;
    if (code === 1) sum.yes += amount;
    sum.isShare ||= found.percent || headPercent || (amount > 0 && amount < 1);
    sums.set(key, sum);
  }
  for (const [community, parts] of ages) margins.push(...agesIn(table, community, parts, communities, remarks));
  for (const { of, community, yes, all, row, isShare } of sums.values()) {
    const residents = residentsIn(communities, community);
    const both = yes > 0 && all > yes;
    const share = isShare && !both ? yes : yes / all;
    if (isShare && both && Math.abs(all - 1) > REFUSED) wrong(row, "persons", String(all), said("sharesSumToOne"));
    else if (isShare && both && Math.abs(all - 1) > SAID)
      remarks.add("doubt", table.sheet, row.at, table.columnAt("persons"), said("sharesSumTo", { sum: percent(all) }), said("areScaled"));
    // Counts of the employed alone stand against residents; with the others beside them, against their sum.
    const value = of === "owners" ? (isShare || both ? share : yes / residents) : isShare ? share * residents : yes;
    margins.push({ ...(community < 0 ? {} : { community }), of, value: of === "owners" ? Math.min(1, value) : Math.round(value) });
  }
  const from = table.from(column);
  report.add("education", "unused", unused, Math.max(1, unused), from);
  const total = communities.rows.length;
  const reached = (of: Margin["of"]) =>
    margins.some((one) => one.of === of && one.community === undefined)
      ? total
      : new Set(margins.filter((one) => one.of === of).map(({ community }) => community)).size;
  for (const [quantity, of] of [
    ["ages", "age"],
    ["owners", "owners"],
    ["employed", "employed"],
  ] as const)
    if (reached(of) > 0) report.add(quantity, "given", reached(of), total, from);
  if (margins.some(({ female }) => female !== undefined)) report.add("sexes", "given", reached("age"), total, from);
  return margins;
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

const residentsIn = ({ rows }: Communities, community: number): number =>
  community < 0 ? rows.reduce((sum, { residents }) => sum + residents, 0) : rows[community].residents;

/** Ages of the district or of one community, as numbers of residents. */
function agesIn(table: Table<"margins">, community: number, parts: readonly Part[], communities: Communities, remarks: Remarks): Margin[] {
  const residents = residentsIn(communities, community);
  const whole = partition(parts);
  const sum = whole?.reduce((all, { value }) => all + value, 0) ?? 0;
  const percents = parts.every((one) => one.percent);
  const hundred = parts.every(({ value }) => value <= 100) && sum > 90 && sum < 110 && residents > 1000;
  const isShare = percents || (parts.some(({ value }) => value > 0 && value < 1) && parts.every(({ value }) => value <= 1.1)) || hundred;
  const unit = isShare ? (sum > 2 || (percents && parts.some(({ value }) => value > 1.2)) ? residents / 100 : residents) : 1;
  const [{ row }] = parts;
  let scale = 1;
  if (whole && sum > 0) {
    const off = (sum * unit) / residents;
    const at = table.columnAt(table.has("persons") ? "persons" : "male");
    if (Math.abs(off - 1) > REFUSED) {
      remarks.add(
        "fault",
        table.sheet,
        row.at,
        at,
        isShare ? said("sharesSumTo", { sum: percent(off) }) : said("agesSumTo", { sum: Math.round(sum), residents }),
        said(isShare ? "sharesSumToOne" : "agesSumToResidents"),
      );
      return [];
    }
    if (Math.abs(off - 1) > SAID)
      remarks.add(
        "doubt",
        table.sheet,
        row.at,
        at,
        isShare ? said("sharesSumTo", { sum: percent(off) }) : said("agesSumTo", { sum: Math.round(sum), residents }),
        said("areScaled"),
      );
    scale = 1 / off;
  }
  return parts.map(({ female, from, to, value, row: { at } }) => {
    const count = Math.round(value * unit * scale * 100) / 100;
    if (community >= 0 && count > 0 && count < FEWEST)
      remarks.add(
        "doubt",
        table.sheet,
        at,
        table.columnAt(table.has("persons") ? "persons" : female ? "female" : "male"),
        said("isFewPeople", { value: Math.round(count), fewest: FEWEST }),
        said("coarsen"),
      );
    return {
      ...(community < 0 ? {} : { community }),
      of: "age" as const,
      ...(female === undefined ? {} : { female }),
      from,
      to,
      value: count,
    };
  });
}

/** Those parts that cut all ages, of everybody or of both sexes, without a gap; undefined if they leave some out. */
function partition(parts: readonly Part[]): Part[] | undefined {
  const cut = (female: boolean | undefined): Part[] | undefined => {
    const bands = parts.filter((one) => one.female === female).sort((a, b) => a.from - b.from || b.to - a.to);
    const taken: Part[] = [];
    let next = 0;
    for (const band of bands) {
      if (band.from < next) continue; // a part of another, such as “of which 65 and over”
      if (band.from > next) return undefined;
      taken.push(band);
      next = band.to + 1;
    }
    return next > OLDEST ? taken : undefined;
  };
  const both = [cut(false), cut(true)];
  return both[0] && both[1] ? [...both[0], ...both[1]] : cut(undefined);
}
