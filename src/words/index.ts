export { type Language, languages, say, sayIf, type Word } from "./say.ts";
export * from "./tellStory.ts";
