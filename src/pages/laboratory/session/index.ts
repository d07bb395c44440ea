export * from "./drive.ts";
export * from "./interventions.ts";
export { community, network, open, opened, people, redraw, showCommunity } from "./pictures.ts";
export * from "./scenario.ts";
export { ask, failure, running } from "./worker.ts";
