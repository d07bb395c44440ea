import { signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import {
  circleColours,
  circleNames,
  coverageMarks,
  ink,
  kindMarks,
  type LegendEntry,
  type NetworkColour,
  type NetworkMode,
  networkKinds,
  type networkView,
  quiet,
  roleMarks,
  scaleShade,
} from "../../../views/index.ts";
import { useSignalEffect } from "../Boundary.tsx";
import { t } from "../preferences.ts";
import { loaded, open, opened } from "../session/index.ts";
import { useAnswer } from "./answer.ts";
import { drawNetwork } from "./drawn.ts";
import { CircleSwitches, shownCircles } from "./layers.tsx";
import { Legend } from "./legend.tsx";
import { Plate } from "./Plate.tsx";

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
const agents = (by: NetworkColour): LegendEntry[] => [
  ...networkKinds
    .filter((kind) => kind !== "organization")
    .map((kind) => ({ mark: kindMarks[kind], colour: quiet, text: t(`kind_${kind}`) })),
  ...organizations[by]().map((entry) => ({ ...entry, text: `${t("kind_organization")}: ${entry.text}` })),
];

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
    <Plate
      id="network"
      title={t("network")}
      help={t(mode.value === "plane" ? "networkHelp" : "layersHelp")}
      kept="never"
      height={520}
      make={make}
      data={() => network.value}
      legend={() => [
        ...circleNames
          .filter((circle) => shownCircles.value.has(circle))
          .map((circle) => ({ colour: circleColours[circle], text: t(`circle_${circle}`) })),
        ...agents(colour.value),
      ]}
      above={<CircleSwitches circles={circleNames} />}
      below={<Legend entries={agents(colour.value)} />}
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
