import { signal } from "@preact/signals";

/** What is searched for in the register of the paper; stories lead to a mechanism by it. */
export const query = signal("");
