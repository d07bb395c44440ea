export { exp } from "./exp.ts";
export { hashText } from "./hashText.ts";
export { log } from "./log.ts";
export { logistic } from "./logistic.ts";
export { normalQuantile } from "./normalQuantile.ts";
export { pow } from "./pow.ts";
export { chanceOf, monthly } from "./rates.ts";
export { sortWhole } from "./sortWhole.ts";
export { sumRows } from "./sumRows.ts";
