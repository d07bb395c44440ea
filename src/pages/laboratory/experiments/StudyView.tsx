import * as Plot from "@observablehq/plot";
import { group } from "d3";
import { useEffect, useRef } from "preact/hooks";
import type { Prediction } from "../../../experiment/index.ts";
import { observedFigure } from "../../../exports/index.ts";
import { ghost, seriesColours, themeOf } from "../../../views/index.ts";
import { asRead, marks, tellCoverage } from "../../../words/index.ts";
import { measureName, measureUnit, unitOf } from "../controls/labels.ts";
import { inWords, language, t, theme } from "../preferences.ts";
import { askWhetherReal } from "../real/ask.ts";
import { closeStudy, refusedStudy, study } from "./study.ts";

/** What a calibration or a fit has found: how it foretells what was observed, and the sets that pairs can draw from. */
export function StudyView() {
  const open = study.value;
  if (!open) return <Refused />;
  const { kind, sets, effective, predictions, reach } = open;
  const title = open[language.value === "zh" ? "titleZh" : "title"];
  const held = predictions.some(({ heldOut }) => heldOut);
  return (
    <section class="card results study" aria-labelledby="study">
      <header>
        <h2 id="study">{`${t(`report_${kind}`)}${marks[language.value].colon}${title}`}</h2>
        <button type="button" class="link" onClick={closeStudy}>
          {t("studyClose")}
        </button>
      </header>
      <Refused />
      <p>
        {sets.length > 0
          ? t("studySets", { sets: sets.length, effective: effective.toFixed(1), parameters: open.paths.length })
          : t("studyNoSets")}{" "}
        {sets.length > 0 && (
          <button type="button" class="link" onClick={() => void askWhetherReal()}>
            {t("studyPairs")}
          </button>
        )}
      </p>
      {predictions.length > 0 && (
        <>
          <p>
            {[
              ...(reach ? [t(reach.reached ? "report_reached" : "report_not_reached", { p: String(Number(reach.p.toPrecision(2))) })] : []),
              ...tellCoverage(language.value, predictions),
            ].join(marks[language.value].next)}
          </p>
          <div class="figures several">
            {[...group(predictions, ({ measure, community }) => `${measure} ${community}`)].map(([key, of]) => (
              <Observed key={key} of={of} />
            ))}
          </div>
          <p class="help">{t(held ? "report_fit_figure_held" : "report_fit_figure")}</p>
        </>
      )}
    </section>
  );
}

/** Why files could not be opened as a study. */
function Refused() {
  const refused = refusedStudy.value;
  if (!refused) return null;
  const why =
    refused.why === "studyParameter"
      ? t("studyParameter", { path: refused.path, why: refused.message ? inWords(refused.message) : t("studyNoParameter") })
      : t(refused.why);
  return (
    <p role="alert" class="alarm">
      {why}{" "}
      <button type="button" class="quiet" aria-label={t("close")} onClick={() => (refusedStudy.value = undefined)}>
        ✕
      </button>
    </p>
  );
}

/** A measure as it was observed, and as it was foretold. */
function Observed({ of }: { of: readonly Prediction[] }) {
  const [{ measure, community }] = of;
  const box = useRef<HTMLDivElement>(null);
  const [shade, said] = [theme.value, language.value];
  const label = unitOf({ unit: measureUnit(measure) });
  const where = community === undefined ? [] : [t("report_in_community", { community })];
  const title = [measureName(measure), ...where].join(marks[said].list);
  useEffect(() => {
    const parent = box.current as HTMLDivElement;
    const day = themeOf(parent);
    const [fitted, heldOut] = [0, 1].map((k) => seriesColours[k][day]);
    const options = observedFigure(Plot, of, {
      read: (value) => asRead(measureUnit(measure), value),
      label,
      week: t("weekLabel"),
      colours: { fitted, heldOut, band: `color-mix(in srgb, ${ghost[day]} 30%, transparent)` },
    });
    const drawn = Plot.plot({
      ...options,
      width: Math.max(240, Math.min(420, parent.clientWidth)),
      style: { background: "transparent", color: "currentColor", fontSize: "12px" },
    });
    for (const part of drawn.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label"); // parts have no role that may be named
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", [title, ...tellCoverage(said, of)].join(marks[said].next));
    parent.replaceChildren(drawn);
  }, [of, shade, said, label, measure, title]);
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <div ref={box} />
    </figure>
  );
}
