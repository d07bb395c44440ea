import type { ThreadGroup } from "./threadGroup.ts";

/**
 * What is done in one community apart from all others. It may read whatever no other community writes meanwhile, and
 * write rows of its own community and of the residents who live there. In the ledger it moves what is theirs, among them
 * and from and to the outside world. So the order of communities cannot matter, nor which thread does which.
 */
export type Kernel = (part: number) => void;

/** The kernels of a world by name, run in this thread or shared out among a group of threads. */
export class Kernels {
  threadGroup: ThreadGroup | undefined;
  private readonly known = new Map<string, Kernel>();
  private readonly communities: number;

  constructor(communities: number) {
    this.communities = communities;
  }

  add(name: string, kernel: Kernel): void {
    this.known.set(name, kernel);
  }

  get(name: string): Kernel {
    const kernel = this.known.get(name);
    if (kernel === undefined) throw new Error(`kernels: there is none named ${name}. Known: ${[...this.known.keys()].join(", ")}.`);
    return kernel;
  }

  /**
   * Runs a kernel in every community.
   *
   * @param meanwhile  what this thread does before it lends a hand itself. It neither reads what the kernel writes nor
   *                   writes what the kernel reads
   */
  everywhere(name: string, meanwhile?: () => void): void {
    this.share(name, this.communities, meanwhile);
  }

  /** The same of work in another number of parts, such as the nodes of a network, each of which writes places of its own. */
  share(name: string, parts: number, meanwhile?: () => void): void {
    if (this.threadGroup) this.threadGroup.share(name, parts, meanwhile);
    else {
      meanwhile?.();
      const kernel = this.get(name);
      for (let part = 0; part < parts; part++) kernel(part);
    }
  }
}
