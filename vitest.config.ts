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
  "tests/worker/helpers.test.ts",
];
/** The program as people call it: processes that wait for one another, most of them on one core. */
const commands = ["tests/cli/**/*.test.ts", "tests/bench/**/*.test.ts", "tests/proof/kills.test.ts"];
/** Pages in a real browser. */
const pages = ["tests/e2e/**/*.test.ts", "tests/proof/pages.test.ts"];
/** What holds that something is done within a second or five, or counts frames or memory: for that the machine is its own. */
const inTime = ["tests/cli/{lock,queue,stopping}.test.ts", "tests/e2e/{laboratory,memory}.test.ts"];

const built = {
  globalSetup: ["tests/support/build.ts"],
  testTimeout: 180_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } }, // the page renders after a click, on a busy machine much later
  // A browser and processes on a busy machine lose a race now and then: what fails twice is a fault. The second
  // try is named in the output, so that races are seen and mended.
  retry: process.env.CI ? 1 : 0,
};

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
          exclude: [...alone, ...commands, ...pages, ...inTime],
          isolate: false,
          testTimeout: 60_000,
          maxWorkers: "100%",
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [kernels],
        test: { ...built, name: "commands", include: commands, exclude: inTime, maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
      {
        // Pages as people meet them: the built program in a real browser. Two at a time fill both cores.
        plugins: [kernels],
        test: { ...built, name: "pages", include: pages, exclude: inTime, maxWorkers: 2, sequence: { groupOrder: 2 } },
      },
      {
        plugins: [kernels],
        test: { ...built, name: "in time", include: inTime, maxWorkers: 1, sequence: { groupOrder: 3 } },
      },
    ],
  },
});
