import { z } from "zod";

/**
 * Words of a key of a file that a person writes, in both languages; `write` says what to write there, where that is more than
 * its type.
 */
export const keyWords = (en: string, zh: string, write?: string, writeZh?: string) => ({
  description: en,
  descriptionZh: zh,
  ...(write ? { write, writeZh } : {}),
});

/** A text that a person writes. @param most  letters, where there is an end to them */
export function someText(en: string, zh: string, most?: number) {
  const text = z.string().min(1);
  return (most === undefined ? text : text.max(most)).meta(keyWords(en, zh, "some text", "文本"));
}
