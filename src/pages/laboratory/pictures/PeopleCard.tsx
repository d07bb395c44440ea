import { signal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { PeopleColour, peopleView } from "../../../views/index.ts";
import { tellPeople } from "../../../words/index.ts";
import { nameOf } from "../names.ts";
import { language, t } from "../preferences.ts";
import { community, loaded, open, opened } from "../session/index.ts";
import { keepWord } from "../stage/choices.ts";
import { drawnWeek } from "../weekSelection.ts";
import { usePicture } from "./answer.ts";
import { ChartCard } from "./ChartCard.tsx";
import { drawPeople } from "./drawn.ts";
import { Legend } from "./Legend.tsx";
import { CircleSwitches, shownCircles } from "./layers.tsx";
import { residentEntries } from "./legendEntries.ts";

const colour = signal<PeopleColour>("participation");
keepWord("colour", ["people"], colour, ["participation", "member", "awareness", "motivation"]);

/** The residents of one community. */
export function PeopleCard() {
  const people = usePicture("people", () => ({ community: community.value, week: drawnWeek.value }));
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
    <ChartCard
      id="people"
      title={t("people")}
      finding={
        people.value && tellPeople(language.value, colour.value, { ...people.value, name: nameOf("community", people.value.community) })
      }
      help={t("peopleHelp")}
      shown={people.value?.week}
      height={460}
      make={make}
      data={() => people.value}
      legend={() => residentEntries(colour.value)}
      above={<CircleSwitches circles={["party", "acquaintance", "interest", "industry"]} />}
      below={<Legend entries={residentEntries(colour.value)} />}
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
    </ChartCard>
  );
}
