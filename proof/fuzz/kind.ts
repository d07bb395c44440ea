import type { Arbitrary } from "fast-check";

/** A kind of input that is made at random, and what must hold of each. */
export interface Kind<T = unknown> {
  readonly id: string;
  /** What must hold, as a person reads it. */
  readonly holds: string;
  /** Inputs are plain data: they can be sent to a thread. */
  readonly any: Arbitrary<T>;
  /** Size of the file that is damaged, if inputs are damage to one. */
  readonly bytes?: number;
  /** @throws whatever does not hold */
  check(input: T): Promise<void>;
  /** An input as a person gives it again; as JSON if not said. */
  show?(input: T): string;
}

export const kind = <T>(of: Kind<T>): Kind<T> => of;
