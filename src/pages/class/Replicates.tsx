import type { ReplicatesShown } from "../../teaching/index.ts";
import { marks } from "../../words/index.ts";
import { language, t } from "../laboratory/preferences.ts";
import { Funnel } from "./Funnel.tsx";

/** What the runs of all phones have come to: each arm, and their difference. @param teaches  whether the teacher looks */
export function Replicates({ of, teaches = false }: { of: ReplicatesShown; teaches?: boolean }) {
  const { measure, arms, span, runs, wrong, underWay, checked } = of;
  const valued = (pick: (values: readonly number[]) => number) =>
    runs.flatMap(({ values, by }) => {
      const known = values.filter((value) => value !== null);
      return known.length < values.length ? [] : [{ value: pick(known), here: by === "server" }];
    });
  const here = runs.filter(({ by }) => by === "server").length;
  const left = wrong.map(({ replicate, seat }) => t("replicatesWrongRun", { replicate, seat })).join(marks[language.value].list);
  return (
    <section class="replicates">
      <p>{t("replicatesWhat", { measure: measure.label[language.value], from: span[0], to: span[1] })}</p>
      <div class="arms">
        {arms.map((arm, k) => (
          <Funnel key={arm.en} title={arm[language.value]} runs={valued((values) => values[k])} unit={measure.unit} />
        ))}
        <Funnel
          title={t("replicatesDifference")}
          runs={valued(([baseline, changed]) => changed - baseline)}
          unit={measure.unit}
          difference
        />
      </div>
      <p role="status">
        {t("replicatesUnderWay", { count: underWay, checked })}
        {here > 0 && `${marks[language.value].part}${t("replicatesHere", { count: here })}`}
      </p>
      {wrong.length > 0 && <p class="alarm">{t("replicatesWrong", { runs: left })}</p>}
      {teaches && <p class="help">{t("replicatesHelp")}</p>}
    </section>
  );
}
