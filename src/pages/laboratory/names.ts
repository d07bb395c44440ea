import { computed } from "@preact/signals";
import { agentName, type Named } from "../../words/index.ts";
import type { GivenPlaces, InspectedKind } from "../../worker/protocol.ts";
import { language, t } from "./preferences.ts";
import { loaded } from "./session/index.ts";

/** What tables give of the places of the district that stands; undefined where it is drawn. */
export const givenPlaces = computed((): GivenPlaces | undefined => (loaded.value?.ok ? loaded.value.given : undefined));
const NOBODY: readonly string[] = [];
/** Names that tables give to communities. */
export const givenNames = computed(() => givenPlaces.value?.names.communities ?? NOBODY);

/** What an agent is called in stories. */
export const nameInStory = (one: Named): string => agentName(language.value, one, givenNames.value);

/** What a subdistrict is called. */
export const subdistrictName = (index: number): string => givenPlaces.value?.names.subdistricts[index] || t("subdistrict", { n: index });

/** What an agent is called on the page: its kind and its number, as in stories and files. */
export function nameOf(kind: InspectedKind, index: number): string {
  const result = loaded.value;
  const given = kind === "community" ? givenNames.value[index] : undefined;
  if (given !== undefined) return given;
  if (kind === "community" && result?.ok) return t(result.communities[index]?.village ? "village" : "community", { n: index });
  if (kind === "district" || kind === "station") return t(`kind_${kind}`);
  return `${t(`kind_${kind}`)} ${index}`;
}
