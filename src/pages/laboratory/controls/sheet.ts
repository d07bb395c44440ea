import { signal } from "@preact/signals";

/** Whether the controls lie over the page, in a window too narrow for both. */
export const sheet = signal(false);
