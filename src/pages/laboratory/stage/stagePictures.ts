import type { ComponentType } from "preact";
import { observedPanels } from "../series/observed.ts";
import { idOfSeries, panels, type SeriesPanel } from "../series/seriesPanels.ts";
import { loaded } from "../session/index.ts";

/** A picture on the stage: its name in the address, and a chart of measures or what draws it, loaded when first shown. */
export type StagePicture = { id: string } & ({ panel: SeriesPanel } | { load: () => Promise<ComponentType> });

const network = (name: "blocks" | "layers" | "matrix" | "overTime" | "change" | "person") => () =>
  import("../pictures/NetworkPicture.tsx").then(({ networkPictures }) => networkPictures[name]);
const matters = () => import("../pictures/MattersPicture.tsx").then((m) => m.MattersPicture);
const coverage = () => import("../pictures/CoveragePicture.tsx").then((m) => m.CoveragePicture);
const distributions = () => import("../pictures/DistributionsPicture.tsx").then((m) => m.DistributionsPicture);
const residents = () => import("../pictures/ResidentsPicture.tsx").then((m) => m.ResidentsPicture);

const ofPanel = (panel: SeriesPanel): StagePicture => ({ id: idOfSeries(panel), panel });

/** Pictures of the laboratory, in the order in which a remote steps through them. */
const usual: readonly StagePicture[] = [
  ...panels.map(ofPanel),
  { id: "blocks", load: network("blocks") },
  { id: "layers", load: network("layers") },
  { id: "matrix", load: network("matrix") },
  { id: "over-time", load: network("overTime") },
  { id: "change", load: network("change") },
  { id: "person", load: network("person") },
  { id: "map", load: () => import("../pictures/MapPicture.tsx").then((m) => m.MapPicture) },
  { id: "flows", load: () => import("../pictures/FlowsPicture.tsx").then((m) => m.FlowsPicture) },
  { id: "matters", load: matters },
  { id: "moves", load: matters },
  { id: "awareness", load: () => import("../pictures/AwarenessPicture.tsx").then((m) => m.AwarenessPicture) },
  { id: "coverage", load: coverage },
  { id: "balloons", load: coverage },
  { id: "lorenz-hours", load: distributions },
  { id: "lorenz-money", load: distributions },
  { id: "density", load: residents },
  { id: "cohorts", load: residents },
  { id: "people", load: residents },
];

/** All of them, charts of what was observed of the district included. */
const all = (): StagePicture[] => [...usual.slice(0, panels.length), ...observedPanels.value.map(ofPanel), ...usual.slice(panels.length)];

/** A claim of the paper, which is shown from its own page: a remote does not come upon it. */
const claim: StagePicture = { id: "claim", load: () => import("../../claims/StagedClaim.tsx").then((m) => m.StagedClaim) };

/** Pictures that set communities side by side. */
const ofMany: readonly string[] = ["density", "cohorts"];

/** The pictures that the district has. */
export function stagePictures(): readonly StagePicture[] {
  const district = loaded.value;
  const single = district?.ok === true && district.communities.length === 1;
  return single ? all().filter(({ id }) => !ofMany.includes(id)) : all();
}

/** A picture by its name, whatever district stands. */
export const stagePictureNamed = (name: string): StagePicture => all().find(({ id }) => id === name) as StagePicture;

/** The picture of an address; the first where the district has none of that name. */
export function stagePicture(address: string): StagePicture {
  const [name] = address.split("/");
  return [...stagePictures(), claim].find(({ id }) => id === name) ?? stagePictures()[0];
}
