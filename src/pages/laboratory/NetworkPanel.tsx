import { signal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { circleNames, type NetworkColour, networkView } from "../../views/index.ts";
import { CircleSwitches, shownCircles } from "./layers.tsx";
import { nameOf } from "./names.ts";
import { t, theme } from "./preferences.ts";
import { network, open, opened } from "./session/index.ts";

const kinds = ["district", "station", "community", "unit", "branch", "organization"] as const;
const colour = signal<NetworkColour>("role");

/** The organization network. */
export function NetworkPanel() {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<ReturnType<typeof networkView> | null>(null);
  view.current ??= networkView({
    label: t("network"),
    name: (kind, index) => nameOf(kinds[kind], index),
    onPick: (kind, index) => void open(kinds[kind], index),
  });
  useEffect(() => {
    const it = view.current as NonNullable<typeof view.current>;
    const parent = box.current as HTMLDivElement;
    parent.append(it.node);
    const watch = new ResizeObserver(([entry]) => it.resize(Math.floor(entry.contentRect.width), Math.floor(entry.contentRect.height)));
    watch.observe(parent);
    return () => {
      watch.disconnect();
      it.stop();
    };
  }, []);
  useSignalEffect(() => {
    if (network.value) view.current?.update(network.value);
  });
  useSignalEffect(() => view.current?.layers(shownCircles.value));
  useSignalEffect(() => view.current?.colourBy(colour.value));
  useSignalEffect(() => {
    const kind = kinds.indexOf(opened.value?.kind as (typeof kinds)[number]);
    view.current?.pick(kind, kind < 0 ? -1 : (opened.value?.index ?? -1));
  });
  useSignalEffect(() => {
    theme.value;
    requestAnimationFrame(() => view.current?.restyle());
  });
  return (
    <section class="card picture" aria-label={t("network")}>
      <header>
        <h2>{t("network")}</h2>
        <label>
          {t("colourBy")}
          <select value={colour.value} onChange={(event) => (colour.value = event.currentTarget.value as NetworkColour)}>
            <option value="role">{t("colour_role")}</option>
            <option value="coverage">{t("colour_coverage")}</option>
            <option value="autonomy">{t("colour_autonomy")}</option>
          </select>
        </label>
      </header>
      <CircleSwitches circles={circleNames} />
      <div class="canvas" ref={box} />
      <ul class="legend">
        <li>
          <b class="round" /> {t("kind_organization")}
        </li>
        <li>
          <b class="diamond" /> {t("kind_branch")}
        </li>
        <li>
          <b class="square" /> {t("kind_community")}
        </li>
        <li>
          <b class="triangle" /> {t("kind_unit")}
        </li>
        <li class="help">{t("networkHelp")}</li>
      </ul>
    </section>
  );
}
