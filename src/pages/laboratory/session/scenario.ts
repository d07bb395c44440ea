import { computed, signal } from "@preact/signals";
import type { Intervention } from "../../../scenario/index.ts";
import type { Description, District, LoadRequest } from "../../../worker/protocol.ts";

const texts = import.meta.glob<string>(
  ["../../../../scenarios/*.yaml", "../../../../scenarios/contrasts/base/*.yaml", "../../../../scenarios/ladder/*.yaml"],
  { query: "?raw", import: "default", eager: true },
);

/** Scenario files that the laboratory brings along, by name. */
export const shipped: Record<string, string> = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path.split("/").at(-1), text]),
);
/** Scenario files that the reader has opened, by name. */
export const own = signal<Readonly<Record<string, string>>>({});
export const files = computed(() => ({ ...shipped, ...own.value }));
/** The scenario that the laboratory opens with: the district as the paper describes it. */
export const firstFile = "paper-district.yaml";

/** What a run is made of: the scenario file, the seed, what differs from the file, and when what is changed. */
export const file = signal(firstFile);
export const seed = signal("1");
/** Parameters that differ from the scenario file, by path; those changed while running, and not at once, apply at reset. */
export const changed = signal<Readonly<Record<string, unknown>>>({});
/** What the reader changes during the run, beside the interventions of the scenario file; by week. */
export const interventions = signal<readonly Intervention[]>([]);

/** What parameters, measures and mechanisms there are; known once the worker has started. */
export const description = signal<Description | undefined>(undefined);
/** The district that stands in the worker. */
export const loaded = signal<District | undefined>(undefined);
/** What of `changed` the district that stands was built with. */
export const built = signal<Readonly<Record<string, unknown>>>({});
export const weeks = computed(() => loaded.value?.weeks ?? 0);
/** Counts the pasts: it grows when the weeks that have run are not any more those of the run that stands. */
export const past = signal(0);

/** The weeks that have run are not those of the run that stands. */
export function anotherPast(): void {
  past.value++;
}

/** What a run has that its scenario file does not say. */
export interface Changes {
  changed: Readonly<Record<string, unknown>>;
  interventions: readonly Intervention[];
}
/** What the run is held against has of these: nothing, unless a link or a claim says otherwise. */
export const unchanged: Changes = { changed: {}, interventions: [] };
export const changesOfBaseline = signal(unchanged);

/** What a run is made of; with the text of its scenario file if the laboratory does not have it. */
export interface Setup extends Changes {
  file: string;
  text?: string | undefined;
  seed: string;
  baseline: Changes;
}

/** The run that stands, as it was set up and changed. */
export const setup = (): Setup => ({
  file: file.value,
  seed: seed.value,
  changed: changed.value,
  interventions: interventions.value,
  baseline: changesOfBaseline.value,
});

/** Another scenario, with nothing changed in it. */
export const scenarioFile = (name: string, text?: string): Omit<Setup, "seed"> => ({ file: name, text, ...unchanged, baseline: unchanged });

/** All that the worker needs to build a run. */
export const requestOf = ({ text, seed: chosen, baseline: _, ...rest }: Setup): LoadRequest => ({
  ...rest,
  files: text === undefined ? files.value : { ...files.value, [rest.file]: text },
  seed: chosen || "1",
});

/** The title of a scenario file in a language. */
export function titleOf(name: string, language: "en" | "zh"): string {
  const find = (key: string) => files.value[name]?.match(new RegExp(`^${key}: *["']?(.+?)["']? *(#.*)?$`, "m"))?.[1];
  return (language === "zh" ? find("titleZh") : undefined) ?? find("title") ?? name;
}
