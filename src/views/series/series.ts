import type { Shade } from "../palette.ts";

/** What a chart of series is told when it is made. */
export interface SeriesOptions {
  title: string;
  series: readonly { label: string; dashed?: boolean }[];
  /** "share" shows 0-1 as percent. The axis begins at zero. */
  format: "share" | "number";
  height?: number;
  /** Pixels of the page to one of the chart: letters and lines are as much larger. */
  scale?(): number;
  /** On the stage lines are named at their ends and not in a legend, and the first has its value in large figures. */
  staged?: boolean;
  /** Charts of the same group move their cursors together. */
  group?: string;
  /** What stands out: these of the series, and a band of weeks; and what it is, for those who do not see it. */
  highlight?: { series: readonly number[]; weeks?: readonly [from: number, to: number] | undefined; text: string } | undefined;
  weekLabel: string;
  /** A week by its number, on the axis. */
  weekText(week: number): string;
  /** What observed values are called in a table, and the lower and upper ends of their intervals. */
  observedNames: readonly [value: string, low: string, high: string];
  /** What stands there while there is no week. */
  nothing: string;
  /** The pointer is on a week, or has left. */
  onHover?(week: number | undefined): void;
  /** A week is held by a click or by keyboard; "now" lets it go. */
  onHold?(week: number | "now"): void;
  /** A window of weeks was dragged. */
  onSpan?(from: number, to: number): void;
}

/** The week that is shown, and a window of weeks. */
export interface WeekMark {
  week: number;
  window?: readonly [from: number, to: number];
}

/** Weeks and one array of values per series; NaN is a gap. */
export interface SeriesData {
  weeks: ArrayLike<number>;
  values: readonly ArrayLike<number>[];
  /** The same series in other runs, from the first week on; they may go farther. */
  ghosts?: readonly Ghost[];
}

/** The series of another run: what it is called, and how it stands out. */
export interface Ghost {
  name: string;
  values: readonly ArrayLike<number>[];
  colour: Shade;
}

/** Something that was changed: the first week that is otherwise, the number by which it is named, and what, in words. */
export interface ChangeMark {
  week: number;
  number: number;
  text: string;
}

/** What was observed of a series in a week or over several, with its 95% interval. */
export interface ObservedMark {
  /** Which of the series. */
  series: number;
  span: readonly [from: number, to: number];
  value: number;
  interval: readonly [low: number, high: number];
}

/** What a chart shows now. Its parts read it whenever they draw or are pointed at. */
export interface Shown {
  data: SeriesData;
  mark: WeekMark | undefined;
  changes: readonly ChangeMark[];
  observed: readonly ObservedMark[];
  /** What is said of them below the name of the chart. */
  observedText: string;
  /** Pixels of the page. */
  width: number;
  height: number;
  scale: number;
}

/** The last week of some data; 0 if there is none. */
export const lastWeek = ({ weeks }: SeriesData): number => weeks[weeks.length - 1] ?? 0;

const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
const plain = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });

/** A value as the axis and the legend write it. */
export const writtenAs = (format: SeriesOptions["format"], value: number): string => (format === "share" ? percent : plain).format(value);
