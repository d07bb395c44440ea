export type { Remark } from "../engine/index.ts";
export { type DictionaryEntry, dictionary } from "./dictionary.ts";
export { type Measure, type MeasureGroup, measureGroups, measureIndex, measures } from "./measures.ts";
export { communityOf, exchangeGraph, measureExchange } from "./network.ts";
export { matterCounts, Recorder } from "./recorder.ts";
export { Replay, type Telling } from "./replay.ts";
export * from "./statistics.ts";
export * from "./story.ts";
export { type Force, tableOf } from "./watcher.ts";
