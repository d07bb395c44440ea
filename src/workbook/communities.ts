import { cornersOf, type District, legible, type Margin, mostOfDistrict, NO_SUBDISTRICT, type Said, said } from "../scenario/index.ts";
import { type Boundaries, boundariesOf, type Feature, metresFrom, middleOf, outlineOf, type Place } from "./boundaries.ts";
import { type Cell, CellError, isEmpty, textOf } from "./cell.ts";
import { estateCode } from "./codes.ts";
import type { ColumnOf, SheetKind } from "./headings.ts";
import { bare, LONGEST_NAME, placeKey } from "./headings.ts";
import { quantityOf, yesOf } from "./quantity.ts";
import type { Remarks } from "./remarks.ts";
import type { Report, Reported } from "./report.ts";
import { shiftBetween } from "./shift.ts";
import type { Row, Table } from "./table.ts";
import { thinned } from "./thinned.ts";

type Community = District["communities"][number];
type Column = ColumnOf<"communities">;

const VILLAGE = 3;
/** Of a boundary, at the least. */
const CORNERS = 3;
/** Fewer people than this in a cell may be recognized in it. */
export const FEWEST = 5;
/** Share by which parts may differ from their whole before it is said. */
const NEAR = 0.01;

/** Whether the values of a column are shares in percent by what heads it. */
const inPercent = (heading: string): boolean => /[%％]|百分/.test(heading);
const asShare = (heading: string): boolean => /占比|比例|比重|share|rate/i.test(heading);

/** The communities of a district, as their sheet says, and whom others mean by a name. */
export class Communities {
  readonly rows: Community[] = [];
  readonly subdistricts: string[] = [];
  readonly margins: Margin[] = [];
  /** Metres by which boundaries and positions lie apart, if it is as GCJ-02 lies from WGS-84. */
  shifted: number | undefined;
  private readonly byName = new Map<string, number[]>();
  /** Rows of the sheet. */
  private readonly foundIn: number[] = [];
  private readonly places: (Place | undefined)[] = [];
  private readonly table: Table<"communities">;
  private readonly remarks: Remarks;
  private readonly report: Report;

  constructor(table: Table<"communities">, remarks: Remarks, report: Report) {
    this.table = table;
    this.remarks = remarks;
    this.report = report;
    for (const row of table.rows) this.add(row);
    if (this.rows.length > mostOfDistrict.communities)
      remarks.add(
        "fault",
        table.sheet,
        -1,
        -1,
        said("hasCommunities", { count: this.rows.length }),
        said("mayHaveCommunities", { most: mostOfDistrict.communities }),
      );
    const residents = this.rows.reduce((sum, one) => sum + one.residents, 0);
    if (residents > mostOfDistrict.residents && !remarks.failed)
      remarks.add(
        "fault",
        table.sheet,
        -1,
        table.columnAt("residents"),
        said("hasResidents", { count: residents }),
        said("mayHaveResidents", { most: mostOfDistrict.residents }),
      );
    if (!remarks.failed) this.compareTotals();
    this.tell();
  }

  /** The number of a community that a row of another sheet names; undefined if there is none or more than one, which is said. */
  named<K extends SheetKind>(table: Table<K>, row: Row<K>): number | undefined {
    const column = "community" as ColumnOf<K>;
    const [name, of] = [row.text(column), table.has("subdistrict" as ColumnOf<K>) ? row.text("subdistrict" as ColumnOf<K>) : ""];
    const found = (this.byName.get(placeKey(name)) ?? []).filter(
      (k) => of === "" || bare(this.subdistricts[this.rows[k].subdistrict]) === bare(of),
    );
    if (found.length === 1) return found[0];
    const message =
      name === "" ? said("isMissing") : said(found.length === 0 ? "isNoCommunity" : "isSeveralCommunities", { name: legible(name) });
    this.remarks.add(
      "fault",
      table.sheet,
      row.at,
      table.columnAt(column),
      message,
      said(found.length > 1 ? "addSubdistrict" : "nameCommunity"),
    );
    return undefined;
  }

