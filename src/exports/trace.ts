import { type PaperIndexEntry, paperIndex, patterns } from "../experiment/index.ts";
import { mechanisms, scenarioSchema } from "../mechanisms/index.ts";
import { cellsOf, countNumbers, type ParameterEntry, parameterCatalog, standingOf } from "../scenario/index.ts";
import { markdownTable } from "./markdownTable.ts";

/** Published results with a known answer that the model reproduces where it is reduced to theirs: a test each, under tests/verification. */
export const knownAnswers: readonly (readonly [file: string, what: string])[] = [
  ["bass", "branches among organizations that all can have one spread along the curve of Bass"],
  ["deffuant", "bounded confidence: consensus or none by the bound, the mean opinion kept (Deffuant; Hegselmann and Krause)"],
  ["granovetter", "the two crowds of Granovetter, and the fixed point of normal thresholds"],
  ["queue", "a case queue waits as Lindley's recursion says and obeys Little's law"],
  ["ring", "simple contagion spreads along a ring at the known speed, complex contagion stops"],
  ["yamagishi", "power of the middle in Yamagishi's chain of three, with exclusive ties and without"],
];

/** What must hold of the model, and the tests that hold it or the command that measures it. */
export const held: readonly (readonly [what: string, by: readonly string[]])[] = [
  [
    "The ledger balances every week for every resource, in any valid scenario",
    ["tests/engine/ledger.test.ts", "tests/engine/simulation.test.ts"],
  ],
  [
    "Without the programme a run equals, to the bit, one with any other values of the programme's parameters; withdrawn in mid-run, it writes nothing any more and the past stays",
    ["tests/engine/simulation.test.ts", "tests/mechanisms/life.test.ts"],
  ],
  [
    "One law writes each state; a mechanism reads and writes what its sheet says, under any valid parameters",
    ["tests/mechanisms/oneWriter.test.ts", "tests/mechanisms/laws.test.ts", "tests/mechanisms/declared.test.ts"],
  ],
  [
    "Each state is read by a decision, and shifted for a year it moves an outcome",
    ["tests/mechanisms/oneWriter.test.ts", "tests/experiment/shiftedStates.test.ts", "dead-ends"],
  ],
  [
    "Each mechanism, switched off, moves a measure that it names beyond noise, at parameters strong enough to be seen; what it moves at the defaults is listed",
    ["tests/mechanisms/ablation.test.ts", "ablation"],
  ],
  ["The placebo spends the hours and the money of the programme, without its content", ["tests/mechanisms/placebo.test.ts"]],
  ["Nothing drifts in 40 years in which nothing is done", ["tests/experiment/stationarity.test.ts", "check --long"]],
  [
    "Granovetter's fixed points on the invited; the slotted queue; clusters of bounded confidence; the curve of Bass; Yamagishi's chain of three; a ring",
    knownAnswers.map(([file]) => `tests/verification/${file}.test.ts`),
  ],
  [
    "Time credits are conserved; a ring joined by hand has its known measures",
    ["tests/mechanisms/timeBankTrades/timeBank.test.ts", "tests/circles/circles.test.ts", "tests/observation/measures/circles.test.ts"],
  ],
  ["Coverage has its structural ceiling, for every row of the table", ["check"]],
  ["Target ranges of use C hold in the default district; rival rules meet them too", ["check"]],
  [
    "Each claim runs as a paired experiment from a file",
    ["tests/experiment/contrast.test.ts", "tests/cli/contrast/page.test.ts", "contrast"],
  ],
  ["The whole district runs no slower than before", ["bench -- --against"]],
];

const heldBy = (by: string) =>
  by.startsWith("tests/") ? by : by.startsWith("bench") ? `\`npm run ${by} COMMIT\`` : `\`npx four-circles ${by}\``;

