import type { ClassEvent } from "./session.ts";

/** A run of both arms with one seed. */
export interface ReplicateRun {
  replicate: number;
  /** The seat that it was dealt to. */
  seat: number;
  by: "phone" | "server";
  /** [arm] */
  values: readonly (number | null)[];
  digests: readonly string[];
  /** Whether it is to be computed again. */
  check: boolean;
  /** What came of that. */
  verdict: "right" | "wrong" | undefined;
}

/** Who was dealt which seed, and what came of it. */
export class Replicates {
  /** [replicate] seat; none is dealt twice. */
  readonly dealt = new Map<number, number>();
  readonly runs = new Map<number, ReplicateRun>();
  /** Those that the server runs, for a phone that cannot or does not. */
  readonly handed = new Set<number>();

  get next(): number {
    return this.dealt.size + 1;
  }

  /** The replicate that a seat has still to run. */
  openOf = (seat: number): number | undefined => [...this.dealt].find(([replicate, of]) => of === seat && !this.runs.has(replicate))?.[0];

  /** Those that nobody has run. */
  get open(): number[] {
    return [...this.dealt.keys()].filter((replicate) => !this.runs.has(replicate));
  }

  runsOf = (seat: number): ReplicateRun[] => [...this.runs.values()].filter((run) => run.seat === seat);

  apply(event: ClassEvent): void {
    if (event.type === "dealt") this.dealt.set(event.replicate, event.id);
    else if (event.type === "handed") this.handed.add(event.replicate);
    else if (event.type === "ran") {
      const { replicate, by, values, digests, check } = event;
      this.runs.set(replicate, { replicate, seat: this.dealt.get(replicate) ?? 0, by, values, digests, check, verdict: undefined });
    } else if (event.type === "judged") {
      const run = this.runs.get(event.replicate);
      if (run) this.runs.set(event.replicate, { ...run, check: true, verdict: event.right ? "right" : "wrong" });
    }
  }
}
