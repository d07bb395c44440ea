export { jsonSchemaOf, type ParameterEntry, parameterCatalog } from "./catalog.ts";
export { cellText } from "./cellText.ts";
export { type Decoded, decode } from "./decode.ts";
export { NO_SUBDISTRICT, type PlaceNames, placeNames } from "./district/names.ts";
export { HALF_WIDTH, intervalOf } from "./district/observed.ts";
export { householdsOf, parametersOf, residentsOf } from "./district/parameters.ts";
export { DISTRICT_FILE, readDistrictFile } from "./district/read.ts";
export {
  cornersOf,
  type District,
  type DistrictContent,
  type Margin,
  mostOfDistrict,
  type ObservedValue,
  OLDEST,
  type Outline,
  sealed,
} from "./district/schema.ts";
export { type SeriesColumn, seriesHeadings } from "./district/seriesHeadings.ts";
export { didYouMean, type Fault, nearest, type SchemaNode } from "./explain.ts";
export { type Frame, interventionFaults, pathFault, valueFault } from "./faults.ts";
export { maySchedule, type Parameters, parametersAt, Schedule, type Scheduled, valueAt, withValue } from "./interventions.ts";
export { keyWords, someText } from "./keyWords.ts";
export * from "./parameter.ts";
export { legible, type Path, type Problem, written } from "./problem.ts";
export { type Reading, type Resolve, readScenario, type Unreadable } from "./read.ts";
export { type Form, readForm } from "./readForm.ts";
export { type Said, type SaidValue, said } from "./said.ts";
export type { Partially } from "./salvage.ts";
export {
  type BaseScenario,
  composeScenario,
  type Intervention,
  interventionSchema,
  type MechanismParameters,
  type ScenarioSchema,
} from "./scenario.ts";
export { type Layer, listed, mostBytes, type Source } from "./scenarioFile.ts";
export { type BranchesParameters, branchesSection } from "./sections/branches.ts";
export { type CirclesParameters, circlesSection } from "./sections/circles.ts";
export { type MattersParameters, mattersSection } from "./sections/matters.ts";
export { type MethodParameters, type MethodPart, methodParts, methodSection } from "./sections/method.ts";
export { type OrganizationsParameters, organizationsSection, sharesOfTypes } from "./sections/organizations.ts";
export { type PopulationParameters, populationSection } from "./sections/population.ts";
export { type PricesParameters, pricesSection } from "./sections/prices.ts";
export { type Setting, settings, settingsOf, yamlOf } from "./settings.ts";
export { sha256, sha256Hex } from "./sha256.ts";
export { cellsOf, countNumbers, groundOf, type Standing, standingOf, standings } from "./standing.ts";
export { type Changes, scenarioText, withChanges } from "./write.ts";
export { isReserved } from "./yaml.ts";