  /** Positions out of the columns of longitude and latitude, else of boundaries; and the outlines of these. */
  place(boundaries: Boundaries | undefined): void {
    const features = this.rows.map(({ name, subdistrict }) =>
      boundaries?.of(name, this.subdistricts[subdistrict], (this.byName.get(placeKey(name)) as number[]).length === 1),
    );
    const middles = features.map((one) => one && middleOf(one));
    const places = this.places.map((own, k) => own ?? middles[k]);
    const known = places.filter((one) => one !== undefined);
    const metres = metresFrom(known);
    if (known.length > 0) this.position(places.map((one) => one && metres(one)));
    if (!boundaries) return;
    this.joinBoundaries(boundaries, features);
    this.outline(features, metres);
    this.shifted = shiftBetween(this.places, middles);
    if (this.shifted !== undefined)
      this.remarks.add("doubt", "boundaries", -1, -1, said("isShifted", { metres: this.shifted }), said("shiftBack"));
  }

  /** The model goes by positions where all communities have one of their own, else by a lattice. */
  private position(places: readonly (Place | undefined)[]): void {
    const known = places.filter((one) => one !== undefined);
    const own = this.places.filter(Boolean).length;
    const doubt = (message: Said, remedy: Said) => this.remarks.add("doubt", this.table.sheet, -1, -1, message, remedy);
    if (known.length < places.length) doubt(said("placesAreMissing", { count: places.length - known.length }), said("addPlaces"));
    else if (new Set(known.map((at) => at.join())).size < known.length) doubt(said("placesAreTheSame"), said("writeDegrees"));
    else {
      for (const [k, at] of known.entries()) this.rows[k].at = at;
      this.report.add("places", "given", own, places.length, own > 0 ? this.table.from("longitude") : "");
      this.report.add("places", "derived", places.length - own, places.length, "boundaries");
    }
  }

  /** Says which communities have no boundary, and which boundaries no community. */
  private joinBoundaries(boundaries: Boundaries, features: readonly (Feature | undefined)[]): void {
    const doubt = (message: Said) => this.remarks.add("doubt", "boundaries", -1, -1, message, said("nameBoundaries"));
    const missing = this.rows.filter((_, k) => !features[k]);
    if (missing.length > 0) doubt(said("boundariesAreMissing", { count: missing.length, first: legible(missing[0].name) }));
    const { nobodys } = boundaries;
    if (nobodys.length > 0) doubt(said("boundariesAreNobodys", { count: nobodys.length, first: legible(nobodys[0].properties.name) }));
  }

  /** The outlines that maps draw, with as many corners as there may be. */
  private outline(features: readonly (Feature | undefined)[], metres: (place: Place) => Place): void {
    const outlines = features.map((one) => one && outlineOf(one, metres));
    const count = outlines.reduce((sum, one = []) => sum + cornersOf(one), 0);
    const most = mostOfDistrict.corners;
    const few = thinned(outlines, most);
    const doubt = (message: Said) => this.remarks.add("doubt", "boundaries", -1, -1, message, said("simplifyBoundaries"));
    if (!few) {
      doubt(said("boundariesStayTooDetailed", { count, most }));
      return;
    }
    const left = few.outlines.reduce((sum, one = []) => sum + cornersOf(one), 0);
    if (left < count) doubt(said("areThinned", { count, left, area: few.area }));
    for (const [k, one] of few.outlines.entries()) if (one) this.rows[k].outline = one.map((ring) => [...ring]);
    this.report.add("outlines", "given", few.outlines.filter(Boolean).length, this.rows.length, "boundaries");
  }

