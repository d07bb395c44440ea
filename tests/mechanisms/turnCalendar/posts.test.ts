import fc from "fast-check";
import { expect, it } from "vitest";
import { Simulation } from "../../../src/engine/index.ts";
import { mechanisms } from "../../../src/mechanisms/index.ts";
import { busyDistricts } from "../../support/busyDistricts.ts";
import { faultsOfWork } from "../../support/invariants.ts";

const districts = await busyDistricts();

it("however posts end (retirement, death, a move, a change of job, an organization that closes, a branch that is struck), nobody keeps one too many", () => {
  fc.assert(
    fc.property(fc.constantFrom(...districts), fc.integer({ min: 1, max: 1000 }), (of, seed) => {
      const simulation = Simulation.start({ ...of, seed: `posts ${seed}` }, mechanisms);
      const { world } = simulation;
      expect(faultsOfWork(world)).toEqual([]);
      for (let week = 1; week <= 60; week++) {
        simulation.step();
        expect(faultsOfWork(world), `week ${week}`).toEqual([]);
      }
    }),
    { numRuns: districts.length },
  );
}, 120_000);
