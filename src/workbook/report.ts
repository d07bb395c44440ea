/** How a quantity of the district came about; or that it was given and is not used. */
export const standings = ["given", "derived", "assumed", "unused"] as const;
export type ReportStanding = (typeof standings)[number];

/** The quantities of a district, as the report lists them. */
export const reported = [
  "residents",
  "subdistricts",
  "villages",
  "households",
  "ages",
  "elders",
  "children",
  "sexes",
  "members",
  "employed",
  "owners",
  "estates",
  "workers",
  "sites",
  "treated",
  "places",
  "outlines",
  "organizations",
  "organizationTypes",
  "registered",
  "staff",
  "income",
  "branches",
  "workplaces",
  "groups",
  "organizationTies",
  "acquaintances",
  "education",
  "series",
] as const;
export type Reported = (typeof reported)[number];

/** Quantities without which a district lacks nothing: where nobody gives them, none stands in their place. */
const beside: ReadonlySet<Reported> = new Set(["education", "series"]);

/** One line of what is known and whence. */
export interface Line {
  quantity: Reported;
  standing: ReportStanding;
  /** In how many of how many communities, organizations or workplaces it is so. */
  of: readonly [number, number];
  /** Sheet and column, such as communities!C; "" where it is assumed. */
  from: string;
}

/** Lines of the same quantity by how it came about, in the order of the list; what nobody gave is assumed. */
export class Report {
  private readonly lines: Line[] = [];

  add(quantity: Reported, standing: ReportStanding, count: number, total: number, from: string): void {
    if (count > 0 || total === 0) this.lines.push({ quantity, standing, of: [count, total], from });
  }

  /** The lines; of those of `total` that nobody gave, that they are assumed. */
  all(total: number): Line[] {
    return reported.flatMap((quantity) => {
      const known = this.lines.filter((line) => line.quantity === quantity);
      if (beside.has(quantity)) return known;
      const whole = known[0]?.of[1] ?? total;
      const left = whole - known.reduce((sum, { of: [count] }) => sum + count, 0);
      return left > 0 || known.length === 0
        ? [...known, { quantity, standing: "assumed" as const, of: [left, whole] as const, from: "" }]
        : known;
    });
  }
}
