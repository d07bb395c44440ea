import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default", "./tests/support/summary.ts"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/e2e/**", "tests/cli/**", "tests/bench/**"],
          testTimeout: 60_000,
        },
      },
      {
        // Pages and commands as people meet them: the built program, a real browser, real processes.
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts", "tests/cli/**/*.test.ts", "tests/bench/**/*.test.ts"],
          globalSetup: ["tests/support/build.ts"],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // A browser and processes on a busy machine lose a race now and then: what fails twice is a fault. The second
          // try is named in the output, so that races are seen and mended.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});
