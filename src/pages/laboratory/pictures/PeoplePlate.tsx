import { signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import {
  awarenessColours,
  type LegendEntry,
  memberColours,
  type PeopleColour,
  participationColours,
  type peopleView,
  scaleShade,
} from "../../../views/index.ts";
import type { Word } from "../../../words/index.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { nameOf } from "../names.ts";
import { t } from "../preferences.ts";
import { community, loaded, open, opened } from "../session/index.ts";
import { useAnswer } from "./answer.ts";
import { drawPeople } from "./drawn.ts";
import { CircleSwitches, shownCircles } from "./layers.tsx";
import { Legend } from "./legend.tsx";
import { Plate } from "./Plate.tsx";

const colour = signal<PeopleColour>("participation");
const legends: Record<PeopleColour, () => readonly LegendEntry[]> = {
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

/** The residents of one community. */
export function PeoplePlate() {
  const people = useAnswer(() => {
    const of = community.value;
    return (lab) => lab.people(of);
  });
  const view = useRef<ReturnType<typeof peopleView> | null>(null);
  const make = () => {
    view.current = drawPeople(t("people"), (resident) => void open("resident", resident));
    return view.current;
  };
  useSignalEffect(() => view.current?.layers(shownCircles.value));
  useSignalEffect(() => view.current?.colourBy(colour.value));
  useSignalEffect(() => {
    const it = opened.value;
    view.current?.open(it?.kind === "resident" ? { index: it.index, ties: it.ties.filter(({ kind }) => kind === "resident") } : undefined);
  });
  const result = loaded.value;
  return (
    <Plate
      id="people"
      title={t("people")}
      help={t("peopleHelp")}
      kept="never"
      height={460}
      make={make}
      data={() => people.value}
      legend={legends[colour.value]}
      above={<CircleSwitches circles={["party", "acquaintance", "interest", "industry"]} />}
      below={<Legend entries={legends[colour.value]()} />}
    >
      {result?.ok && result.communities.length > 1 && (
        <label>
          {t("kind_community")}
          <select value={community.value} onChange={(event) => (community.value = Number(event.currentTarget.value))}>
            {result.communities.map((_, c) => (
              <option key={nameOf("community", c)} value={c}>
                {nameOf("community", c)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t("colourBy")}
        <select value={colour.value} onChange={(event) => (colour.value = event.currentTarget.value as PeopleColour)}>
          <option value="participation">{t("colour_participation")}</option>
          <option value="member">{t("colour_member")}</option>
          <option value="awareness">{t("colour_awareness")}</option>
          <option value="motivation">{t("colour_motivation")}</option>
        </select>
      </label>
    </Plate>
  );
}
