/** Columns of a table of observed values, with the headings by which they are known: of a sheet of a workbook, and of the file of a fit. */
export const seriesHeadings = {
  measure: ["measure", "指标"],
  week: ["week", "周", "周次"],
  year: ["year", "年", "年份"],
  value: ["value", "值", "观测值", "数值"],
  error: ["error", "误差", "标准误"],
  low: ["low", "下限"],
  high: ["high", "上限"],
  community: ["community", "社区"],
} as const;
export type SeriesColumn = keyof typeof seriesHeadings;
