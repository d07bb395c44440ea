import { signal } from "@preact/signals";

/** What is open on a page whose parts have names: #page/place. */
export const place = signal("");
