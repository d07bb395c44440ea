import { batch, signal } from "@preact/signals";
import { type Experiments, startExperiments } from "../../../worker/experiments/client.ts";
import type { PlanText } from "../../../worker/experiments/protocol.ts";
import type { Pace } from "../pace.ts";
import { inWords } from "../preferences.ts";
import { saidOfError } from "../saidOfError.ts";

/** The runs of one plan at a time, in workers of their own, looked at as they come in. */
export class PlanRuns {
  readonly progress = signal<Pace | undefined>(undefined);
  readonly trouble = signal<string | undefined>(undefined);
  private experiments: Experiments | undefined;

  /**
   * Runs what is missing of a plan.
   *
   * @param total  runs that it has, to be shown until the first is done
   * @param look   takes in what is there; called one at a time, and once more at the end
   */
  async run(plan: PlanText, total: number, look: (to: Experiments) => Promise<void>): Promise<void> {
    if (this.progress.value) return;
    const to = this.begin();
    const since = performance.now();
    batch(() => {
      this.trouble.value = undefined;
      this.progress.value = { done: 0, found: 0, total, since };
    });
    try {
      const reading = await to.read(plan);
      if (!reading.ok) {
        this.trouble.value = reading.problems.map(({ message }) => inWords(message)).join(" ");
        return;
      }
      // A look at a time: the results of one must not overtake those of the next.
      let looking: Promise<void> = Promise.resolve();
      const outcome = await to.run(navigator.hardwareConcurrency || 2, ({ done, found, total }) => {
        this.progress.value = { done, found, total, since };
        looking = looking.then(() => look(to)).catch(() => {}); // what fails for good is told by the last look
      });
      await looking;
      await look(to);
      if (!outcome.ok) this.trouble.value = inWords(saidOfError(outcome));
    } catch (error) {
      this.end();
      this.trouble.value = inWords(saidOfError(error));
    } finally {
      this.progress.value = undefined;
    }
  }

  /** Asks something else of the worker, if nothing runs there; undefined if it cannot be answered. */
  async ask<T>(question: (to: Experiments) => Promise<T>): Promise<T | undefined> {
    if (this.progress.value) return undefined;
    try {
      return await question(this.begin());
    } catch {
      this.end();
      return undefined;
    }
  }

  /** Ends the runs under way; those that are done stay. */
  stop(): void {
    void this.experiments?.pause();
  }

  private begin(): Experiments {
    return (this.experiments ??= startExperiments());
  }

  private end(): void {
    this.experiments?.stop();
    this.experiments = undefined;
  }
}
