import type { InspectedKind } from "../../worker/protocol.ts";
import { t } from "./preferences.ts";
import { loaded } from "./session/index.ts";

/** What an agent is called on the page: its kind and its number, as in stories and files. */
export function nameOf(kind: InspectedKind, index: number): string {
  const result = loaded.value;
  if (kind === "community" && result?.ok) return t(result.communities[index]?.village ? "village" : "community", { n: index });
  if (kind === "district" || kind === "station") return t(`kind_${kind}`);
  return `${t(`kind_${kind}`)} ${index}`;
}
