import { computed, signal } from "@preact/signals";
import type { Intervention } from "../../../scenario/index.ts";
import type { Description, Loaded, LoadRequest } from "../../../worker/protocol.ts";

const texts = import.meta.glob<string>("../../../../scenarios/*.yaml", { query: "?raw", import: "default", eager: true });

/** Scenario files that the laboratory brings along, by name. */
export const shipped: Record<string, string> = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path.split("/").at(-1), text]),
);
/** Scenario files that the reader has opened, by name. */
export const own = signal<Readonly<Record<string, string>>>({});
export const files = computed(() => ({ ...shipped, ...own.value }));
export const firstFile = "community.yaml";

/** What a run is made of: the scenario file, the seed, what differs from the file, and when what is changed. */
export const file = signal(firstFile);
export const seed = signal("1");
/** Parameters that differ from the scenario file, by path; those changed while running, and not at once, apply at reset. */
export const changed = signal<Readonly<Record<string, unknown>>>({});
/** What the reader changes during the run, beside the interventions of the scenario file; by week. */
export const interventions = signal<readonly Intervention[]>([]);

/** What parameters, measures and mechanisms there are; known once the worker has started. */
export const description = signal<Description | undefined>(undefined);
/** The district that stands in the worker, or why there is none. */
export const loaded = signal<Loaded | undefined>(undefined);
/** What of `changed` the district that stands was built with. */
export const built = signal<Readonly<Record<string, unknown>>>({});
export const weeks = computed(() => (loaded.value?.ok ? loaded.value.weeks : 0));

/** All that the worker needs to build the run. */
export const request = (): LoadRequest => ({
  file: file.value,
  files: files.value,
  seed: seed.value || "1",
  changed: changed.value,
  interventions: interventions.value,
});

/** Takes another scenario, with nothing changed in it. */
export function choose(name: string, text?: string): void {
  if (text !== undefined) own.value = { ...own.value, [name]: text };
  file.value = name;
  changed.value = {};
  interventions.value = [];
}

/** The title of a scenario file in a language. */
export function titleOf(name: string, language: "en" | "zh"): string {
  const find = (key: string) => files.value[name]?.match(new RegExp(`^${key}: *["']?(.+?)["']? *(#.*)?$`, "m"))?.[1];
  return (language === "zh" ? find("titleZh") : undefined) ?? find("title") ?? name;
}
