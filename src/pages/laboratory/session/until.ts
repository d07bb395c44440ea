import { computed } from "@preact/signals";

/** Waits until something is so, of what signals say. */
export async function until(condition: () => boolean): Promise<void> {
  const met = computed(condition);
  let stop = () => {};
  await new Promise<void>((resolve) => {
    stop = met.subscribe((now) => now && resolve());
  });
  stop();
}
