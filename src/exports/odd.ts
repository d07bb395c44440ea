import { type Mechanism, phases, tableNames, worldTables } from "../engine/index.ts";
import { paperRows } from "../experiment/index.ts";
import { mechanisms, scenarioSchema } from "../mechanisms/index.ts";
import type { TableEntry } from "../population/index.ts";
import { type BaseScenario, type ParameterEntry, parameterCatalog, valueAt } from "../scenario/index.ts";
import { markdownTable } from "./markdownTable.ts";
import { inMarkdown } from "./markup.ts";
import { oddDistrict } from "./oddDistrict.ts";
import { phaseWords } from "./phaseWords.ts";

/** Defaults that were fitted, and to what. All others are from a source or a judgement, as their evidence flag says. */
function fittedTable(entries: readonly ParameterEntry[]): [parameters: string, pattern: string][] {
  const byPattern = new Map<string, string[]>();
  for (const { path, fitted } of entries) {
    if (fitted === undefined) continue;
    byPattern.set(fitted, [...(byPattern.get(fitted) ?? []), path.replace(/^mechanisms\./, "")]);
  }
  return [...byPattern].map(([pattern, paths]) => [paths.join(", "), pattern]);
}

const columns = ({ title, spec }: TableEntry) =>
  title
    ? [
        `### ${title}\n\n${markdownTable(
          ["state variable", "is", "unit", "meaning"],
          Object.entries(spec).map(([key, { is, unit, width, description }]) => [
            `\`${key}\`${width > 1 ? ` × ${width}` : ""}`,
            is,
            unit,
            description,
          ]),
        )}`,
      ]
    : [];

const parameterTable = (scenario: BaseScenario, entries: readonly ParameterEntry[]) =>
  markdownTable(
    ["parameter", "value", "default", "bounds", "unit", "evidence", "rows", "meaning"],
    entries.map((p) => [
      `\`${p.path}\``,
      JSON.stringify(valueAt(scenario, p.path)),
      JSON.stringify(p.default),
      p.options ? p.options.join(", ") : p.min === undefined ? "" : `${p.min} to ${p.max}`,
      p.unit,
      p.evidence,
      p.rows.join(" "),
      `${p.label.en}. ${p.help.en}${p.source ? ` (${p.source})` : ""}`,
    ]),
  );

function submodel(mechanism: Mechanism, scenario: BaseScenario, catalog: readonly ParameterEntry[]): string {
  const { id, phase, title, summary, rows, specification, rivals, reads, writes, measures } = mechanism;
  const facts: [string, string | undefined][] = [
    ["Source", specification.source],
    ["Departs from it", specification.departures],
    ["Random numbers", specification.draws],
    ["Placebo", specification.placebo],
    ["Harm", specification.harm],
    ["Rivals", rivals.map((rival) => `\`${rival}\``).join(", ") || undefined],
    ["Reads", reads.join(", ") || "nothing"],
    ["Writes", writes.join(", ")],
    ["Moves", measures.join(", ")],
  ];
  return [
    `### ${title.en} (\`${id}\`)`,
    `${summary.en} Rows: ${rows.join(", ")}. File: [\`src/mechanisms/${phase}/${id}.ts\`](../src/mechanisms/${phase}/${id}.ts). Switch: \`mechanisms.${id}.mode\`, here ${JSON.stringify(valueAt(scenario, `mechanisms.${id}.mode`))}.`,
    `\`\`\`\n${specification.equation}\n\`\`\``,
    Object.entries(specification.symbols)
      .map(([symbol, meaning]) => `- ${symbol}: ${meaning}`)
      .join("\n"),
    facts.flatMap(([name, text]) => (text ? [`**${name}.** ${text}`] : [])).join("\n\n"),
    parameterTable(
      scenario,
      catalog.filter(({ path }) => path.startsWith(`mechanisms.${id}.`)),
    ),
  ].join("\n\n");
}

