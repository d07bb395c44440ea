import { armsOf, classOutcome, type Ensemble, isDifference, isShare, type Predicted, type Prediction } from "../../teaching/index.ts";
import { tellPredictionsOfMany } from "../../words/index.ts";
import { language } from "../laboratory/preferences.ts";
import { inTongue } from "../lessons/inTongue.ts";

/** How what a class predicted lies to the runs. */
export function predictionsInWords(predict: Prediction, crowd: readonly Predicted[], ensemble: Ensemble): string {
  const form = { share: isShare(predict), difference: isDifference(predict) };
  const names =
    predict.kind === "choose"
      ? (predict.options ?? []).map((option) => inTongue(option, "text"))
      : armsOf(predict).map((arm) => inTongue(arm, "title"));
  return tellPredictionsOfMany(language.value, classOutcome(predict, crowd, ensemble), form, names);
}
