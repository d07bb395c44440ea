import { chanceAt } from "../../../engine/index.ts";
import type { Meaning, Terms } from "../../../words/index.ts";
import { language, t } from "../preferences.ts";
import { description } from "../session/index.ts";

/** What a draw of a mechanism decides. */
export const meaning: Meaning = (mechanism, stream, draw) =>
  chanceAt(description.value?.mechanisms.find(({ id }) => id === mechanism)?.chances[stream], draw);

/** What a mechanism is called. */
export const titleOf = (mechanism: string): string =>
  description.value?.mechanisms.find(({ id }) => id === mechanism)?.title[language.value] ?? t("story_week");

export const terms: Terms = { meaning, title: titleOf };
