export { Boundaries } from "./boundaries.ts";
export { sheetKinds, sheetNames } from "./headings.ts";
export type { GivenFile } from "./open.ts";
export { type Reading, readDistrict } from "./readDistrict.ts";
export type { Remark } from "./remarks.ts";
export { type Line, type Reported, type ReportStanding, reported, standings } from "./report.ts";
export { seriesFile } from "./series.ts";
export { template, templateFile } from "./template.ts";
