export { type ParameterEntry, parameterCatalog, scenarioJsonSchema } from "./catalog.ts";
export { maySchedule, type Parameters, Schedule, withValue } from "./interventions.ts";
export * from "./parameter.ts";
export { formatProblem, type Problem, type Reading, readScenario, type Source } from "./read.ts";
export { type BaseScenario, composeScenario, type Intervention, type ScenarioSchema } from "./scenario.ts";
export { type BranchesParameters, branchesSection } from "./sections/branches.ts";
export { type CirclesParameters, circlesSection } from "./sections/circles.ts";
export { type OrganizationsParameters, organizationsSection } from "./sections/organizations.ts";
export { type PopulationParameters, populationSection } from "./sections/population.ts";
