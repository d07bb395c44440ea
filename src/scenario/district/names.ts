import { legible } from "../problem.ts";
import type { District } from "./schema.ts";

/** The name of a subdistrict where tables name none. */
export const NO_SUBDISTRICT = "—";

/** What places of a district are called, by their rows; the name of a subdistrict that nobody named is empty. */
export interface PlaceNames {
  readonly communities: readonly string[];
  readonly subdistricts: readonly string[];
}

/** The names that tables give to places, as they may be shown; of communities that share one, with their subdistrict behind. */
export function placeNames({ communities, subdistricts }: Pick<District, "communities" | "subdistricts">): PlaceNames {
  const count = new Map<string, number>();
  for (const { name } of communities) count.set(name, (count.get(name) ?? 0) + 1);
  return {
    communities: communities.map(({ name, subdistrict }) =>
      legible((count.get(name) as number) > 1 ? `${name} (${subdistricts[subdistrict]})` : name),
    ),
    subdistricts: subdistricts.map((name) => (name === NO_SUBDISTRICT ? "" : legible(name))),
  };
}
