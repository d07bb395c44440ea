import { type Contrast, type ContrastRecord, type ContrastRow, recordedRows } from "../../experiment/index.ts";
import { tellTime } from "../../words/index.ts";
import { showContrast, tellResults, tellVerdicts } from "./tell.ts";

/** docs/contrasts.md: what was recorded, for people. @param figure  beside it */
export function contrastsPage(record: ContrastRecord, contrasts: ReadonlyMap<string, Contrast>, figure: string): string {
  const { date, scenario, seed, pairs, draws, drawn = "the priors", posterior, cost } = record;
  const found = recordedRows(record, contrasts);
  const told = record.contrasts.map(({ id }) => {
    const contrast = contrasts.get(id) as Contrast;
    const rows = found.get(id) as ContrastRow[];
    return `## ${Number.parseInt(id, 10)}. ${contrast.title}

\`\`\`
${showContrast("en", { id, contrast })}

${tellResults("en", contrast, rows, pairs)}
\`\`\`
`;
  });
  const rows = [...found.values()].flat();
  const enough = rows.filter(({ needed }) => needed <= pairs).length;
  return `# The paper's claims as contrasts

Measured on ${date} with \`npx four-circles contrast all --record docs/contrasts\` (${pairs} pairs at the defaults and ${draws} draws from ${drawn} for each, scenario \`${scenario}\`, seed ${seed}${cost ? `; ${cost.runs} runs, ${tellTime("en", cost.seconds)} on ${cost.threads} threads of ${cost.machine}` : ""}), which writes this page, its figure and [contrasts.json](contrasts.json), from which the claims board of the laboratory is made. Each contrast is a file under [scenarios/contrasts](../scenarios/contrasts). The model left the scenario in the state \`${record.model.slice(0, 16)}\`${posterior ? `; the posterior has the digest \`${posterior.slice(0, 16)}\`` : ""}.

**The plan.** Arms of a pair share the seed and every random number; until the week from which they differ they are one run. At the defaults there are ${pairs} pairs. *Pairs for the smallest* is how many would find the smallest effect of interest in four of five studies, by the spread of the pairs that were run: ${enough} of ${rows.length} estimands have as many. Each draw of the parameters has one pair; its effect holds the luck of one seed, so that the draws spread more than effects do.

**How to read it.** *Effect* is the estimand at the default parameters, with its paired 95% t-interval. *Smallest of interest* is the smallest effect that would matter, with its reason in the list of outcomes. *Adjusted p* is the chance of such differences if there were no effect, after the correction of Benjamini and Yekutieli for looking at all ${rows.length} estimands. *Over draws* is the median effect and its 5% and 95% points; then the shares of draws beyond the smallest effect as claimed, within it, and beyond it the other way.

The verdict speaks of the defaults. **Helps**: the interval lies beyond zero as claimed, not all of it within the smallest effect of interest, with an adjusted p of 5% at most. **Harms**: the same the other way. **No effect that matters**: the whole interval is within the smallest effect of interest. **Cannot tell**: none of these; more pairs would be needed.

${tellVerdicts("en", rows)}

![Effects over their smallest effect of interest, at the defaults and over draws](${figure})

Each line is an estimand, to the right as claimed, in units of its smallest effect of interest (grey band), on a scale that is linear near zero and logarithmic beyond. Black: the effect at the defaults with its 95% interval. Blue: each draw of the parameters.

${told.join("\n")}`;
}
