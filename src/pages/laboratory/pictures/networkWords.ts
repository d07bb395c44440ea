import { CIRCLES, circleNames, type Findings, type NetworkWords, networkKinds } from "../../../views/index.ts";
import { marks, type Word } from "../../../words/index.ts";
import { nameInStory, nameOf, subdistrictName } from "../names.ts";
import { language, t } from "../preferences.ts";

/** Codes beside those of the network: it knows neither residents nor the groups that they attend. */
export const RESIDENT = networkKinds.length;
const GROUP = RESIDENT + 1;

const circleWord = (circle: number): string => t(`circle_${circleNames[circle]}`);

/** What the pictures of the network say, in the language of the page. @param findings  numbers of the network that is shown */
export const networkWords = (findings?: Findings): NetworkWords => ({
  nothing: t("nothingYet"),
  name: (kind, index) =>
    kind === GROUP ? nameInStory({ kind: "group", index }) : nameOf(kind === RESIDENT ? "resident" : networkKinds[kind], index),
  circle: circleWord,
  blockName: (id, subdistrict) => (subdistrict ? subdistrictName(id) : nameOf("community", id)),
  block: (id, subdistrict, count) => t("ofBlock", { name: subdistrict ? subdistrictName(id) : nameOf("community", id), count }),
  organization(index, bits, ties, state) {
    const name = nameOf("organization", index);
    if (state === 2) return t("closedLately", { name });
    const circles = Array.from({ length: CIRCLES }, (_, c) => c).filter((c) => bits & (1 << c));
    return t("ofOrganization", {
      name,
      circles: circles.map(circleWord).join(marks[language.value].list) || t("inNoCircle"),
      ties: ties.length > 0 ? t("tiesOfFour", { numbers: ties.join(" + ") }) : "",
    });
  },
  tie: (circle, other) => t("tieTo", { circle: circleWord(circle), other }),
  roleLetter: (role) => t("role_letters")[role],
  typeName: (type) => t(`code_organization_type_${type}` as Word),
  tieColumns: [t("from"), t("to"), t("circle")],
  sinceColumn: t("sinceWeek"),
  standingColumn: t("standing"),
  standing: { kept: t("standing_kept"), lost: t("standing_lost"), gained: t("standing_gained") },
  layer(circle) {
    const of = findings?.circles[circle];
    if (of === undefined || findings === undefined) return { title: circleWord(circle), lines: [] };
    return {
      title: t("layer_title", { circle: circleWord(circle), members: of.members, all: findings.organizations }),
      lines: [
        t("layer_ties", { ties: of.ties, across: of.across, largest: of.largest }),
        t("layer_without", { largest: of.largestWithout, before: findings.largest, only: of.only }),
      ],
    };
  },
  layerColumns: [
    t("circle"),
    t("layer_members"),
    t("layer_tieCount"),
    t("layer_across"),
    t("layer_toOthers"),
    t("layer_largest"),
    t("layer_largestWithout"),
    t("layer_only"),
  ],
  ties: t("tiesCounted"),
  yearOf: (quarter) => t("year", { year: Math.floor(quarter / 4) + 1 }),
  quarter: (quarter) => t("quarterNamed", { year: Math.floor(quarter / 4) + 1, quarter: (quarter % 4) + 1 }),
  quarterColumn: t("quarter"),
  groupColumn: t("groupTogether"),
  membersColumn: t("members"),
  week: (week) => (week === 0 ? t("startWeek") : t("weekShort", { week })),
  weekColumn: t("weekLabel"),
  more: (count) => t("moreActors", { count }),
});
