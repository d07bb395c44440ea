export { type DictionaryEntry, dictionary } from "./dictionary.ts";
export { type Measure, type MeasureGroup, measureGroups, measureIndex, measures } from "./measures.ts";
export { communityOf, exchangeGraph, measureExchange } from "./network.ts";
export { matterCounts, Recorder } from "./recorder.ts";
export * from "./statistics.ts";
