import { type StoryKind, storyKinds } from "../../../observation/index.ts";
import { t } from "../preferences.ts";
import { askWhy } from "./askWhy.ts";

/** Asks why, of those that have a story. */
export function WhyButton({ kind, index }: { kind: string; index: number }) {
  if (!storyKinds.includes(kind as StoryKind)) return null;
  return (
    <button type="button" class="why-button" onClick={() => askWhy(kind as StoryKind, index)}>
      {t("why")}
    </button>
  );
}
