import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { aligned } from "../src/cli/terminal.ts";
import { compileReference, type SideName, type SizeResult, sideBySide, sideNames } from "./sideBySide.ts";
import { say } from "./spread.ts";

const words: Record<SideName, string> = {
  c: "C, one thread",
  "ours-1": "four-circles, one thread",
  "ours-2": "four-circles, two threads",
  agentscript: "AgentScript",
  flocc: "flocc",
};

const list = (text: string) => text.split(",");
const sizes = (text: string) =>
  list(text).map((size) => {
    const residents = Number(size);
    if (!Number.isInteger(residents) || residents < 100 || residents > 2_000_000 || residents % 2 === 1)
      throw new InvalidArgumentError(`${size} residents: write even numbers from 100 to 2000000, such as 10000,650000.`);
    return residents;
  });
const sides = (text: string) => {
  const unknown = list(text).find((name) => !(sideNames as readonly string[]).includes(name));
  if (unknown !== undefined) throw new InvalidArgumentError(`${unknown} is no side: choose of ${sideNames.join(", ")}.`);
  return sideNames.filter((name) => name === "ours-1" || list(text).includes(name));
};
const atLeastFive = (text: string) => {
  if (!Number.isInteger(Number(text)) || Number(text) < 5) throw new InvalidArgumentError("write a whole number from 5.");
  return Number(text);
};

const program = new Command("bench")
  .description("Times the reference model of bench/model.ts side by side; ratios are to four-circles on one thread.")
  .option("--residents <list>", "sizes", sizes, [10_000, 100_000, 650_000])
  .option("--sides <list>", `of ${sideNames.join(", ")}; ours-1 is always there`, sides, [...sideNames])
  .option("--runs <n>", "rounds, each of which runs every side once", atLeastFive, 7)
  .option("--quick", "5,000 residents, 5 short runs: to see that all works")
  .option("--json", "prints JSON")
  .parse();
const options = program.opts<{ residents: number[]; sides: SideName[]; runs: number; quick?: boolean; json?: boolean }>();

const machine = {
  date: new Date().toISOString().slice(0, 10),
  processor: cpus()[0].model.trim(),
  cores: cpus().length,
  node: process.version,
};
const tell = (text: string) => void process.stderr.write(`${text}\n`);
const folder = mkdtempSync(join(tmpdir(), "four-circles-bench-"));
try {
  const reference = options.sides.includes("c") ? compileReference(folder) : undefined;
  if (options.sides.includes("c") && !reference) tell("No C compiler (cc) on this machine: the reference in C is left out.");
  const results: SizeResult[] = [];
  for (const residents of options.quick ? [5000] : options.residents) {
    const plan = options.quick ? { runs: 5, least: 20 } : { runs: options.runs, least: 500 };
    const result = await sideBySide({ residents, sides: options.sides, checkWeeks: 5, ...plan }, reference?.program, tell);
    results.push(result);
    if (!options.json) console.log(`\n${table(result)}`);
  }
  if (options.json) console.log(JSON.stringify({ machine, compiler: reference?.compiler ?? null, sizes: results }, null, 2));
  else
    console.log(`\n${machine.date}, ${machine.processor}, ${machine.cores} cores, Node ${machine.node}, ${reference?.compiler ?? "no C"}`);
  if (results.some((size) => size.sides.some((side) => !side.agrees))) {
    tell("Not all sides agree: the ratios compare different models.");
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function table({ residents, runs, sides, tolerance }: SizeResult): string {
  const rows = sides.map((side) => [
    words[side.side],
    say(side.ratio),
    say(side.week, " ms"),
    side.agrees ? (side.side === "agentscript" || side.side === "flocc" ? "in distribution" : "to the bit") : "NO",
    side.activeShare.toFixed(4),
  ]);
  return [
    `${residents} residents: median (least to most) of ${runs} interleaved runs`,
    aligned([["side", "time / ours on one thread", "a week", "agrees", "active"], ...rows]),
    `In distribution: mean active share within ${tolerance.activeShare.toFixed(4)}, spread of trust within ${tolerance.trustSd.toFixed(4)}.`,
  ].join("\n");
}
