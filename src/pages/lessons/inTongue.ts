import { language } from "../laboratory/preferences.ts";

/** What an author wrote under a key, in the language of the reader where they wrote it in both. */
export function inTongue<K extends string>(
  of: { [key in K]?: string | undefined } & { [key in `${K}Zh`]?: string | undefined },
  key: K,
): string {
  const zh = (of as Record<string, string | undefined>)[`${key}Zh`];
  return (language.value === "zh" ? zh : undefined) ?? of[key] ?? "";
}
