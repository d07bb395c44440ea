export { type PaperRow, paperRows, type RowKind } from "./paper.ts";
export { type RegisterEntry, register } from "./register.ts";
export { Run } from "./run.ts";