  /** Boundaries out of a sheet with a row for each corner. */
  boundaries(table: Table<"boundaries"> | undefined): Boundaries | undefined {
    if (!table) return undefined;
    const rings = new Map<number, Place[]>();
    for (const row of table.rows) {
      const k = this.named(table, row);
      const [x, y] = [quantityOf(row.cell("longitude"))?.value, quantityOf(row.cell("latitude"))?.value];
      if (k === undefined) continue;
      if (x === undefined || y === undefined || Math.abs(x) > 180 || Math.abs(y) > 90) {
        this.remarks.add(
          "fault",
          table.sheet,
          row.at,
          table.columnAt(x === undefined || Math.abs(x) > 180 ? "longitude" : "latitude"),
          said("isNoPlace"),
          said("writeDegrees"),
        );
        continue;
      }
      const ring = rings.get(k) ?? [];
      ring.push([x, y]);
      rings.set(k, ring);
    }
    const whole = [...rings].filter(([k, { length }]) => {
      if (length < CORNERS && !this.remarks.failed)
        this.remarks.add(
          "fault",
          table.sheet,
          -1,
          -1,
          said("hasFewCorners", { name: legible(this.rows[k].name), count: length }),
          said("addCorners", { least: CORNERS }),
        );
      return length >= CORNERS;
    });
    if (whole.length === 0) return undefined;
    return boundariesOf(
      whole.map(([k, ring]) => ({ name: this.rows[k].name, subdistrict: this.subdistricts[this.rows[k].subdistrict], ring })),
    );
  }

  private add(row: Row<"communities">): void {
    const { table } = this;
    const name = row.text("name");
    const fault = (column: Column, message: Said, remedy?: Said) =>
      this.remarks.add("fault", table.sheet, row.at, table.columnAt(column), message, remedy);
    if (name === "") {
      fault("name", said("isMissing"), said("writeName"));
      return;
    }
    if (name.length > LONGEST_NAME)
      this.remarks.add("doubt", table.sheet, row.at, table.columnAt("name"), said("isCut", { letters: name.length, most: LONGEST_NAME }));
    const subdistrict = this.subdistrictOf(row);
    const same = (this.byName.get(placeKey(name)) ?? []).find((k) => this.rows[k].subdistrict === subdistrict);
    if (same !== undefined) {
      fault("name", said("standsInRow", { name: legible(name), row: this.foundIn[same] + 1 }), said("nameApart"));
      return;
    }
    const counted = this.count(row, "residents", undefined, 1);
    if (counted === undefined && isEmpty(row.cell("residents"))) fault("residents", said("isMissing"), said("writeCount"));
    // Where the residents are wrong all else is looked at just the same, against the most that there may be.
    const residents = counted ?? mostOfDistrict.residents;
    const one: Community = { name: name.slice(0, LONGEST_NAME), subdistrict, residents };
    for (const key of ["households", "elders", "children", "members"] as const) {
      const value = this.count(row, key, residents, 0);
      if (value !== undefined) one[key] = value;
    }
    for (const [key, most] of [
      ["workers", 10_000],
      ["sites", 65_535],
    ] as const) {
      const value = this.count(row, key, undefined, 0, most);
      if (value !== undefined) one[key] = value;
    }
    if (
      counted !== undefined &&
      one.households !== undefined &&
      (one.households > residents || one.households < residents / 12 || one.households === 0)
    )
      fault(
        "households",
        said("contradicts", { value: one.households, other: table.heading("residents"), against: residents }),
        said("writeHouseholds"),
      );
    if ((one.elders ?? 0) + (one.children ?? 0) > residents)
      fault("elders", said("sumBeyond", { value: (one.elders ?? 0) + (one.children ?? 0), against: residents }), said("mendOne"));
    if (one.households !== undefined && one.children !== undefined && one.households > residents - one.children)
      fault(
        "households",
        said("contradicts", { value: one.households, other: table.heading("children"), against: one.children }),
        said("householdNeedsAdult"),
      );
    const number = this.rows.length;
    const employed = this.count(row, "employed", residents, 0);
    if (employed !== undefined) this.margins.push({ community: number, of: "employed", value: employed });
    this.owners(row, number, one.households);
    this.kindOf(row, one);
    const treated = this.yes(row, "treated");
    if (treated !== undefined) one.treated = treated;
    this.places.push(this.placeOf(row));
    for (const key of ["elders", "children", "members"] as const)
      if (one[key] !== undefined && one[key] > 0 && one[key] < FEWEST)
        this.remarks.add(
          "doubt",
          table.sheet,
          row.at,
          table.columnAt(key),
          said("isFewPeople", { value: one[key], fewest: FEWEST }),
          said("coarsen"),
        );
    this.byName.set(placeKey(name), [...(this.byName.get(placeKey(name)) ?? []), number]);
    this.rows.push(one);
    this.foundIn.push(row.at);
  }

