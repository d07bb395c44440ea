import { expect, it } from "vitest";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { runWeeks, scenario } from "../support/scenarios.ts";

it("branches among organizations that all can have one spread along the Bass curve", async () => {
  const [p, q] = [0.03, 0.6];
  const of = await scenario(
    "zhonglou-tenth",
    "population.residents=45000",
    "organizations.count=1000",
    "organizations.registered=1",
    "organizations.members=1",
    "organizations.staffMedian=5",
    "organizations.staffMean=5.2",
    "branches.initialCoverage=0",
    "population.members=0.3",
    `mechanisms.administrativeDrive.initiative=${p}`,
    `mechanisms.administrativeDrive.imitation=${q}`,
    "mechanisms.administrativeDrive.pressure=0",
    "mechanisms.administrativeDrive.joint=false",
    "mechanisms.administrativeDrive.minimumMembers=1",
  );
  const { world, recorder } = runWeeks(
    of,
    520,
    mechanisms.filter(({ id }) => id === "administrativeDrive"),
  );
  const o = world.organizations.columns;
  let [able, alive] = [0, 0];
  for (let g = 0; g < world.organizations.rows; g++) {
    alive++;
    if (o.members[g] > 0) able++;
  }
  expect(able / alive).toBeGreaterThan(0.95);
  for (const years of [1, 2, 4, 6, 8, 10]) {
    const e = Math.exp(-(p + q) * years);
    const curve = (1 - e) / (1 + (q / p) * e);
    expect(Math.abs((recorder.value("coverage_own", years * 52) * alive) / able - curve), `year ${years}`).toBeLessThan(0.08);
  }
});
