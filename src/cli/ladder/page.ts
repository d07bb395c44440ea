import type { LadderRung } from "../../experiment/index.ts";
import { mechanisms } from "../../mechanisms/index.ts";

/** What each rung is about, in plain words, and the cases with a known answer that hold there (tests name them). */
const TEXT: readonly { words: string; known: string }[] = [
  {
    words: `A district of 65,854 residents in households, buildings and ten communities. They age, die, are born, move and are replaced, so that the ages stand as they are. Each knows about a dozen others. There is one act: a resident is asked now and then, by anybody or by acquaintances who did it lately, and gives an hour if enough of their acquaintances did so in the last quarter. How many are enough differs lastingly from person to person, and falls with age. Those who give freely are a little more motivated afterwards, and a little more tired; who is asked often by the same kind of person listens less.

Nothing else happens: nobody brings a matter, and trust, abilities and satisfaction stay as set-up made them. Where age and membership already order who takes part, no institution is needed to explain it; how many take part is another matter, since here only neighbours ask.`,
    known:
      "Granovetter's two crowds and his fixed point r = F(r); a ring on which one act spreads by one neighbour a month in both directions, and stops at once where two are needed; ties that fade at 0.85 and 0.97 a year where nobody seeks new ones (tests/verification, tests/mechanisms).",
  },
  {
    words: `Now occasions come upon residents: waste, pets, parking, noise, care, an elevator, a dispute. Whoever is concerned turns to people they know, or to the community. Neighbours settle what they can, by their abilities, their trust in each other and their free hours, and learn from it. What remains waits for the few community workers, who take up the gravest first. What needs consent is talked over by those concerned, who come or not, and put to the vote; what is a public good is given for as far as others gave before.

How a matter ends moves trust and satisfaction, and these move where the next matter is taken and whether it is brought at all. Sitting in a meeting counts as taking part, so that participation is higher than on the rung below though nobody is asked more often. There are no organizations: the queue grows, and many matters fade or become petitions. That is the answer to what a community can do with neighbours and a handful of workers.`,
    known:
      "The slotted queue by Lindley's recursion and Little's law; consensus and its absence by the bound of confidence (Hegselmann and Krause); meetings that keep the mean opinion (tests/verification).",
  },
  {
    words: `Now there are 110 social organizations, of which four in ten are registered and have staff. Each divides its hours between service, the search for money, courses and reports. Communities ask those that they know; who is asked by many asks for more. Money comes from contracts, fees and gifts, and what it demands costs autonomy. Service teaches, newcomers dilute what is known, reputation follows how matters ended, and organizations are founded and close as their number and their money bid.

Most of what waited on the rung below is settled now, by hours and not by goodwill: this is the largest step of the ladder. Government sees records, residents see endings, so that legitimacy and reputation come apart.`,
    known:
      "Yamagishi's chain of three through the engine: the middle takes nearly all with exclusive ties, and has no such power without; a matching that never exceeds the best possible one; founding and closing at their rates (tests/verification, tests/mechanisms).",
  },
  {
    words: `Now people meet in more than one place: interest groups and workplaces lie across acquaintance, and the branches of communities and workplaces are a fourth circle as structure alone, in which members meet and nothing is organized. Invitations and examples come through groups and colleagues too. Care at home, the time bank, credits and gifts, norms and awareness of policy are on as well: all of the model but the programme.

This is the district against which the programme is measured. What is reproduced here needs no party building; what drifts in 40 years \`four-circles check --long\` says.`,
    known:
      "Credits of the time bank that sum to zero, and freeze at a floor of zero; two stable norms where the response is steep; groups that keep seven tenths of memberships a year (tests/mechanisms).",
  },
  {
    words: `The programme: branches are founded alone or jointly, dispatched to, called upon and asked for reports; members are invited and sometimes pressed; instructors, courses, the station, the alliance, incubation and projects move hours, money, contacts and authority. None of it adds to an outcome: every hour is an hour not spent otherwise, every yuan leaves an account, and each part has a placebo that spends the same without the party's content.

Compare with the rung below, line by line. What differs is the programme's doing in this model at these values, for better and for worse; with what certainty, \`contrast\` and \`neutrality\` say.`,
    known:
      "Founding along the Bass curve where all can found; the structural ceiling of coverage; an unaware share of (1 − reach)^messages by broadcast alone (tests/verification, tests/mechanisms).",
  },
];

/** From this rung on, equations are those of docs/model.md: there are too many for a page. */
const TOO_MANY = 20;

export interface RungOnPage extends LadderRung {
  /** Of the file in scenarios/ladder. */
  name: string;
  /** As the command prints it. */
  table: string;
  figure: string;
}

/** docs/ladder.md: each rung on a page, with the equations of what is new there and what it reproduces. */
export function ladderPage(
  rungs: readonly RungOnPage[],
  { measures, seeds, weeks }: { measures: string; seeds: number; weeks: number },
): string {
  const pages = rungs.map((rung, k) => rungPage(rung, k === 0 ? [] : rungs[k - 1].mechanisms, TEXT[k]));
  return `# The ladder

Five scenarios, each a step above the last, so that the model can be held in the head, taught and tested rung by rung. A mechanism that is off on a rung leaves its state as set-up made it; the residents are the same on all rungs.

This page is printed by \`npx four-circles ladder --markdown --figures docs/ladder > docs/ladder.md\` (${seeds} seeds, ${weeks} weeks). A pattern is reproduced if at least 80% of the runs lie in its target range; patterns that the mechanisms of a rung cannot bring about are left out there. Numbers of patterns: [references.md](references.md). In the figures a line is the mean of the seeds, its ground their range.

${pages.join("\n\n")}

## All rungs side by side

Means over the same weeks as the patterns, after burn-in.

\`\`\`
${measures}
\`\`\``;
}

function rungPage(
  { name, title, question, mechanisms: on, rows, table, figure }: RungOnPage,
  below: readonly string[],
  text?: (typeof TEXT)[number],
): string {
  const fresh = mechanisms.filter(({ id }) => on.includes(id) && !below.includes(id));
  const passed = rows.filter(({ pass }) => pass).length;
  const told =
    fresh.length > TOO_MANY
      ? `${fresh.map(({ title: called, id }) => `${called.en} (\`${id}\`)`).join(", ")}. Their equations: [model.md](model.md).`
      : fresh.map(tellMechanism).join("\n\n");
  return `## ${title}

*${question}* Scenario: [${name}.yaml](../scenarios/ladder/${name}.yaml).

${text?.words ?? ""}

![${title}](${figure})

**Reproduced**: ${passed} of ${rows.length} patterns that ${on.length} mechanisms can bring about.

\`\`\`
${table}
\`\`\`

**Known answers.** ${text?.known ?? ""}

### What is new: ${fresh.length} mechanisms, ${on.length} in all

${told}`;
}

function tellMechanism({ id, title, summary, specification: { equation, symbols } }: (typeof mechanisms)[number]): string {
  const meanings = Object.entries(symbols).map(([symbol, meaning]) => `${symbol}: ${meaning}`);
  return `**${title.en}** (\`${id}\`). ${summary.en}

\`\`\`
${equation}
\`\`\`

${meanings.join("; ")}.`;
}
