import { signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { circleNames, type NetworkColour, type NetworkMode, networkKinds, type networkView } from "../../../views/index.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { t } from "../preferences.ts";
import { loaded, open, opened } from "../session/index.ts";
import { useAnswer } from "./answer.ts";
import { ChartCard } from "./ChartCard.tsx";
import { drawNetwork } from "./drawn.ts";
import { Legend } from "./Legend.tsx";
import { CircleSwitches, shownCircles } from "./layers.tsx";
import { agentEntries, circleEntries } from "./legendEntries.ts";

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
    const kind = (networkKinds as readonly string[]).indexOf(opened.value?.kind ?? "");
    view.current?.pick(opened.value && { kind, index: opened.value.index });
  });
  return (
    <ChartCard
      id="network"
      title={t("network")}
      help={t(mode.value === "plane" ? "networkHelp" : "layersHelp")}
      kept="never"
      height={520}
      make={make}
      data={() => network.value}
      legend={() => [...circleEntries(circleNames.filter((circle) => shownCircles.value.has(circle))), ...agentEntries(colour.value)]}
      above={<CircleSwitches circles={circleNames} />}
      below={<Legend entries={agentEntries(colour.value)} />}
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
    </ChartCard>
  );
}
