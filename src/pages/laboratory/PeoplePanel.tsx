import { signal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { awarenessColours, circleColours, type PeopleColour, participationColours, peopleView, scaleColour } from "../../views/index.ts";
import type { Word } from "../../words/index.ts";
import { CircleSwitches, shownCircles } from "./layers.tsx";
import { nameOf } from "./names.ts";
import { t, theme } from "./preferences.ts";
import { community, loaded, open, opened, people, showCommunity } from "./session/index.ts";

const colour = signal<PeopleColour>("participation");
const legends: Record<PeopleColour, readonly (readonly [string, Word])[]> = {
  participation: [
    [participationColours[1], "legend_none"],
    [participationColours[2], "legend_governance"],
    [participationColours[3], "legend_volunteering"],
    [participationColours[0], "legend_child"],
  ],
  member: [
    [circleColours.party, "legend_member"],
    ["#a7adb8", "legend_other"],
  ],
  awareness: awarenessColours.map((shade, k) => [shade, `legend_aware${k}` as Word] as const),
  motivation: [
    [scaleColour(0), "legend_low"],
    [scaleColour(1), "legend_high"],
  ],
};

/** The residents of one community. */
export function PeoplePanel() {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<ReturnType<typeof peopleView> | null>(null);
  view.current ??= peopleView({ label: t("people"), onPick: (resident) => void open("resident", resident) });
  useEffect(() => {
    const it = view.current as NonNullable<typeof view.current>;
    const parent = box.current as HTMLDivElement;
    parent.append(it.node);
    const watch = new ResizeObserver(([entry]) => it.resize(Math.floor(entry.contentRect.width), Math.floor(entry.contentRect.height)));
    watch.observe(parent);
    return () => watch.disconnect();
  }, []);
  useSignalEffect(() => {
    if (people.value) view.current?.update(people.value);
  });
  useSignalEffect(() => view.current?.layers(shownCircles.value));
  useSignalEffect(() => view.current?.colourBy(colour.value));
  useSignalEffect(() => {
    const it = opened.value;
    view.current?.open(it?.kind === "resident" ? { index: it.index, ties: it.ties.filter(({ kind }) => kind === "resident") } : undefined);
  });
  useSignalEffect(() => {
    theme.value;
    requestAnimationFrame(() => view.current?.restyle());
  });
  const result = loaded.value;
  return (
    <section class="card picture" aria-label={t("people")}>
      <header>
        <h2>{t("people")}</h2>
        {result?.ok && result.communities.length > 1 && (
          <label>
            {t("kind_community")}
            <select value={community.value} onChange={(event) => void showCommunity(Number(event.currentTarget.value))}>
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
      </header>
      <CircleSwitches circles={["party", "acquaintance", "interest", "industry"]} />
      <div class="canvas" ref={box} />
      <ul class="legend">
        {legends[colour.value].map(([shade, word]) => (
          <li key={word}>
            <b class="dot" style={{ background: shade }} /> {t(word)}
          </li>
        ))}
        <li class="help">{t("peopleHelp")}</li>
      </ul>
    </section>
  );
}
