import { phases, tableNames, worldTables } from "../engine/index.ts";
import { mechanisms, scenarioSchema } from "../mechanisms/index.ts";
import type { TableEntry } from "../population/index.ts";
import { type BaseScenario, parameterCatalog } from "../scenario/index.ts";
import { inMarkdown } from "./markup.ts";
import { phaseWords } from "./phaseWords.ts";

const number = new Intl.NumberFormat("en");

/**
 * The model in a page, for the text of an article: a summary ODD (Grimm et al. 2020, supplement S1), whose whole stands beside
 * it. Markdown.
 */
export function oddSummary(scenario: BaseScenario): string {
  const { population, organizations } = scenario;
  const tables: readonly TableEntry[] = tableNames.map((name) => worldTables[name]);
  const entities = tables.flatMap(({ title }) => title ?? []);
  const columns = tables.reduce((sum, { spec }) => sum + Object.keys(spec).length, 0);
  const programme = mechanisms.filter(({ partyBuilding }) => partyBuilding).length;
  const on = mechanisms.filter(({ id }) => (scenario.mechanisms as Record<string, { mode: string }>)[id].mode === "on").length;
  const size = [
    `${number.format(population.residents)} residents`,
    `${number.format(organizations.count)} social organizations`,
    `${number.format(population.communities)} ${population.communities === 1 ? "community" : "communities"}`,
  ];
  return `# Four Circles: summary ODD

Scenario: **${inMarkdown(scenario.title)}**. The whole description stands in the ODD beside this text, after Grimm et al. 2020 (doi:10.18564/jasss.4259); words in italics are its elements.

The *purpose* of the model is to find under which conditions tying social organizations and residents together through the party-building circle, beside the acquaintance, interest and industry circles, changes participation, the pooling of resources, the settling of everyday matters and the self-government of residents; at what cost; and who loses. What the paper says are hypotheses: each mechanism can be switched off, replaced by a rival and shown to help, do nothing or harm. *Patterns* by which the model is judged useful are measured by the command \`check\`.

The *entities* are ${entities.map((title) => title.toLowerCase()).join(", ")}; here ${size.join(", ")}. One step of *time* is a week, a run ${scenario.weeks} weeks${scenario.burnInWeeks > 0 && scenario.burnInWeeks < scenario.weeks ? `, of which the first ${scenario.burnInWeeks} are not counted` : ""}; *space* is that of homes in buildings, courtyards, communities and subdistricts. *State variables* are ${number.format(columns)} columns of these tables. Money, minutes, credits and hours of rooms are whole numbers in one double-entry ledger, which sums to zero every week.

In each week the *processes* run in this order: ${phases.map((phase) => phaseWords[phase]).join("; ")}. They are ${mechanisms.length} mechanisms, of which ${on} are on here; ${programme} of them make up the programme of party building, which as a whole can be off, on or a placebo that spends the same money and hours without its content.

The most important *design concepts*: participation, coverage, settlement, fragmentation and the networks *emerge*, rates of arrival, budgets and calendars are imposed; residents *adapt* by the rule of participation in force and *learn* trust, abilities and expectations from what happened to them; *stochasticity* is keyed by seed, mechanism, agent and week, so that runs which differ in one thing share all other draws; what is recorded and what is true are *observed* side by side.

*Initialization* is synthetic, to shares of the census and yearbooks; ${parameterCatalog(scenarioSchema).length} parameters, each with bounds, unit and what it stands on, and no *input data* at run time.
`;
}
