export { type Language, languages, say, type Word } from "./say.ts";
export * from "./tellStory.ts";
