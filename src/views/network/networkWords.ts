/** What pictures of the network say, in the language of the page. */
export interface NetworkWords {
  nothing: string;
  name(kind: number, index: number): string;
  circle(circle: number): string;
  blockName(id: number, subdistrict: boolean): string;
  block(id: number, subdistrict: boolean, organizations: number): string;
  organization(index: number, bits: number, ties: readonly number[], state: number): string;
  tie(circle: number, other: string): string;
  roleLetter(role: number): string;
  typeName(type: number): string;
  tieColumns: readonly string[];
  sinceColumn: string;
  standingColumn: string;
  standing: Readonly<Record<"kept" | "lost" | "gained", string>>;
  /** What is said above the picture of one circle: its name, and two lines. */
  layer(circle: number): { title: string; lines: readonly string[] };
  layerColumns: readonly string[];
  ties: string;
  quarter(quarter: number): string;
  /** The year in which a quarter lies. */
  yearOf(quarter: number): string;
  quarterColumn: string;
  groupColumn: string;
  membersColumn: string;
  week(week: number): string;
  weekColumn: string;
  more(count: number): string;
}
