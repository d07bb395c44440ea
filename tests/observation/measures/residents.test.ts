import { expect, it } from "vitest";
import { handWritten, keepAdults } from "../../support/handWritten.ts";

it("residents: means of two adults; children count for norms alone", async () => {
  const { world, measured } = await handWritten();
  const r = world.residents.columns;
  keepAdults(world, [18, 70]);
  r.motivation.fill(1).set([0.5, 0.25]);
  r.fatigue.fill(1).set([0, 0.5]);
  r.satisfaction.fill(0).set([1, 0.5]);
  r.trustNeighbours.fill(9).set([2, 0, 1, 1]); // 3/4 and 1/2
  r.trustCommunity.fill(9).set([0, 2, 1, 1]); // 1/4 and 1/2
  r.trustOrganizations.fill(9).set([2, 0, 0, 2]); // 3/4 and 1/4
  r.ability.fill(1).set([0, 0.25, 0.5, 0.75, 0.5, 0.25, 0, 0.25]);
  r.compliance.fill(0.25).fill(0.75, 300);
  r.awareness.fill(0).set([1, 3]);
  r.directorKnown.fill(1)[0] = 0;
  const value = measured(1);
  expect(value("motivation_mean")).toBe(0.375);
  expect(value("fatigue_mean")).toBe(0.25);
  expect(value("satisfaction_mean")).toBe(0.75);
  expect(value("trust_neighbours")).toBe(0.625);
  expect(value("trust_community")).toBe(0.375);
  expect(value("trust_organizations")).toBe(0.5);
  expect(value("ability_management")).toBe(0.25);
  expect(value("ability_education")).toBe(0.25);
  expect(value("ability_service")).toBe(0.25);
  expect(value("ability_supervision")).toBe(0.5);
  expect(value("norm_compliance")).toBe(0.5);
  expect(value("awareness_knows")).toBe(1);
  expect(value("awareness_understands")).toBe(0.5);
  expect(value("awareness_supports")).toBe(0.5);
  expect(value("director_known_share")).toBe(0.5);
});
