import "./pictures.css";
import { batch, computed, signal } from "@preact/signals";
import type { ComponentType } from "preact";
import type { Word } from "../../../words/index.ts";
import { Boundary, useLoaded } from "../Boundary.tsx";
import { place } from "../place.ts";
import { language, t } from "../preferences.ts";
import { askWhy, isAsked } from "../why/askWhy.ts";

/** The pictures of the workbench, one at a time, each loaded when first opened. */
const pictures: readonly { id: string; word: Word; load: () => Promise<ComponentType> }[] = [
  { id: "network", word: "picture_network", load: () => import("./NetworkPicture.tsx").then((m) => m.NetworkPicture) },
  { id: "map", word: "picture_map", load: () => import("./MapPicture.tsx").then((m) => m.MapPicture) },
  { id: "flows", word: "picture_flows", load: () => import("./FlowsPicture.tsx").then((m) => m.FlowsPicture) },
  { id: "matters", word: "picture_matters", load: () => import("./MattersPicture.tsx").then((m) => m.MattersPicture) },
  { id: "awareness", word: "picture_awareness", load: () => import("./AwarenessPicture.tsx").then((m) => m.AwarenessPicture) },
  { id: "coverage", word: "picture_coverage", load: () => import("./CoveragePicture.tsx").then((m) => m.CoveragePicture) },
  {
    id: "distributions",
    word: "picture_distributions",
    load: () => import("./DistributionsPicture.tsx").then((m) => m.DistributionsPicture),
  },
  { id: "residents", word: "picture_residents", load: () => import("./ResidentsPicture.tsx").then((m) => m.ResidentsPicture) },
  { id: "why", word: "whyPage", load: () => import("../why/Why.tsx").then((m) => m.Why) },
];

const picture = signal(pictures[0].id);
/** What is shown: the story that the address asks for, or the picture that was chosen last. */
const shown = computed(() => (isAsked.value ? "why" : picture.value));
/** Shows a picture, from another place of the page. */
export function showPicture(id: string): void {
  if (id === "why") askWhy();
  else
    batch(() => {
      picture.value = id;
      place.value = "";
    });
}

export function Pictures() {
  return (
    <div class="gallery">
      <div class="tabs" role="tablist" aria-label={t("pictures")} onKeyDown={walk}>
        {pictures.map(({ id, word }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-controls="picture"
            aria-selected={shown.value === id}
            tabIndex={shown.value === id ? 0 : -1}
            onClick={() => showPicture(id)}
          >
            {t(word)}
          </button>
        ))}
      </div>
      <div id="picture" role="tabpanel" aria-labelledby={`tab-${shown.value}`}>
        <Boundary key={`${shown.value} ${language.value}`}>
          <Picture id={shown.value} />
        </Boundary>
      </div>
    </div>
  );
}

/** Arrows walk along the tabs. */
function walk(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const now = pictures.findIndex(({ id }) => id === shown.value);
  const { id } = pictures[(now + step + pictures.length) % pictures.length];
  showPicture(id);
  document.getElementById(`tab-${id}`)?.focus();
  event.preventDefault();
}

function Picture({ id }: { id: string }) {
  const Content = useLoaded((pictures.find((one) => one.id === id) as (typeof pictures)[number]).load);
  return Content ? (
    <Content />
  ) : (
    <p class="busy" aria-busy="true" role="status">
      {t("opening")}
    </p>
  );
}
