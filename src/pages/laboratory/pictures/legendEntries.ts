import {
  awarenessColours,
  type LegendEntry,
  memberColours,
  type PeopleColour,
  participationColours,
  scaleShade,
} from "../../../views/index.ts";
import type { Word } from "../../../words/index.ts";
import { t } from "../preferences.ts";

const residents: Record<PeopleColour, () => readonly LegendEntry[]> = {
  participation: () =>
    (["legend_child", "legend_none", "legend_governance", "legend_volunteering"] as const).map((word, code) => ({
      colour: participationColours[code],
      text: t(word),
    })),
  member: () => (["legend_other", "legend_member"] as const).map((word, code) => ({ colour: memberColours[code], text: t(word) })),
  awareness: () => awarenessColours.map((of, rung) => ({ colour: of, text: t(`legend_aware${rung}` as Word) })),
  motivation: () => [
    { colour: scaleShade(0), text: t("legend_low") },
    { colour: scaleShade(1), text: t("legend_high") },
  ],
};
/** Residents, by what they are coloured by. */
export const residentEntries = (by: PeopleColour): readonly LegendEntry[] => residents[by]();