  /** A whole number, or a share of the residents. */
  private count(
    row: Row<"communities">,
    column: Column,
    residents: number | undefined,
    least: number,
    most: number = mostOfDistrict.residents,
  ): number | undefined {
    const { table } = this;
    const cell = row.cell(column);
    if (!table.has(column) || cell instanceof CellError || isEmpty(cell)) return undefined;
    const wrong = (remedy: Said) => {
      this.remarks.add("fault", table.sheet, row.at, table.columnAt(column), said("is", { value: legible(textOf(cell)) }), remedy);
      return undefined;
    };
    const remedy = residents === undefined ? said("writeCount") : said("writeCountOrShare");
    const found = quantityOf(cell);
    if (!found) return wrong(remedy);
    const head = table.heading(column);
    let { value } = found;
    const isShare =
      residents !== undefined && (found.percent || inPercent(head) || (asShare(head) && value <= 1) || (value > 0 && value < 1));
    if (isShare) value = (residents as number) * (inPercent(head) && !found.percent && value > 1 ? value / 100 : value);
    if (value < least || value > (residents ?? most))
      return wrong(residents !== undefined && value > residents ? said("writeAtMost", { most: residents }) : remedy);
    if (!isShare && !Number.isInteger(value)) {
      this.remarks.add(
        "doubt",
        table.sheet,
        row.at,
        table.columnAt(column),
        said("isRounded", { value: textOf(cell), to: Math.round(value) }),
      );
    }
    return Math.round(value);
  }

  private owners(row: Row<"communities">, community: number, households: number | undefined): void {
    const { table } = this;
    const cell = row.cell("owners");
    if (!table.has("owners") || isEmpty(cell) || cell instanceof CellError) return;
    const found = quantityOf(cell);
    const whole = households ?? 1;
    const value =
      found &&
      (found.percent
        ? found.value
        : inPercent(table.heading("owners"))
          ? found.value / 100
          : found.value > 1
            ? found.value / whole
            : found.value);
    if (value === undefined || value < 0 || value > 1)
      this.remarks.add(
        "fault",
        table.sheet,
        row.at,
        table.columnAt("owners"),
        said("is", { value: legible(textOf(cell)) }),
        said("writeOwners"),
      );
    else this.margins.push({ community, of: "owners", value });
  }

  private yes(row: Row<"communities">, column: Column): boolean | undefined {
    const cell: Cell = row.cell(column);
    if (!this.table.has(column) || isEmpty(cell)) return undefined;
    const found = yesOf(cell);
    if (found === undefined)
      this.remarks.add(
        "fault",
        this.table.sheet,
        row.at,
        this.table.columnAt(column),
        said("is", { value: legible(textOf(cell)) }),
        said("writeYesOrNo"),
      );
    return found;
  }

  /** What housing it has, and whether it is a village. */
  private kindOf(row: Row<"communities">, one: Community): void {
    const { table } = this;
    const village = this.yes(row, "village");
    if (village !== undefined) one.village = village;
    else if (/(村|村委会|\bvillage)$/i.test(one.name)) one.village = true;
    const estate = row.text("estate");
    if (estate !== "") {
      const code = estateCode(estate);
      if (code === undefined)
        this.remarks.add(
          "fault",
          table.sheet,
          row.at,
          table.columnAt("estate"),
          said("is", { value: legible(estate) }),
          said("writeEstate"),
        );
      else if (code === VILLAGE) one.village = true;
      else one.estates = [0, 1, 2].map((k) => (k === code ? 1 : 0));
    }
    const shares = (["workUnit", "resettlement", "commodity"] as const).map((column) =>
      table.has(column) ? (quantityOf(row.cell(column))?.value ?? 0) : 0,
    );
    const sum = shares.reduce((all, value) => all + Math.max(0, value), 0);
    if (sum > 0) one.estates = shares.map((value) => Math.max(0, value) / sum);
  }

