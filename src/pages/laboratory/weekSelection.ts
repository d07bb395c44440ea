import { computed, signal } from "@preact/signals";
import { drawing, loaded, week } from "./session/index.ts";

/** The week of the pictures: they follow the run in steps while it goes on. */
const drawn = signal(0);
drawing.subscribe(() => {
  drawn.value = week.peek();
});
/** The week under the pointer in any chart over time. */
export const hovered = signal<number | undefined>(undefined);
/** The week that is held by a click or by keyboard. */
export const held = signal<number | undefined>(undefined);
/** The window of weeks that was dragged, or so many weeks up to the one shown; 0 is all of them. */
export const span = signal<readonly [from: number, to: number] | number>(52);

const chosen = computed(() => {
  const chosenWeek = hovered.value ?? held.value;
  return chosenWeek === undefined ? undefined : Math.min(chosenWeek, week.value);
});
/** The week that every chart shows: under the pointer, held, or the last one. */
export const shownWeek = computed(() => chosen.value ?? week.value);
/** The same for what the worker draws up: without a chosen week it moves on in steps while the model runs. */
export const drawnWeek = computed(() => chosen.value ?? drawn.value);

/** The window of weeks that flows are summed over, up to a week. */
export function windowUpTo(last: number): readonly [from: number, to: number] {
  const chosenSpan = span.value;
  if (typeof chosenSpan !== "number") return chosenSpan;
  return [chosenSpan === 0 ? 1 : Math.max(1, last - chosenSpan + 1), last];
}

/** Holds a week, or lets go of it. */
export function hold(next: number | "now"): void {
  held.value = next === "now" || next >= week.value ? undefined : next;
}

// Another district has another past.
loaded.subscribe(() => {
  hovered.value = undefined;
  held.value = undefined;
  if (typeof span.value !== "number") span.value = 52;
});
