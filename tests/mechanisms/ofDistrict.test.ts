import { describe, expect, it } from "vitest";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms, scenarioSchema } from "../../src/mechanisms/index.ts";
import { type Intervention, interventionFaults, type Parameters, parameterCatalog } from "../../src/scenario/index.ts";
import { scenario } from "../support/scenarios.ts";

/** Parameters of mechanisms, with a note of each that is read: "mechanisms.people.deaths". */
function watched(parameters: Parameters, read: Set<string>): Parameters {
  const entries = Object.entries(parameters.mechanisms).map(([id, own]): [string, object] => [
    id,
    new Proxy(own as object, {
      get(target, key) {
        if (typeof key === "string" && key !== "mode") read.add(`mechanisms.${id}.${key}`);
        return Reflect.get(target, key);
      },
    }),
  ]);
  return { ...parameters, mechanisms: Object.fromEntries(entries) as Parameters["mechanisms"] };
}

/** What mechanisms read for the district as a whole in two years. */
async function readOfDistrict(...set: string[]): Promise<Set<string>> {
  const read = new Set<string>();
  const run = Run.start(
    await scenario("community", "weeks=110", "population.residents=3000", "population.communities=3", ...set),
    mechanisms,
  );
  const { schedule } = run.world;
  schedule.at(1);
  schedule.byCommunity = schedule.byCommunity.map((parameters) => ({ ...parameters }));
  schedule.district = watched(schedule.district, read);
  for (let week = 1; week <= 110; week++) run.step();
  return read;
}

const ofDistrict = parameterCatalog(scenarioSchema).filter((entry) => entry.ofDistrict);

describe("a parameter of a mechanism", () => {
  it("holds for the district as a whole where, and only where, its mechanism reads it so; else for each community", async () => {
    const district = await readOfDistrict("organizations.count=60", "mechanisms.partyInnovation.founding=1");
    expect([...district].sort()).toEqual(ofDistrict.map(({ path }) => path).sort());
  });

  it("of the district is refused to communities, and no other is", () => {
    for (const { path, live, ofDistrict: whole, default: value } of parameterCatalog(scenarioSchema)) {
      if (!live) continue;
      const everywhere = { week: 2, path, value: value as Intervention["value"] };
      const faults = [...interventionFaults(scenarioSchema, { weeks: 9 }, { ...everywhere, communities: [0] })];
      expect(
        faults.map(({ path: at, message }) => [at, message.code]),
        path,
      ).toEqual(whole ? [[["communities"], "nameSomeOfDistrict"]] : []);
      expect([...interventionFaults(scenarioSchema, { weeks: 9 }, everywhere)], path).toEqual([]);
    }
  });
});
