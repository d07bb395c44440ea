/**
 * A piece of work in parts, such as communities, each of which is done apart from all others: any thread may do any of
 * them, to the same bits.
 */
export interface Step<G> {
  readonly name: string;
  /** @param given  what it works on: columns, and what can be copied to other threads */
  readonly work: (given: G, part: number) => void;
}

/**
 * Does a step in all of its parts.
 *
 * @param meanwhile  what this thread does before it lends a hand itself. It neither reads what the step writes nor writes
 *                   what the step reads
 */
export type Share = <G>(step: Step<G>, given: G, parts: number, meanwhile?: () => void) => void;

/** In this thread alone. */
export const alone: Share = ({ work }, given, parts, meanwhile) => {
  meanwhile?.();
  for (let part = 0; part < parts; part++) work(given, part);
};