  private subdistrictOf(row: Row<"communities">): number {
    const name = this.table.has("subdistrict") ? row.text("subdistrict") : "";
    const wanted = name === "" ? NO_SUBDISTRICT : name;
    const found = this.subdistricts.findIndex((one) => placeKey(one) === placeKey(wanted));
    if (found >= 0) return found;
    if (this.subdistricts.length === mostOfDistrict.subdistricts)
      this.remarks.add(
        "fault",
        this.table.sheet,
        row.at,
        this.table.columnAt("subdistrict"),
        said("hasSubdistricts", { most: mostOfDistrict.subdistricts }),
        said("mendSubdistricts"),
      );
    this.subdistricts.push(wanted.slice(0, LONGEST_NAME));
    return Math.min(mostOfDistrict.subdistricts, this.subdistricts.length) - 1;
  }

  private placeOf(row: Row<"communities">): Place | undefined {
    const { table } = this;
    if (!table.has("longitude") || !table.has("latitude")) return undefined;
    const [x, y] = [quantityOf(row.cell("longitude"))?.value, quantityOf(row.cell("latitude"))?.value];
    if (x !== undefined && y !== undefined && Math.abs(x) <= 180 && Math.abs(y) <= 90) return [x, y];
    if (!isEmpty(row.cell("longitude")) || !isEmpty(row.cell("latitude")))
      this.remarks.add("fault", table.sheet, row.at, table.columnAt("longitude"), said("isNoPlace"), said("writeDegrees"));
    return undefined;
  }

  /** Rows of totals are no communities; where they say something else than the sum, that is said. */
  private compareTotals(): void {
    const { table, remarks } = this;
    const total = table.totals.at(-1);
    const stated = total && quantityOf(total.cell("residents"))?.value;
    const sum = this.rows.reduce((all, { residents }) => all + residents, 0);
    if (total && stated !== undefined && stated > 0 && Math.abs(stated - sum) > NEAR * sum)
      remarks.add(
        "doubt",
        table.sheet,
        total.at,
        table.columnAt("residents"),
        said("isOtherTotal", { value: stated, sum }),
        said("lookForMissing"),
      );
  }

  private tell(): void {
    const { rows, table, report } = this;
    const given = (quantity: Reported, column: Column, has: (one: Community, k: number) => boolean) =>
      report.add(quantity, "given", rows.filter(has).length, rows.length, table.from(column));
    given("residents", "residents", () => true);
    if (table.has("subdistrict"))
      given("subdistricts", "subdistrict", ({ subdistrict }) => this.subdistricts[subdistrict] !== NO_SUBDISTRICT);
    const stated = table.has("village") ? table.rows.filter((row) => !isEmpty(row.cell("village"))).length : 0;
    if (stated > 0) report.add("villages", "given", stated, rows.length, table.from("village"));
    else report.add("villages", "derived", rows.filter(({ village }) => village).length, rows.length, table.from("name"));
    for (const key of ["households", "elders", "children", "members", "workers", "sites", "treated"] as const)
      if (table.has(key)) given(key, key, (one) => one[key] !== undefined);
    for (const key of ["employed", "owners"] as const)
      if (table.has(key)) given(key, key, (_, k) => this.margins.some(({ community, of }) => of === key && community === k));
    if (table.has("estate")) given("estates", "estate", ({ estates }) => estates !== undefined);
    else if (table.has("commodity")) given("estates", "commodity", ({ estates }) => estates !== undefined);
  }
}
