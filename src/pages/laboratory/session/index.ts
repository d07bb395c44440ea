export * from "./drive.ts";
export * from "./interventions.ts";
export { community, drawing, open, opened, redraw } from "./pictures.ts";
export * from "./scenario.ts";
export { ask, failure, running } from "./worker.ts";
