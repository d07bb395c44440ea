export { evenLevel, evenLevels } from "./evenLevels.ts";
export { type DesignFactor, isOrdered, optionsOf, parameterValue, placeOf, rangeOf, valueCount } from "./factor.ts";
export { grid } from "./grid.ts";
export { latinHypercube } from "./latinHypercube.ts";
export { type MorrisAxis, morris, morrisAxis } from "./morris.ts";
export { saltelli, saltelliRows } from "./saltelli.ts";
export { SOBOL_FACTORS, sobolPoints } from "./sobolPoints.ts";
