import { computed, signal } from "@preact/signals";
import { type Agent, type StoryKind, storyKinds } from "../../../observation/index.ts";
import { goTo } from "../goTo.ts";
import { place } from "../place.ts";

/** What the laboratory shows where it is asked why, in the address: #laboratory/why, and #laboratory/why/resident-12. */
const WHY = "why";
const agentIn = /^why\/([a-z]+)-(\d+)$/;

/** Whether it is asked why: the story stands where a picture would. */
export const isAsked = computed(() => place.value === WHY || agentIn.test(place.value));
/** Whose story is asked for. */
export const asked = computed<Agent<StoryKind> | undefined>(() => {
  const [, kind, index] = agentIn.exec(place.value) ?? [];
  return storyKinds.includes(kind as StoryKind) ? { kind: kind as StoryKind, index: Number(index) } : undefined;
});
/** How often it was asked: the same story may be asked for again. */
export const askings = signal(0);

/** Asks why, of somebody, or of whoever is then chosen. */
export function askWhy(kind?: StoryKind, index = 0): void {
  askings.value++;
  goTo(`laboratory/${kind === undefined ? WHY : `${WHY}/${kind}-${index}`}`);
}
