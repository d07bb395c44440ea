export { type ParameterEntry, parameterCatalog, scenarioJsonSchema } from "./catalog.ts";
export { type Parameters, Schedule, maySchedule, withValue } from "./interventions.ts";
export * from "./parameter.ts";
export { type Problem, type Reading, type Source, formatProblem, readScenario } from "./read.ts";
export { type BaseScenario, type Intervention, type ScenarioSchema, composeScenario } from "./scenario.ts";
export { type BranchesParameters, branchesSection } from "./sections/branches.ts";
export { type CirclesParameters, circlesSection } from "./sections/circles.ts";
export { type OrganizationsParameters, organizationsSection } from "./sections/organizations.ts";
export { type PopulationParameters, populationSection } from "./sections/population.ts";
