import { defineConfig } from "vitest/config";
import { kernels } from "./src/kernels/build.ts";

export default defineConfig({
  test: {
    reporters: ["default", "./tests/support/summary.ts"],
    projects: [
      {
        plugins: [kernels],
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/e2e/**", "tests/cli/**", "tests/bench/**", "tests/proof/**"],
          testTimeout: 60_000,
          maxWorkers: "100%",
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Pages and commands as people meet them: the built program, a real browser, real processes.
        plugins: [kernels],
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts", "tests/cli/**/*.test.ts", "tests/bench/**/*.test.ts", "tests/proof/**/*.test.ts"],
          globalSetup: ["tests/support/build.ts"],
          // One after the other, after all others: a page, its worker and a server want two cores for themselves.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } }, // the page renders after a click, on a busy machine much later
          // A browser and processes on a busy machine lose a race now and then: what fails twice is a fault. The second
          // try is named in the output, so that races are seen and mended.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});
