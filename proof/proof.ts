import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { Command } from "commander";
import { aligned } from "../src/cli/terminal.ts";
import { type Answer, cases } from "./cases.ts";
import { allKnown, type Engine, findEngines, type Missing, writeScripts } from "./engines.ts";
import { Late } from "./late.ts";

const options = new Command("proof")
  .description("Has every engine that is here run the same scenarios, and compares digests of state and measures.")
  .option("--short", "this Node, on two threads, and the browsers; each missing one is a failure")
  .option("--engines <list>", "only these, such as Firefox,Bun", (text) => text.split(","))
  .option("--cases <list>", "only these, such as one community", (text) => text.split(","))
  .option("--at-once <n>", "so many ways at the same time", Number, 1)
  .option("--record <file>", "writes the table there, as Markdown")
  .parse()
  .opts<{ short?: boolean; engines?: string[]; cases?: string[]; atOnce: number; record?: string }>();

const head = ["engine", "way", "cases", "time", "digests"];

/** One engine in one way: how its answers compare with those of this Node on one thread. */
interface Row {
  engine: string;
  way: string;
  same: number;
  of: number;
  seconds: number;
  /** Cases in which it differs, or why it gave no answer, which says nothing of its digests. */
  fault: { is: "DIFFERENT" | "NOT ENDED" | "NO ANSWER"; what: string } | undefined;
}

await writeScripts();
const few = (name: string, wanted: readonly string[] | undefined) => wanted === undefined || wanted.includes(name);
const asked = cases.filter(({ name }) => few(name, options.cases));
const { found, missing } = await findEngines(options.short === true);
const engines = found.filter(({ name }) => few(name, options.engines));
const lacking = missing.filter(({ name }) => few(name, options.engines));

const say = (text: string) => process.stderr.write(`${text}\n`);
const reference = await found[0].ways[0].run(asked, () => {}, found[0]);
const compared = new Map([...reference, ...allKnown]);
const ways = engines.flatMap((engine) => engine.ways.map((way) => ({ engine, way })));
const rows: Row[] = [];
let next = 0;
await Promise.all(
  Array.from({ length: options.atOnce }, async () => {
    while (next < ways.length) {
      const k = next++;
      rows[k] = await rowOf(ways[k].engine, ways[k].way);
      record();
    }
  }),
);

async function rowOf(engine: Engine, way: Engine["ways"][number]): Promise<Row> {
  const named = () => `${engine.name} ${engine.version}`.trim();
  const began = performance.now();
  const row = (same: number, of: number, fault: Row["fault"]): Row => ({
    engine: named(),
    way: way.name,
    same,
    of,
    seconds: (performance.now() - began) / 1000,
    fault,
  });
  try {
    const answers = await way.run(asked, (text) => say(`${named()}, ${way.name}: ${text}`), engine);
    const other = [...answers].filter(([name, answer]) => !agrees(answer, compared.get(name)));
    const what = other.map(([name, { state }]) => `${name} (${state.slice(0, 16)})`).join(", ");
    const fault: Row["fault"] =
      answers.size === 0 ? { is: "NO ANSWER", what: "none of the cases" } : what === "" ? undefined : { is: "DIFFERENT", what };
    return row(answers.size - other.length, answers.size, fault);
  } catch (error) {
    return row(0, 0, { is: error instanceof Late ? "NOT ENDED" : "NO ANSWER", what: withoutFolders((error as Error).message) });
  }
}

/** A message without the folders of this machine: the table travels. */
function withoutFolders(message: string): string {
  return message.replace(/(?:\/[\w.@-]+)+\/(?=[\w.@-]+)/g, "");
}

/** What an engine did not tell is not compared. */
function agrees(answer: Answer, with_: Answer | undefined): boolean {
  return with_ !== undefined && answer.state === with_.state && (answer.measures === undefined || answer.measures === with_.measures);
}

console.log(aligned([head, ...rows.map(cellsOf)]));
for (const { name, get } of lacking) console.log(`${name} is not here: ${get}`);
if (rows.some(({ fault }) => fault !== undefined) || (options.short && lacking.length > 0)) process.exitCode = 1;

function cellsOf({ engine, way, same, of, seconds, fault }: Row): string[] {
  return [engine, way, `${same} of ${of}`, `${seconds.toFixed(0)} s`, fault ? `${fault.is}: ${fault.what}` : "same"];
}

/** Writes the table as far as it goes: it takes long. */
function record(): void {
  if (options.record === undefined) return;
  const done = rows.filter(Boolean);
  writeFileSync(options.record, page(done, lacking));
}

function page(of: readonly Row[], absent: readonly Missing[]): string {
  const line = (texts: readonly string[]) => `| ${texts.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`;
  return `# Proof: the same bits on every engine

Measured on ${new Date().toISOString().slice(0, 10)} with \`npm run proof -- ${options.atOnce > 1 ? `--at-once ${options.atOnce} ` : ""}--record docs/proof.md\` (${cpus()[0].model.trim()}, ${cpus().length} cores), which writes this page. Every engine runs the same ${asked.length} scenarios (below); the digests of state and measures (SHA-256) are compared with those of ${found[0].name} ${found[0].version} on one thread. *alone*: one script that needs nothing but the language, each scenario in one piece and through a checkpoint in the middle; *threads*: the built command line; *random scenarios*: \`four-circles selftest\`, in shells the same without files, against the digests that come along; *page*: the built laboratory, which tells the digest of the state, and 100 random scenarios by its button. Times are those of a machine that had other work too.

${[line(head), line(head.map(() => "---")), ...of.map((row) => line(cellsOf(row)))].join("\n")}

${of.length < ways.length ? `So far ${of.length} of ${ways.length} ways. ` : ""}${of.every(({ fault }) => fault === undefined) ? "All agree." : "The last column says which differ, and which gave no answer or had not ended on this machine, of whose digests that says nothing."} ${absent.length === 0 ? "None was missing." : `Not here: ${absent.map(({ name, get }) => `${name} (\`${get}\`)`).join(", ")}.`}

## Scenarios

${[
  line(["name", "scenario", "set", "weeks", "state"]),
  line(Array(5).fill("---")),
  ...asked.map(({ name, scenario, set, weeks }) =>
    line([
      name,
      scenario,
      Object.entries(set)
        .map(([path, value]) => `${path}=${value}`)
        .join(", "),
      String(weeks),
      `\`${reference.get(name)?.state.slice(0, 16)}\``,
    ]),
  ),
].join("\n")}
`;
}
