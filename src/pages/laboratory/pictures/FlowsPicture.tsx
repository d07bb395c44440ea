import { signal } from "@preact/signals";
import { holderKinds } from "../../../observation/index.ts";
import { flowChart, holderColours } from "../../../views/index.ts";
import { tellFlows, type Word } from "../../../words/index.ts";
import { language, t } from "../preferences.ts";
import { keepWord } from "../stage/choices.ts";
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
keepWord("resource", ["flows"], resource, Object.keys(resources) as ResourceChoice[]);

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

/** [from * kinds + to] amounts of the resource that is chosen. */
function amountsOf(flows: Float64Array): Float64Array {
  const sums = new Float64Array(PAIRS);
  for (const code of resources[resource.value]) for (let k = 0; k < PAIRS; k++) sums[k] += flows[code * PAIRS + k];
  return sums;
}

const found = ({ from, to, flows }: { from: number; to: number; flows: Float64Array }) =>
  tellFlows(language.value, {
    resource: t(`flow_${resource.value}`),
    from,
    to,
    sources: side(0).map(({ label }) => label),
    targets: side(1).map(({ label }) => label),
    amounts: amountsOf(flows),
  });

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
      finding={now && found(now)}
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
      data={() => frame.value && amountsOf(frame.value.flows)}
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
