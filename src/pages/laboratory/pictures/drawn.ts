import { type NetworkPlaces, networkKinds, networkPlaces, networkView, peopleView } from "../../../views/index.ts";
import { startLayout } from "../../../worker/layout.ts";
import type { InspectedKind } from "../../../worker/protocol.ts";
import { nameOf } from "../names.ts";
import { t } from "../preferences.ts";
import { tellFault } from "../session/index.ts";

/** Where the nodes of a network stand, as long as its district does. */
const places = new WeakMap<object, NetworkPlaces>();

/** An organization network in the words of the page. @param district  whose network it is, to be drawn as it was before */
export function drawNetwork(label: string, onPick: (kind: InspectedKind, index: number) => void, district: object = {}) {
  const kept = places.get(district) ?? networkPlaces();
  places.set(district, kept);
  return networkView({
    label,
    nothing: t("nothingYet"),
    layout: startLayout((fault) => tellFault("layoutFailed", fault)),
    places: kept,
    name: (kind, index) => nameOf(networkKinds[kind], index),
    circleName: (circle) => t(`circle_${circle}`),
    tableHeads: [t("from"), t("to"), t("circle"), t("strength")],
    onPick: (kind, index) => onPick(networkKinds[kind], index),
  });
}

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
