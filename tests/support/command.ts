import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

const built = join(import.meta.dirname, "../../dist/cli/four-circles.js");

/** The built program, running. */
export class Command {
  out = "";
  err = "";
  readonly child: ChildProcess;
  /** Exit code, or signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;

  constructor(args: readonly string[], program = built, environment: Record<string, string> = {}) {
    const env = { ...process.env, ...environment };
    this.child = spawn("node", [program, ...args], { stdio: ["ignore", "pipe", "pipe"], env });
    this.child.stdout?.on("data", (text) => (this.out += text));
    this.child.stderr?.on("data", (text) => (this.err += text));
    this.ended = new Promise((resolve) => this.child.on("close", (code, signal) => resolve(code ?? (signal as NodeJS.Signals))));
  }

  /** Waits until it has said something on stderr. */
  async said(what: string): Promise<void> {
    while (!this.err.includes(what)) {
      if (this.child.exitCode !== null) throw new Error(`ended with ${this.child.exitCode} and did not say ${what}: ${this.err}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async kill(signal: NodeJS.Signals): Promise<number | NodeJS.Signals> {
    this.child.kill(signal);
    return this.ended;
  }
}
