import { CIRCLES, circleNames, networkFigure, networkKinds, type PersonData, personScene } from "../../../views/index.ts";
import { tellPerson } from "../../../words/index.ts";
import type { InspectedKind } from "../../../worker/protocol.ts";
import { nameOf } from "../names.ts";
import { language, t } from "../preferences.ts";
import { open } from "../session/index.ts";
import { drawnWeek } from "../weekSelection.ts";
import { usePicture } from "./answer.ts";
import { ChartCard } from "./ChartCard.tsx";
import { networkWords, RESIDENT } from "./networkWords.ts";

/** The four circles of one agent, as they fill and empty. */
export function PersonCard({ kind, index }: { kind: InspectedKind; index: number }) {
  const frame = usePicture("person", () => ({ kind, index, week: drawnWeek.value }));
  const name = nameOf(kind, index);
  const of = frame.value;
  const counts = of && circleNames.slice(0, CIRCLES).map((circle) => of.others.filter((other) => other.circle === circle).length);
  return (
    <ChartCard<PersonData>
      id="network person"
      title={t("net_person")}
      finding={counts && tellPerson(language.value, name, counts)}
      help={t("task_person")}
      shown={of?.week}
      height={620}
      make={() =>
        networkFigure<PersonData>({
          label: t("net_person"),
          nothing: t("nothingYet"),
          scene: (data, w, h) => personScene(data, w, h, networkWords()),
          onPick: (picked, at) => void open(picked === RESIDENT ? "resident" : networkKinds[picked], at),
          onCircle: () => {},
        })
      }
      data={() =>
        frame.value && {
          name,
          at: drawnWeek.value,
          weeks: frame.value.weeks,
          circles: frame.value.circles,
          others: frame.value.others.map((other) => ({
            ...other,
            kind: other.kind === "resident" ? RESIDENT : (networkKinds as readonly InspectedKind[]).indexOf(other.kind),
            name: nameOf(other.kind, other.index),
          })),
        }
      }
    />
  );
}
