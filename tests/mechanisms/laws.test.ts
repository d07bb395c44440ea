import { expect, it } from "vitest";
import { mechanisms } from "../../src/mechanisms/index.ts";

/** The only mechanism that may write a state, beside events of a life (people, founding, closing). */
const lawOf: Readonly<Record<string, string>> = {
  "branches.activity": "branchWork",
  "branches.held": "branchWork",
  "branches.reported": "branchReports",
  "branches.secretary": "secretaryTraining",
  "organizations.autonomy": "resourceDependence",
  "organizations.dependence": "resourceDependence",
  "organizations.field": "organizationLearning",
  "organizations.legitimacy": "legitimacy",
  "organizations.management": "organizationLearning",
  "organizations.quality": "organizationLearning",
  "organizations.reputation": "reputation",
  "organizations.standing": "legitimacy",
  "residents.compliance": "normDiffusion",
  "residents.directorKnown": "familiarity",
  "residents.expectation": "satisfaction",
  "residents.extrinsic": "extrinsicMotive",
  "residents.fatigue": "fatigue",
  "residents.motivation": "motivationCrowding",
  "residents.registered": "volunteerCentre",
  "residents.satisfaction": "satisfaction",
  "residents.trustCommunity": "trust",
  "residents.trustNeighbours": "trust",
  "residents.trustOrganizations": "trust",
  "residents.workplace": "jobChange",
};

it.each(Object.entries(lawOf))("%s is written by its law alone, %s", (state, law) => {
  expect(mechanisms.filter(({ id, writes }) => id !== "people" && writes.includes(state)).map(({ id }) => id)).toEqual([law]);
});
