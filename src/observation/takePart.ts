import type { Column } from "../population/index.ts";

/** Takes a part out of a checkpoint, of the type and length of what stands there now unless another length is given. @throws if it is another */
export type TakePart = <T extends Column>(name: string, now: T, length?: number) => T;

/** What can be taken out of the parts that were kept. */
export const takingFrom =
  (parts: ReadonlyMap<string, Column>): TakePart =>
  <T extends Column>(name: string, now: T, length = now.length): T => {
    const kept = parts.get(name);
    if (kept?.constructor !== now.constructor || kept.length !== length) throw new Error(`restore: ${name} is not ${length} numbers.`);
    return kept as T;
  };
