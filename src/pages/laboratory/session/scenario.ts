import { computed, signal } from "@preact/signals";
import type { Description, Loaded } from "../../../worker/protocol.ts";

const texts = import.meta.glob<string>("../../../../scenarios/*.yaml", { query: "?raw", import: "default", eager: true });

/** Scenario files by name. */
export const files: Record<string, string> = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path.split("/").at(-1), text]),
);
export const firstFile = "community.yaml";

export const file = signal(firstFile);
export const seed = signal("1");
/** Parameters that differ from the scenario file, by path; they apply at reset, those that may also at once. */
export const changed = signal<Readonly<Record<string, unknown>>>({});

/** What parameters, measures and mechanisms there are; known once the worker has started. */
export const description = signal<Description | undefined>(undefined);
/** The district that stands in the worker, or why there is none. */
export const loaded = signal<Loaded | undefined>(undefined);
export const weeks = computed(() => (loaded.value?.ok ? loaded.value.weeks : 0));
