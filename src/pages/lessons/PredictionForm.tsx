import { useSignal } from "@preact/signals";
import { armsOf, type Ensemble, isDifference, isShare, knotWeeks, type Predicted, type Prediction, scaleOf } from "../../teaching/index.ts";
import { tellPredictedValue } from "../../words/index.ts";
import { language, t } from "../laboratory/preferences.ts";
import { CurveChart } from "./CurveChart.tsx";
import { inTongue } from "./inTongue.ts";

interface Props {
  predict: Prediction;
  weeks: number;
  ensemble?: Ensemble | undefined;
  onSay: (predicted: Predicted) => void;
}

/** What is predicted, before it is said: a curve, a value, an order or a choice. */
export function PredictionForm({ predict, weeks, ensemble, onSay }: Props) {
  const values = useSignal<Predicted>(begun(predict, weeks));
  const set = (next: Predicted) => (values.value = next);
  const { kind } = predict;
  return (
    <form
      class="prediction"
      onSubmit={(event) => {
        event.preventDefault();
        if (values.value.length > 0) onSay(values.value);
      }}
    >
      {kind === "curve" && (
        <>
          <CurveChart predict={predict} weeks={weeks} values={values.value} ensemble={ensemble} revealed={false} onDraw={set} />
          <p class="help">
            {predict.known > 0 && t("predictKnown", { weeks: predict.known })} {t("predictDraw")}
          </p>
        </>
      )}
      {kind === "value" && <ValueField predict={predict} value={values.value[0]} onChange={(next) => set([next])} />}
      {kind === "choose" && <Choices predict={predict} chosen={values.value[0]} onChange={(next) => set([next])} />}
      {kind === "order" && <Order predict={predict} order={values.value} onChange={set} />}
      <button type="submit" class="main" disabled={values.value.length === 0}>
        {t("predictSay")}
      </button>
    </form>
  );
}

/** Where the hand begins: in the middle, with nothing chosen. */
function begun(predict: Prediction, weeks: number): Predicted {
  const [low, high] = scaleOf(predict);
  if (predict.kind === "curve") return knotWeeks(predict, weeks).map(() => low + (high - low) / 4);
  if (predict.kind === "value") return [(low + high) / 2];
  return predict.kind === "order" ? armsOf(predict).map((_, k) => k) : [];
}

const STEPS = 200;

function ValueField({ predict, value, onChange }: { predict: Prediction; value: number; onChange: (value: number) => void }) {
  const [low, high] = scaleOf(predict);
  const read = tellPredictedValue(language.value, value, { share: isShare(predict), difference: isDifference(predict) });
  return (
    <label class="value">
      <span>{t("predictYours")}</span>
      <input
        type="range"
        min={low}
        max={high}
        step={(high - low) / STEPS}
        value={value}
        aria-valuetext={read}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => event.stopPropagation()}
      />
      <output>{read}</output>
    </label>
  );
}

function Choices({ predict, chosen, onChange }: { predict: Prediction; chosen: number | undefined; onChange: (option: number) => void }) {
  return (
    <fieldset class="choices" aria-label={t("predictYours")}>
      {(predict.options ?? []).map((option, k) => (
        <label key={k}>
          <input
            type="radio"
            name="choice"
            checked={chosen === k}
            onChange={() => onChange(k)}
            onKeyDown={(event) => event.stopPropagation()}
          />
          {inTongue(option, "text")}
        </label>
      ))}
    </fieldset>
  );
}

/** Arms one below the other; each can be moved by buttons, which is as well by thumb as by keyboard. */
function Order({ predict, order, onChange }: { predict: Prediction; order: Predicted; onChange: (order: Predicted) => void }) {
  const arms = armsOf(predict);
  const swap = (k: number, by: 1 | -1) => {
    const next = [...order];
    [next[k], next[k + by]] = [next[k + by], next[k]];
    onChange(next);
  };
  return (
    <ol class="order" aria-label={t("predictYours")}>
      {order.map((arm, k) => {
        const name = inTongue(arms[arm], "title");
        return (
          <li key={arm}>
            <span>
              {name}
              {k === 0 && <small> {t("predictHighest")}</small>}
              {k === order.length - 1 && <small> {t("predictLowest")}</small>}
            </span>
            <button type="button" class="outline" disabled={k === 0} aria-label={t("predictUp", { name })} onClick={() => swap(k, -1)}>
              ↑
            </button>
            <button
              type="button"
              class="outline"
              disabled={k === order.length - 1}
              aria-label={t("predictDown", { name })}
              onClick={() => swap(k, 1)}
            >
              ↓
            </button>
          </li>
        );
      })}
    </ol>
  );
}
