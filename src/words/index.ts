export { asRead, asWritten, optionWord, parameterName, unitWord, valueOfParameter } from "./names.ts";
export { problemInChinese } from "./problems.ts";
export { type Language, languages, say, sayIf, type Word } from "./say.ts";
export * from "./tellStory.ts";
