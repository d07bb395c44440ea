import { signal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import {
  circleColours,
  circleNames,
  coverageColours,
  type NetworkColour,
  type NetworkMode,
  type networkView,
  roleColours,
  scaleColour,
} from "../../../views/index.ts";
import type { Word } from "../../../words/index.ts";
import { t } from "../preferences.ts";
import { loaded, open, opened } from "../session/index.ts";
import { useAnswer } from "./answer.ts";
import { drawNetwork, kinds } from "./drawn.ts";
import { CircleSwitches, shownCircles } from "./layers.tsx";
import { Plate } from "./Plate.tsx";

const networkColours: Record<NetworkColour, readonly (readonly [string, Word])[]> = {
  role: [
    [roleColours[0], "role_serviceProvider"],
    [roleColours[1], "role_modelBuilder"],
    [roleColours[2], "role_supportGuide"],
    [roleColours[3], "role_resourceLink"],
  ],
  coverage: [
    [coverageColours[1], "legend_covered"],
    [coverageColours[0], "legend_uncovered"],
  ],
  autonomy: [
    [scaleColour(0), "legend_low"],
    [scaleColour(1), "legend_high"],
  ],
};
const colour = signal<NetworkColour>("role");
const mode = signal<NetworkMode>("plane");

/** The organization network. */
export function NetworkPicture() {
  const network = useAnswer(() => (lab) => lab.network());
  const view = useRef<ReturnType<typeof networkView> | null>(null);
  const make = () => {
    view.current = drawNetwork(t("network"), (kind, index) => void open(kind, index), loaded.peek());
    return view.current;
  };
  useSignalEffect(() => view.current?.layers(shownCircles.value));
  useSignalEffect(() => view.current?.colourBy(colour.value));
  useSignalEffect(() => view.current?.mode(mode.value));
  useSignalEffect(() => {
    const kind = kinds.findIndex((one) => one === opened.value?.kind);
    view.current?.pick(opened.value && { kind, index: opened.value.index });
  });
  return (
    <Plate
      id="network"
      title={t("network")}
      help={t(mode.value === "plane" ? "networkHelp" : "layersHelp")}
      kept="never"
      height={520}
      make={make}
      data={() => network.value}
      legend={() =>
        circleNames
          .filter((circle) => shownCircles.value.has(circle))
          .map((circle) => ({ colour: circleColours[circle], text: t(`circle_${circle}`) }))
      }
      above={<CircleSwitches circles={circleNames} />}
      below={
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
          {networkColours[colour.value].map(([shade, word]) => (
            <li key={word}>
              <b class="round" style={{ background: shade }} /> {t(word)}
            </li>
          ))}
        </ul>
      }
    >
      <label>
        {t("layout")}
        <select value={mode.value} onChange={(event) => (mode.value = event.currentTarget.value as NetworkMode)}>
          <option value="plane">{t("layout_plane")}</option>
          <option value="layers">{t("layout_layers")}</option>
        </select>
      </label>
      <label>
        {t("colourBy")}
        <select value={colour.value} onChange={(event) => (colour.value = event.currentTarget.value as NetworkColour)}>
          <option value="role">{t("colour_role")}</option>
          <option value="coverage">{t("colour_coverage")}</option>
          <option value="autonomy">{t("colour_autonomy")}</option>
        </select>
      </label>
    </Plate>
  );
}