const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)}%`;

/** Where a parameter belongs: a mechanism, or a section of the scenario. */
const groupOf = ({ path }: ParameterEntry) => path.replace(/^mechanisms\./, "").split(".")[0];

/** Numbers on a judgement by group, the most first. */
function judgedGroups(catalog: readonly ParameterEntry[]): [group: string, numbers: number][] {
  const groups = new Map<string, number>();
  for (const entry of catalog)
    if (standingOf(entry) === "judgement") groups.set(groupOf(entry), (groups.get(groupOf(entry)) ?? 0) + cellsOf(entry));
  return [...groups].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

const homeless = (entries: readonly PaperIndexEntry[]) => entries.filter(({ home }) => home.length === 0).map(({ row }) => row);

const gaps = (...lines: string[]) => `**Gaps.**\n\n${lines.map((line) => `- ${line}`).join("\n")}`;

/**
 * The record of how the model was made, tested and used, in the eight elements of TRACE (Grimm et al. 2014). Counts and lists
 * come from the program itself; what was measured stands in the documents named. Markdown.
 */
export function trace(): string {
  const catalog = parameterCatalog(scenarioSchema);
  const counts = countNumbers(catalog);
  const numbers = counts.source + counts.fitted + counts.judgement;
  const judged = judgedGroups(catalog);
  const rows = paperIndex();
  const framing = rows.filter(({ kind }) => kind === "framing").length;
  const calibrated = patterns().filter(({ use }) => use === "C");
  const checks = patterns().filter(({ use }) => use === "D");
  const withRival = mechanisms.filter(({ rivals }) => rivals.length > 0);
  const programme = mechanisms.filter(({ partyBuilding }) => partyBuilding);
  const placebo = programme.filter(({ specification }) => specification.placebo);
  const harmless = programme.filter(({ specification }) => !specification.harm).map(({ id }) => id);

  return `# TRACE: how the model was made, tested and used

In the eight elements of TRACE (Grimm et al. 2014, doi:10.1016/j.ecolmodel.2014.01.018). This text is printed by \`npx four-circles trace\`; its counts and lists come from the program itself, and each element ends with what is not known or not done. Results that were measured stand with their commands in the documents named.

## 1. Problem formulation

Users are researchers of community governance, teachers, and whoever runs thousands of scenarios. The question: under which conditions does tying social organizations and residents together through the party-building circle, beside the acquaintance, interest and industry circles, change participation, the pooling of resources, the settling of everyday matters and the self-government of residents; at what cost; and who loses? The source is one paper on Zhonglou District, Changzhou, taken apart into ${rows.length} rows ([register](register.md)), of which ${framing} frame and do not act. Its claims are 22 contrasts with what would count against each ([contrasts](contrasts.md)).

${gaps(
  homeless(rows).length === 0
    ? "Every row has a home in the model; whether it is the right one is a judgement."
    : `Rows without a home: ${homeless(rows).join(", ")}.`,
  "The paper gives no data beside counts: no outcome of its programme was observed with and without it.",
  "The model tells under which assumptions an effect follows. It does not forecast any district.",
)}

## 2. Model description

The whole model in ODD order is printed from the program ([model.md](model.md), \`npx four-circles odd\`), for any scenario with its values: ${mechanisms.length} mechanisms with equation, symbols, source, departures, random numbers, placebo and harm; ${catalog.length} parameters. A summary ODD comes with \`publish\`. Why each law is as it is, and what its rival would be, stands in [design-choices.md](design-choices.md).

${gaps("The ODD is as long as the model; nobody outside the project has rebuilt the model from it.")}

## 3. Data evaluation

Of ${numbers} numbers ${counts.source} (${percent(counts.source, numbers)}) come from a source, ${counts.fitted} were fitted to target ranges, ${counts.judgement} (${percent(counts.judgement, numbers)}) are judgements with a prior; ${counts.switch} switches stand beside them. \`npx four-circles schema\` prints for each what it stands on; sources stand in [references.md](references.md). Where most judgements are:

${markdownTable(
  ["part", "numbers on a judgement"],
  judged.slice(0, 12).map(([group, n]) => [`\`${group}\``, String(n)]),
)}

