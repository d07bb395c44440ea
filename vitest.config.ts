import { defineConfig } from "vitest/config";
import { kernels } from "./src/kernels/build.ts";

/** Files that put other modules or globals in the place of some, watch every column, or run for long. */
const alone = [
  "tests/pages/**/*.test.ts",
  "tests/mechanisms/*.test.ts",
  "tests/mechanisms/*/{densityDependence,organizationLearning,ownIncome}.test.ts",
  "tests/engine/**/*.test.ts",
  "tests/kernels/**/*.test.ts",
  "tests/fuzz/**/*.test.ts",
  "tests/experiment/fit/**/*.test.ts",
  "tests/experiment/shiftedStates.test.ts",
  "tests/scenario/rivals.test.ts",
];
/** Pages and commands as people meet them: the built program, a real browser, real processes. */
const processes = ["tests/e2e/**/*.test.ts", "tests/cli/**/*.test.ts", "tests/bench/**/*.test.ts", "tests/proof/**/*.test.ts"];

export default defineConfig({
  test: {
    reporters: ["default", "./tests/support/summary.ts"],
    // One group after the other; within the first the long files begin, since names are in order.
    projects: [
      {
        plugins: [kernels],
        test: { name: "alone", include: alone, testTimeout: 60_000, maxWorkers: "100%", sequence: { groupOrder: 0 } },
      },
      {
        // What is loaded once serves all files of a worker: loading the mechanisms takes longer than most of them test.
        plugins: [kernels],
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: [...alone, ...processes],
          isolate: false,
          testTimeout: 60_000,
          maxWorkers: "100%",
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [kernels],
        test: {
          name: "e2e",
          include: processes,
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
