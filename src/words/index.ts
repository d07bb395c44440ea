export { type Fact, type FactName, tellFact } from "./facts.ts";
export { marks } from "./marks.ts";
export { armName, asRead, asWritten, optionWord, parameterName, unitWord, valueOfParameter } from "./names.ts";
export { isProblem } from "./problems.ts";
export { type Language, languages, say, sayIf, type Word } from "./say.ts";
export { tellIntervals } from "./tellIntervals.ts";
export { formatProblem, tellSaid } from "./tellProblem.ts";
export * from "./tellStory.ts";
export { inPercent } from "./units.ts";
