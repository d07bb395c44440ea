import { type Fault, type Partially, type Path, said } from "../../scenario/index.ts";
import { measureFault } from "../measureFault.ts";
import type { WrittenOutcome } from "./schema.ts";

/** What is wrong with an outcome beyond the form of it. @param weeks  of a run, if that is known */
export function* ruleFaults(
  at: Path,
  rule: Partially<Omit<WrittenOutcome, "name">> | undefined,
  weeks: number | undefined,
): Generator<Fault> {
  const { take, level, span } = rule ?? {};
  for (const key of ["measure", "minus", "over"] as const) {
    const id = rule?.[key];
    const unknown = id === undefined ? undefined : measureFault(id);
    if (unknown) yield { ...unknown, path: [...at, key] };
  }
  if (take === "crossing" && level === undefined)
    yield { path: [...at, "take"], message: said("crossingWithoutLevel"), remedy: said("writeLevel") };
  if (level !== undefined && take !== "crossing")
    yield { path: [...at, "level"], message: said("levelWithoutCrossing", { level }), remedy: said("writeCrossing"), atKey: true };
  if (span && weeks !== undefined && (span[1] as number) > weeks)
    yield { path: [...at, "span"], message: said("endsInWeek", { week: span[1] as number, weeks }), remedy: said("nameWeeks", { weeks }) };
}
