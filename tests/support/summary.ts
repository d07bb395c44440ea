import type { Reporter, TestModule } from "vitest/node";

/** Names what was skipped and what passed at the second try only, and says how it ended in one plain line, the last. */
export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let [passed, failed] = [0, errors.length];
    const skipped: string[] = [];
    const again: string[] = [];
    for (const module of modules) {
      if (module.state() === "failed" && module.errors().length > 0) failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed++;
        if (state === "failed") failed++;
        if (state === "skipped") skipped.push(test.fullName);
        if (test.diagnostic()?.flaky) again.push(test.fullName);
      }
    }
    for (const name of skipped) console.log(`skipped: ${name}`);
    for (const name of again) console.log(`passed at the second try only: ${name}`);
    process.on("exit", () => console.log(`tests: ${passed} passed, ${failed} failed`));
  }
}
