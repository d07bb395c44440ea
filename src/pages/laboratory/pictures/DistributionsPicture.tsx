import { type Distribution, distributions, LORENZ, LORENZ_POINTS } from "../../../observation/index.ts";
import { lorenzChart, seriesColours, written } from "../../../views/index.ts";
import { tellTenth } from "../../../words/index.ts";
import { language, t } from "../preferences.ts";
import { drawnWeek } from "../weekSelection.ts";
import { usePicture } from "./answer.ts";
import { ChartCard } from "./ChartCard.tsx";

const plates = [
  {
    id: "lorenz-hours",
    title: "lorenzHours",
    of: "hours",
    curves: ["hoursOfGivers", "hoursOfAdults"],
  },
  {
    id: "lorenz-money",
    title: "lorenzMoney",
    of: "money",
    curves: ["incomeOfOrganizations", "moneyOfOrganizations"],
  },
] as const;

/** How unequally hours and money are shared. */
export function DistributionsPicture() {
  const frame = usePicture("curves", () => ({ week: drawnWeek.value }));
  const curve = (name: Distribution) => {
    const of = frame.value;
    if (!of) return undefined;
    const at = distributions.indexOf(name) * LORENZ;
    return {
      points: of.curves.subarray(at, at + LORENZ_POINTS),
      gini: of.curves[at + LORENZ_POINTS],
      holders: of.curves[at + LORENZ_POINTS + 1],
    };
  };
  return (
    <div class="pair">
      {plates.map(({ id, title, of, curves }) => (
        <ChartCard
          key={id}
          id={id}
          title={t(title)}
          finding={tellTenth(language.value, of, curve(curves[0])?.points ?? [])}
          help={`${t("lorenzHelp")}${id === "lorenz-hours" ? ` ${t("hoursEveryFourth")}` : ""}`}
          kept={frame.value?.first}
          height={420}
          make={() =>
            lorenzChart({
              label: t(title),
              nothing: t("nothingYet"),
              curves: curves.map((name, k) => ({ id: name, label: t(`lorenz_${name}`), colour: seriesColours[k], dashed: k > 0 })),
              axes: [t("shareOfHolders"), t("shareOfSum")],
              giniLabel: t("gini"),
              said: (name, value) => t("becomes", { name, value }),
              equalLabel: t("equalShares"),
            })
          }
          data={() => frame.value && curves.map((name) => curve(name) as NonNullable<ReturnType<typeof curve>>)}
          below={
            <p class="help">
              {curves
                .map((name) => t("becomes", { name: t(`lorenz_${name}`), value: written.count(curve(name)?.holders ?? Number.NaN) }))
                .join(" · ")}
            </p>
          }
        />
      ))}
    </div>
  );
}
