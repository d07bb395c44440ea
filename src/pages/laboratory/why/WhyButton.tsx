import { signal } from "@preact/signals";
import { type Agent, type StoryKind, storyKinds } from "../../../observation/index.ts";
import { goTo } from "../goTo.ts";
import { t } from "../preferences.ts";

/** Who is chosen in the page of stories. */
export const chosen = signal<Agent<StoryKind>>({ kind: "resident", index: 0 });
/** Whose story has been asked for elsewhere and is to be told at once. */
export const asked = signal<Agent<StoryKind> | undefined>(undefined);

/** Opens the page of stories with one agent's. */
export function askWhy(kind: StoryKind, index: number): void {
  asked.value = { kind, index };
  goTo("why");
}

/** Asks why, of those that have a story. */
export function WhyButton({ kind, index }: { kind: string; index: number }) {
  if (!storyKinds.includes(kind as StoryKind)) return null;
  return (
    <button type="button" class="why-button" onClick={() => askWhy(kind as StoryKind, index)}>
      {t("why")}
    </button>
  );
}
