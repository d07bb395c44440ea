import { type Intervention, maySchedule } from "../../../scenario/index.ts";
import type { SecondWorld } from "../session/linkText.ts";

type Values = Readonly<Record<string, unknown>>;

/** What is set from the start, and what changes in which week. */
interface Arm {
  set: Values;
  interventions?: readonly Intervention[];
}

const armOf = (set: Values, interventions: readonly Intervention[]): Arm => ({
  set,
  ...(interventions.length > 0 ? { interventions } : {}),
});

/**
 * The two arms of the question: what the laboratory has changed against the scenario as it is; or, of a counterfactual run,
 * the laboratory's run against the same with what is otherwise there. Where nothing is changed, the programme against none.
 */
export function armsOf(set: Values, interventions: readonly Intervention[], second?: SecondWorld): Record<"baseline" | "changed", Arm> {
  const own = armOf(set, interventions);
  if (second) return { baseline: own, changed: other(set, interventions, second) };
  if (Object.keys(set).length + interventions.length > 0) return { baseline: { set: {} }, changed: own };
  return { baseline: { set: { partyBuilding: "off" } }, changed: { set: {} } };
}

/** With the changes of a counterfactual run from its week on, or from the start where there is one that no week can bring. */
function other(set: Values, interventions: readonly Intervention[], { at, changes }: SecondWorld): Arm {
  const entries = Object.entries(changes);
  if (!entries.every(([path]) => maySchedule(path))) return armOf({ ...set, ...changes }, interventions);
  const later = entries.map(([path, value]) => ({ week: at, path, value: value as Intervention["value"] }));
  return armOf(set, [...interventions, ...later]);
}
