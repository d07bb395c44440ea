export { setFirstState } from "./build/organizations.ts";
export { buildPopulation } from "./build/population.ts";
export { byKey } from "./build/units.ts";
export { BeyondMeans, limits } from "./limits.ts";
export * from "./organizations.ts";
export * from "./places.ts";
export * from "./residents.ts";
export * from "./table.ts";
export * from "./tables.ts";
