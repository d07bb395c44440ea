import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A side that runs in a process of its own and does one thing at a time (see side.ts). */
export class SideProcess {
  private readonly child: ChildProcess;
  private readonly answers: AsyncIterator<string>;

  constructor(command: string, args: readonly string[]) {
    this.child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
    this.answers = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
  }

  /** Milliseconds that these weeks took, by the clock and of processor time (all threads of the process). */
  async run(weeks: number): Promise<{ clock: number; processor: number }> {
    const [clock, processor] = (await this.ask(`run ${weeks}`)).split(" ").map(Number);
    return { clock: clock / 1e6, processor: processor / 1e6 };
  }

  async writeState(path: string): Promise<void> {
    await this.ask(`state ${path}`);
  }

  close(): void {
    this.child.stdin!.end();
    this.child.kill();
  }

  private async ask(line: string): Promise<string> {
    this.child.stdin!.write(`${line}\n`);
    const { value, done } = await this.answers.next();
    if (done) throw new Error(`${this.child.spawnargs.join(" ")}: ended before it answered "${line}".`);
    return value;
  }
}
