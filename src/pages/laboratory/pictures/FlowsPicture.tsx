import { signal } from "@preact/signals";
import { holderKinds } from "../../../observation/index.ts";
import { flowChart, holderColours } from "../../../views/index.ts";
import type { Word } from "../../../words/index.ts";
import { t } from "../preferences.ts";
import { drawnWeek, windowUpTo } from "../weekSelection.ts";
import { usePicture } from "./answer.ts";
import { ChartCard } from "./ChartCard.tsx";
import { WindowSelect } from "./WindowSelect.tsx";

/** Resources to choose from: those of the ledger by their codes, and all time together. */
const resources = {
  money: [0],
  time: [1, 2, 3],
  volunteerTime: [1],
  staffTime: [2],
  expertTime: [3],
  credits: [4],
  site: [5],
} as const;
type ResourceChoice = keyof typeof resources;
/** Pairs of kinds of holders, from and to. */
const PAIRS = holderKinds.length ** 2;
const resource = signal<ResourceChoice>("money");

/** What the account of the outside world stands for, by resource: where it comes from, and where it goes. */
const beyond: Readonly<Record<ResourceChoice, readonly [from: Word, to: Word]>> = {
  money: ["beyond_payers", "beyond_spent"],
  time: ["beyond_time", "beyond_used"],
  volunteerTime: ["beyond_freeTime", "beyond_used"],
  staffTime: ["beyond_paidHours", "beyond_used"],
  expertTime: ["beyond_experts", "beyond_used"],
  credits: ["beyond_issued", "beyond_cancelled"],
  site: ["beyond_rooms", "beyond_roomsUsed"],
};
/** Those on one side of the flow; what they are called may depend on the resource. */
const side = (which: 0 | 1) =>
  holderKinds.map((id) => ({
    id,
    colour: holderColours[id],
    get label() {
      return t(id === "outside" ? beyond[resource.peek()][which] : `kind_${id}`);
    },
  }));

/** The flow of a resource between kinds of holders, in a window of weeks. */
export function FlowsPicture() {
  const frame = usePicture("flows", () => {
    const [from, to] = windowUpTo(drawnWeek.value);
    return { from, to };
  });
  const now = frame.value;
  return (
    <ChartCard
      id="flows"
      title={t("flows")}
      help={now && t("flowsHelp", { from: now.from, to: now.to })}
      height={440}
      make={() =>
        flowChart({
          label: t("flows"),
          sources: side(0),
          targets: side(1),
          heads: [t("from"), t("to")],
          format: "compact",
          nothing: t("nothingFlows"),
          amountLabel: t("amount"),
        })
      }
      data={() => {
        const of = frame.value;
        if (!of) return undefined;
        const sums = new Float64Array(PAIRS);
        for (const code of resources[resource.value]) for (let k = 0; k < PAIRS; k++) sums[k] += of.flows[code * PAIRS + k];
        return sums;
      }}
    >
      <label>
        {t("resource")}
        <select value={resource.value} onChange={(event) => (resource.value = event.currentTarget.value as ResourceChoice)}>
          {(Object.keys(resources) as ResourceChoice[]).map((of) => (
            <option key={of} value={of}>
              {t(`flow_${of}`)}
            </option>
          ))}
        </select>
      </label>
      <WindowSelect />
    </ChartCard>
  );
}
