import { scenarioSchema } from "../../mechanisms/index.ts";
import { type BaseScenario, scenarioText, withChanges } from "../../scenario/index.ts";

/** A scenario as a file that stands for itself, with those interventions that happen in its weeks. */
export const wholeScenario = (scenario: BaseScenario): string =>
  withChanges(scenarioText(scenario, scenarioSchema), {
    set: {},
    inherited: [],
    interventions: scenario.interventions.filter(({ week }) => week <= scenario.weeks),
  });