${gaps(
  `${counts.judgement} numbers on a judgement in ${judged.length} parts, of which the table has the first twelve.`,
  "Sources are public tables and published papers, of other districts and years where Zhonglou has none; there are no microdata.",
)}

## 4. Conceptual model evaluation

Each state has one law that writes it, and each programme mechanism supplies inputs from a budget (tests/mechanisms/oneWriter.test.ts). ${withRival.length} of ${mechanisms.length} mechanisms can be replaced by a rival: ${withRival.map(({ id, rivals }) => `${id} (${rivals.join(", ")})`).join("; ")}. ${placebo.length} of ${programme.length} mechanisms of the programme have a placebo that spends the same money and hours.${harmless.length === 0 ? " All of them name the way in which they can do harm." : ""} The model is climbed rung by rung ([ladder.md](ladder.md)); three published models are set beside it in degenerate cases ([rivals.md](rivals.md)).

${gaps(
  ...(harmless.length === 0 ? [] : [`Mechanisms of the programme that name no harm: ${harmless.join(", ")}.`]),
  `${mechanisms.length - withRival.length} mechanisms have no rival form: only off, on and placebo.`,
  "Of the published models that are docked abstracts alone could be read: directions and reasons are compared, no figures ([rivals.md](rivals.md)).",
  "States that move few outcomes are listed with what was tried ([no-dead-ends.md](no-dead-ends.md)).",
)}

## 5. Implementation verification

Same seed, same bits: golden digests per rung, on one thread and several, in Node and in the browser. The ledger balances in every week of every run. Random scenarios are run under invariants; each mechanism is switched off and the draws of all others stay (tests/mechanisms). What must hold of the model, and what holds it:

${markdownTable(
  ["what must hold", "held by"],
  held.map(([what, by]) => [what, by.map(heldBy).join(", ")]),
)}

What commands measure stands with its last result in [calibration.md](calibration.md), [no-dead-ends.md](no-dead-ends.md), [ablation.md](ablation.md), [contrasts.md](contrasts.md) and [performance.md](performance.md). Known answers:

${markdownTable(
  ["test", "what it reproduces"],
  knownAnswers.map(([file, what]) => [`tests/verification/${file}.test.ts`, what]),
)}

${gaps("No second implementation of the whole model exists; kernels alone are compared between languages (bench).")}

## 6. Model output verification

${calibrated.length} target ranges may be used for calibration; \`npx four-circles check\` measures them ([calibration.md](calibration.md)):

${markdownTable(
  ["pattern", "what", "target range", "source"],
  calibrated.map(({ pattern, what, targetRange, source }) => [pattern, what, targetRange.join(" to "), source]),
)}

${counts.fitted} numbers were fitted to them; model.md, section 1, says which to what.

${gaps(
  `${counts.fitted} fitted numbers against ${calibrated.length} ranges: other sets of parameters meet them too (\`calibrate\` finds them by approximate Bayesian computation).`,
  "The posterior that comes along tells none of its parameters from chance; of 27 that were varied by themselves four are told (`identify`, [calibration.md](calibration.md)).",
  ...calibrated.flatMap(({ what, note }) => (note ? [`${what[0].toUpperCase()}${what.slice(1)}: ${note}`] : [])),
)}

## 7. Model analysis

Sensitivity by Morris and Sobol' (\`sensitivity\`), paired contrasts with intervals and a correction for many ([contrasts.md](contrasts.md)), shares of draws from the priors in which the programme helps, does nothing or harms ([calibration.md](calibration.md), Neutrality), each state held low and high for a year ([no-dead-ends.md](no-dead-ends.md)), every mechanism ablated ([ablation.md](ablation.md)).

${gaps("Interactions among more than two mechanisms are looked at where a claim asks for them alone.")}

## 8. Model output corroboration

${checks.length} structural checks are not calibrated to (pattern 14, ceilings of coverage, the sign of overlap on simple spread); those that fail are marked in [calibration.md](calibration.md) with the reason.

${gaps(
  "No observed series of a district has been predicted before it was seen.",
  "All structural checks were known while the model was made.",
)}
`;
}
