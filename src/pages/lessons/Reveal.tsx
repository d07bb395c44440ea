import {
  armsOf,
  bandOf,
  type Ensemble,
  isDifference,
  isShare,
  judge,
  type Predicted,
  type Prediction,
  runsOfOptions,
  scaleOf,
  valuesOf,
} from "../../teaching/index.ts";
import { marks, tellPredictedValue, tellPrediction } from "../../words/index.ts";
import { language, t } from "../laboratory/preferences.ts";
import { CurveChart } from "./CurveChart.tsx";
import { inTongue } from "./inTongue.ts";

interface Props {
  predict: Prediction;
  weeks: number;
  predicted: Predicted;
  ensemble: Ensemble;
}

/** A prediction beside the runs: a picture, and where the two parted, in words. */
export function Reveal({ predict, weeks, predicted, ensemble }: Props) {
  const form = { share: isShare(predict), difference: isDifference(predict) };
  const arms = armsOf(predict);
  const names = arms.map((arm) => inTongue(arm, "title"));
  const runs = ensemble.outcomes[0].length;
  return (
    <div class="reveal">
      <p class="told" role="status">
        {tellPrediction(language.value, judge(predict, predicted, ensemble), form, names)}
      </p>
      {predict.kind === "curve" && (
        <>
          <CurveChart predict={predict} weeks={weeks} values={predicted} ensemble={ensemble} revealed />
          <p class="key">
            <span class="yours">{t("revealYours")}</span> <span class="middle">{t("revealMiddle")}</span>{" "}
            <span class="band">{t("revealBand", { runs })}</span> {names[1] && <span class="other">{names[1]}</span>}
          </p>
        </>
      )}
      {predict.kind === "value" && (
        <Strip rows={[{ name: t("revealYours"), values: valuesOf(predict, ensemble), mark: predicted[0] }]} predict={predict} />
      )}
      {predict.kind === "order" && <Strip rows={names.map((name, arm) => ({ name, values: ensemble.outcomes[arm] }))} predict={predict} />}
      {predict.kind === "choose" && (
        <ul class="counts">
          {runsOfOptions(predict, ensemble).map((count, k) => (
            <li key={k} class={predicted[0] === k ? "mine" : undefined}>
              <span>{predict.options?.[k] && inTongue(predict.options[k], "text")}</span>
              <span class="bar" style={{ "--share": count / runs }} />
              <span>{t("revealCount", { count, runs })}</span>
            </li>
          ))}
        </ul>
      )}
      {inTongue(predict, "says") && <p>{inTongue(predict, "says")}</p>}
    </div>
  );
}

const [WIDTH, ROW, SIDE] = [640, 54, 14];

/** Runs as dots on one scale, the middle nine tenths as a bar, and what was predicted as a mark. */
export function Strip({ rows, predict }: { rows: { name: string; values: readonly number[]; mark?: number }[]; predict: Prediction }) {
  const all = rows.flatMap(({ values, mark }) => [...values, ...(mark === undefined ? [] : [mark])]).filter(Number.isFinite);
  const difference = isDifference(predict);
  const form = { share: isShare(predict), difference };
  const read = (value: number) => tellPredictedValue(language.value, value, form);
  const [least, most] = difference
    ? [Math.min(0, ...all), Math.max(0, ...all)]
    : [Math.min(scaleOf(predict)[0], ...all), Math.max(...all) * 1.1 || 1];
  const x = (value: number) => SIDE + ((value - least) / (most - least || 1)) * (WIDTH - 2 * SIDE);
  const height = ROW * rows.length + 24;
  return (
    <svg
      class="strip"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={rows.map(({ name, values }) => told(name, values, read)).join(" ")}
    >
      {difference && <line class="zero" x1={x(0)} x2={x(0)} y1={0} y2={height - 20} />}
      {rows.map(({ name, values, mark }, k) => {
        const { low, high } = bandOf(values);
        const y = k * ROW + 34;
        return (
          <g key={name}>
            <text x={SIDE} y={k * ROW + 16}>
              {rows.length > 1 ? told(name, values, read) : ""}
            </text>
            <line class="band" x1={x(low)} x2={x(high)} y1={y} y2={y} />
            {values.map((value, run) => Number.isFinite(value) && <circle key={run} class="dot" cx={x(value)} cy={y} r={4} />)}
            {mark !== undefined && (
              <g class="yours">
                <line x1={x(mark)} x2={x(mark)} y1={y - 18} y2={y + 14} />
                <text x={x(mark)} y={y - 22} text-anchor={x(mark) > WIDTH / 2 ? "end" : "start"}>
                  {t("revealYours")} {read(mark)}
                </text>
              </g>
            )}
          </g>
        );
      })}
      <text class="tick" x={SIDE} y={height - 4}>
        {read(least)}
      </text>
      <text class="tick" x={WIDTH - SIDE} y={height - 4} text-anchor="end">
        {read(most)}
      </text>
    </svg>
  );
}

const told = (name: string, values: readonly number[], read: (value: number) => string): string => {
  const { low, high } = bandOf(values);
  return `${name}${marks[language.value].colon}${read(low)} – ${read(high)}`;
};
