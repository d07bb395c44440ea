import type { Intervention } from "../../../scenario/index.ts";
import type { Changes } from "../session/index.ts";

/** What is set from the start, and what changes in which week. */
interface Arm {
  set: Changes["changed"];
  interventions?: readonly Intervention[];
}

const armOf = ({ changed, interventions }: Changes): Arm => ({
  set: changed,
  ...(interventions.length > 0 ? { interventions } : {}),
});

/** Whether anything is changed. */
export const changesAnything = ({ changed, interventions }: Changes): boolean => Object.keys(changed).length + interventions.length > 0;

/** The two arms of the question: the laboratory's run against its baseline. Where nothing is changed, the programme against none. */
export function armsOf(changes: Changes, baseline: Changes): Record<"baseline" | "changed", Arm> {
  if (changesAnything(changes) || changesAnything(baseline)) return { baseline: armOf(baseline), changed: armOf(changes) };
  return { baseline: { set: { partyBuilding: "off" } }, changed: { set: {} } };
}
