export { grid } from "./grid.ts";
export { latinHypercube } from "./latinHypercube.ts";
export { morris } from "./morris.ts";
export { type DesignFactor, parameterValue } from "./parameterValue.ts";
export { saltelli, saltelliRows } from "./saltelli.ts";
export { SOBOL_FACTORS, sobolPoints } from "./sobolPoints.ts";
