import { methodParts, type Parameters } from "../scenario/index.ts";
import type { Mechanism, Mode } from "./mechanism.ts";

/** Whether a mechanism is off, on or a placebo under the parameters in force: the master switch goes before its own. */
export function modeUnder(mechanism: Mechanism, parameters: Parameters): Mode {
  const own = (parameters.mechanisms[mechanism.id]?.mode ?? "on") as Mode;
  if (!mechanism.partyBuilding || own === "off") return own;
  if (parameters.partyBuilding === "off") return "off";
  const { method } = parameters;
  for (const part of methodParts) if (!method[part] && method.reading[part].includes(mechanism.id)) return "off";
  return parameters.partyBuilding === "placebo" ? "placebo" : own;
}
