import { signal } from "@preact/signals";
import { matterStates, matterTypes } from "../../../engine/index.ts";
import { flowChart, stackedChart, stateColours } from "../../../views/index.ts";
import { marks, tellMoves, tellStates } from "../../../words/index.ts";
import type { MattersFrame } from "../../../worker/pictures.ts";
import { language, t } from "../preferences.ts";
import { keepNumber } from "../stage/choices.ts";
import { drawnWeek, hold, hovered, shownWeek, windowUpTo } from "../weekSelection.ts";
import { usePicture } from "./answer.ts";
import { ChartCard } from "./ChartCard.tsx";
import { WindowSelect } from "./WindowSelect.tsx";

/** Layers from the bottom up: what waits and is worked on, what came back, what ended in the week. */
const order = [
  "raised",
  "takenUp",
  "deliberated",
  "decided",
  "inService",
  "reopened",
  "escalated",
  "closed",
  "settled",
  "dropped",
] as const;
const type = signal(-1);
keepNumber("type", ["matters", "moves"], type, 0);

const node = (id: (typeof matterStates)[number] | "new") => ({ id, label: t(`stage_${id}`), colour: stateColours[id] });

/** States in which a matter is open. */
const open = ["raised", "takenUp", "deliberated", "decided", "inService", "reopened", "escalated"] as const;
const STATES = matterStates.length;

function standingIn({ first, standing }: MattersFrame, week: number): string | undefined {
  const at = (week - first) * STATES;
  if (at < 0 || at >= standing.length) return undefined;
  const counts = open.map((state) => ({ state: t(`stage_${state}`), count: standing[at + matterStates.indexOf(state)] }));
  return tellStates(language.value, week, counts);
}

function movesOf({ from, to, moves }: MattersFrame): string | undefined {
  const code = (state: (typeof order)[number]) => matterStates.indexOf(state);
  const into = (state: (typeof order)[number]) =>
    Array.from({ length: STATES + 1 }, (_, source) => moves[source * STATES + code(state)]).reduce((a, b) => a + b, 0);
  const raised = order.reduce((sum, state) => sum + moves[STATES * STATES + code(state)], 0);
  const all = moves.reduce((a, b) => a + b, 0);
  return tellMoves(language.value, { from, to, raised, settled: into("settled"), reopened: into("reopened"), all });
}

/** Of one type of matters, if one is chosen. */
const ofType = (finding: string | undefined): string | undefined =>
  finding === undefined || type.value < 0 ? finding : `${t(`type_${matterTypes[type.value]}`)}${marks[language.value].colon}${finding}`;

/** Matters by state over the weeks, and how they move from state to state. */
export function MattersPicture() {
  const frame = usePicture("matters", () => {
    const [from, to] = windowUpTo(drawnWeek.value);
    return { type: type.value, from, to };
  });
  const now = frame.value;
  const select = (
    <label>
      {t("matterType")}
      <select value={type.value} onChange={(event) => (type.value = Number(event.currentTarget.value))}>
        <option value={-1}>{t("allTypes")}</option>
        {matterTypes.map((name, k) => (
          <option key={name} value={k}>
            {t(`type_${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <ChartCard
        id="matters"
        title={t("mattersOverTime")}
        finding={now && ofType(standingIn(now, shownWeek.value))}
        help={t("mattersOverHelp")}
        height={320}
        make={() =>
          stackedChart({
            label: t("mattersOverTime"),
            layers: order.map(node),
            format: "count",
            weekLabel: t("weekLabel"),
            weekText: (at) => t("weekShort", { week: at }),
            nothing: t("noWeekYet"),
            onHover: (at) => (hovered.value = at),
            onHold: hold,
          })
        }
        data={() => {
          const of = frame.value;
          if (!of) return undefined;
          const width = matterStates.length;
          const weeks = of.standing.length / width;
          const first = Math.max(of.first, 1); // week 0 has no matters
          const values = order.map((state) => {
            const at = matterStates.indexOf(state);
            return Float64Array.from(
              { length: Math.max(0, weeks - (first - of.first)) },
              (_, k) => of.standing[(k + first - of.first) * width + at],
            );
          });
          return { first, values, week: shownWeek.value };
        }}
      >
        {select}
      </ChartCard>
      <ChartCard
        id="moves"
        title={t("mattersMoves")}
        finding={now && ofType(movesOf(now))}
        help={now && t("mattersMovesHelp", { from: now.from, to: now.to })}
        height={400}
        make={() =>
          flowChart({
            label: t("mattersMoves"),
            sources: (["new", ...order] as const).map(node),
            targets: order.map(node),
            heads: [t("from"), t("to")],
            format: "count",
            nothing: t("nothingFlows"),
            amountLabel: t("picture_matters"),
          })
        }
        data={() => {
          const of = frame.value;
          if (!of) return undefined;
          const width = matterStates.length;
          const code = (state: (typeof order)[number] | "new") => (state === "new" ? width : matterStates.indexOf(state));
          return (["new", ...order] as const).flatMap((from) => order.map((to) => of.moves[code(from) * width + code(to)]));
        }}
      >
        <WindowSelect />
      </ChartCard>
    </>
  );
}
