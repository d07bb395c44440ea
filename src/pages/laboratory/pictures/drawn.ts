import { peopleView } from "../../../views/index.ts";
import { t } from "../preferences.ts";

/** The residents of a community in the words of the page. */
export const drawPeople = (label: string, onPick: (resident: number) => void) =>
  peopleView({
    label,
    nothing: t("nothingYet"),
    onPick,
    tableHeads: [t("kind_resident"), t("colour_participation"), t("colour_member"), t("colour_awareness"), t("colour_motivation")],
    words: {
      participation: (["legend_child", "legend_none", "legend_governance", "legend_volunteering"] as const).map((word) => t(word)),
      awareness: ([0, 1, 2, 3] as const).map((rung) => t(`legend_aware${rung}`)),
      member: [t("no"), t("yes")],
    },
  });
