import {
  awarenessColours,
  type CircleName,
  circleColours,
  coverageMarks,
  ink,
  kindMarks,
  type LegendEntry,
  memberColours,
  type NetworkColour,
  networkKinds,
  type PeopleColour,
  participationColours,
  quiet,
  roleMarks,
  scaleShade,
} from "../../../views/index.ts";
import type { Word } from "../../../words/index.ts";
import { t } from "../preferences.ts";

/** Ties, by circle. */
export const circleEntries = (circles: readonly CircleName[]): LegendEntry[] =>
  circles.map((circle) => ({ colour: circleColours[circle], text: t(`circle_${circle}`) }));

const roles = ["role_serviceProvider", "role_modelBuilder", "role_supportGuide", "role_resourceLink"] as const;

/** What organizations look like, by what they are told apart by. */
const organizations: Record<NetworkColour, () => readonly LegendEntry[]> = {
  role: () => roleMarks.map((mark, role) => ({ mark, colour: ink, text: t(roles[role]) })),
  coverage: () => coverageMarks.map((mark, covered) => ({ mark, colour: ink, text: t(covered ? "legend_covered" : "legend_uncovered") })),
  autonomy: () => [
    { mark: kindMarks.organization, colour: scaleShade(0), text: t("legend_low") },
    { mark: kindMarks.organization, colour: scaleShade(1), text: t("legend_high") },
  ],
};
/** Every kind of agent in the network, organizations last. */
export const agentEntries = (by: NetworkColour): LegendEntry[] => [
  ...networkKinds
    .filter((kind) => kind !== "organization")
    .map((kind) => ({ mark: kindMarks[kind], colour: quiet, text: t(`kind_${kind}`) })),
  ...organizations[by]().map((entry) => ({ ...entry, text: `${t("kind_organization")}: ${entry.text}` })),
];

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
