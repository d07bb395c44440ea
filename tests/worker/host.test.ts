import { expect, it } from "vitest";
import { createHost } from "../../src/worker/host.ts";

it("a run that outgrows what it can hold is told to the page, in the words of the command line", async () => {
  const host = createHost();
  const loaded = await host.load({
    file: "one.yaml",
    files: { "one.yaml": "title: Growth\nweeks: 104\npopulation: { residents: 400, communities: 1 }\norganizations: { count: 10 }\n" },
    seed: "1",
    changed: Object.fromEntries(
      Object.entries({ legitimation: 10, competition: 0, founding: 1 }).map(([key, value]) => [
        `mechanisms.densityDependence.${key}`,
        value,
      ]),
    ),
    interventions: [],
  });
  expect(loaded.ok).toBe(true);
  expect(() => host.step(104)).toThrow(/^week \d+: organizations come to more than 100,000/);
});