/** The model in the order of ODD (Grimm et al. 2020), with the parameter values of a scenario in force. Markdown. */
export function odd(scenario: BaseScenario): string {
  const catalog = parameterCatalog(scenarioSchema);
  const framing = paperRows.filter(({ kind }) => kind === "framing");
  const parts = [
    `# Four Circles: the model in ODD order

Scenario in force: **${inMarkdown(scenario.title)}**. Follows the second update of the ODD protocol (Grimm et al. 2020, JASSS 23(2) 7, doi:10.18564/jasss.4259). This text is printed by \`npx four-circles odd SCENARIO\`; tables, equations and values come from the program itself. Rows in the form F01 are sentences of the paper (docs/register.md); sources and works stand in docs/references.md. Flags: P the paper says it, S seen in public text, A arithmetic on those, M well known, from memory, J a modelling judgement, to be tested.`,

    `## 1. Purpose and patterns

To find under which conditions tying social organizations and residents together through the party-building circle, beside the acquaintance, interest and industry circles, changes participation, the pooling of resources, the settling of everyday matters and the self-government of residents; at what cost; and who loses. The paper's sentences are hypotheses. The model cannot confirm the paper: it shows under which assumptions a claimed effect follows, vanishes or reverses, and which observation would tell the cases apart.

Patterns used for calibration or as structural checks are measured by \`npx four-circles check\`: activity of registered volunteers, participation by age and by membership, neighbours without contact, retention of ties, own branches, disputes, load of community workers, births and deaths of organizations, the structural ceiling of coverage, and the sign of overlap on simple spread. Patterns held out for validation are kept elsewhere, so that nothing is tuned to them.

Fitted defaults, and to what:

${markdownTable(["parameters", "pattern"], fittedTable(parameterCatalog(scenarioSchema)))}

Rows of the paper that frame and do not act:

${framing.map(({ row, en }) => `- ${row}: ${en}.`).join("\n")}

The five development concepts (F15) serve as dimensions of reporting: innovation as the variety of types, coordination as low fragmentation, green as matters of the surroundings, openness as exchange across communities, sharing as the spread of access.`,

    `## 2. Entities, state variables, scales

One step is a week; slow processes run every fourth week, budgets every 52nd. A place is a community inside one of the subdistricts. One agent stands for one resident. The branch rules (3 members, 5 units) and the consent shares do not scale: smaller districts have fewer organizations of the same size. Resources are money (whole yuan), time of volunteers, staff and experts (whole minutes), time credits (whole minutes) and site (whole hours); they live in accounts of one double-entry ledger with an outside-world account and sum to zero every week. Attention, legitimacy, trust and information are states and not conserved. Recorded and true are separate states.`,
    ...tableNames.flatMap((name) => columns(worldTables[name])),
    `The four circles: the **party-building** circle is carried by branches (home and work), the **acquaintance** circle by ties of residents, core and weak, the **interest** circle by groups, the **industry** circle by workplaces. Beside them stands the organization network: who exchanges with whom among organizations, branches, units, communities, station and district.`,

    `## 3. Process overview and scheduling

A week is this list of phases; the mechanisms of a phase run in the order given. Decisions read the state at the start of their step and take effect at its end; where capacity is scarce the rule of allocation is explicit and ties are broken by keyed draws. The ledger is closed and must balance at the end of every week.

${phases
  .map((phase, k) => {
    const own = mechanisms.filter((mechanism) => mechanism.phase === phase);
    return `${k + 1}. **${phaseWords[phase]}**: ${own.map(({ id, partyBuilding }) => `${id}${partyBuilding ? "*" : ""}`).join(", ") || "the recorder reads the state, draws nothing and changes nothing"}.`;
  })
  .join("\n")}

An asterisk marks mechanisms of the party-building programme, governed by the master switch \`partyBuilding\` (off, on, placebo), by the parts of the “12345” method that name them, and by \`withdrawal\`.`,

    `## 4. Design concepts

**Basic principles.** Each mechanism stands on a published form (thresholds, random utility, conditional cooperation, bounded confidence, power-dependence, resource dependence, crowding, multitask incentives, density dependence, administrative diffusion) and has an off state, and where it belongs to the programme a placebo and a harm path. **Emergence.** Participation, coverage, settlement, fragmentation, concentration and the networks emerge; rates of arrival, budgets and calendars are imposed. **Adaptation.** Residents decide to join by the rule in force; organizations divide hours under requirements; demands of exchange follow success and exclusion. **Objectives.** None is maximized explicitly; rules are boundedly rational. **Learning.** Abilities by doing, trust by experience, expected settlement rates, reputation. **Prediction.** Only the expected settlement rate, for induced demand. **Sensing.** Residents see the activity of their contacts in the circles, organizations their partners, communities the organizations they know. **Interaction.** Through ties, groups, workplaces, branches, exchange and the queue of matters. **Stochasticity.** All draws are keyed by seed, mechanism, agent, week and number of the draw (Philox4x32-10), so that a switched-off mechanism leaves the draws of all others as they were. **Collectives.** Households, buildings, groups, units, branches, organizations, communities. **Observation.** ${"`npx four-circles dictionary`"} lists every measure; recorded and true stand side by side.`,

    `## 5. Initialization

The population is synthetic: residents in households of one building, buildings around courtyards, communities of one subdistrict; ages, employment, membership and education to the shares of the census and the yearbooks; organizations with skewed staff; branches by the founding rules. Acquaintances are drawn with skewed sociability, in small neighbourhoods of like age, in shared places (by the dial \`circles.overlap\`, at the same number of ties) and with distance. Every purpose draws from a stream of its own name.

${scenario.district ? `${oddDistrict(scenario.district)}\n\n` : ""}${parameterTable(
  scenario,
  catalog.filter(({ path }) => !path.startsWith("mechanisms.")),
)}`,

    `## 6. Input data

None at run time. Interventions of the scenario change parameters from a week on, for all or for named communities: ${scenario.interventions.length === 0 ? "none here" : scenario.interventions.map(({ week, path, value }) => `week ${week}: ${path} = ${JSON.stringify(value)}`).join("; ")}.`,

    `## 7. Submodels`,
    ...mechanisms.map((mechanism) => submodel(mechanism, scenario, catalog)),
  ];
  return `${parts.join("\n\n")}\n`;
}
