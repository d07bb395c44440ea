import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { aligned } from "../src/cli/terminal.ts";
import { type KernelTarget, kernelTargets } from "../src/kernels/index.ts";
import { against } from "./against.ts";
import { batchThroughput } from "./batch.ts";
import { linear } from "./linear.ts";
import { pageSpeed } from "./page.ts";
import { compilePrograms } from "./programs.ts";
import { roofline } from "./roofline.ts";
import { type SideName, type SizeResult, sideBySide, sideNames } from "./sideBySide.ts";
import { say } from "./spread.ts";

const words: Record<SideName, string> = {
  c: "C, one thread",
  "ours-1": "four-circles, one thread",
  "ours-2": "four-circles, two threads",
  "wasm-1": "AssemblyScript kernel, one thread",
  "wasm-2": "AssemblyScript kernel, two threads",
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
  .option("--residents <list>", "sizes [10000,100000,650000; with --linear 10000 to 2000000]", sizes)
  .option("--sides <list>", `of ${sideNames.join(", ")}; ours-1 is always there`, sides, [...sideNames])
  .option("--runs <n>", "rounds, each of which runs every side once", atLeastFive, 7)
  .option("--quick", "5,000 residents, 5 short runs: to see that all works")
  .option("--linear", "instead: the full model from 10,000 to 2 million residents, with the exponent of its time")
  .option("--batch", "instead: runs of the built batch command for each core, against one worker alone")
  .option("--against <commit>", "instead: the full model against the version of a commit, which is built first, in turns")
  .option("--roofline", "instead: what a week of the full model takes beside what its memory alone would take")
  .option("--page", "instead: the built laboratory in Chromium at 1:1, weeks and frames a second and the delay of inputs")
  .addOption(
    new Option("--kernels <target>", "what runs kernels of the full model, with --linear and --batch")
      .choices([...kernelTargets])
      .default("wasm"),
  )
  .option("--json", "prints JSON")
  .parse();
const options = program.opts<{
  residents: number[];
  sides: SideName[];
  runs: number;
  quick?: boolean;
  linear?: boolean;
  batch?: boolean;
  against?: string;
  roofline?: boolean;
  page?: boolean;
  kernels: KernelTarget;
  json?: boolean;
}>();

const machine = {
  date: new Date().toISOString().slice(0, 10),
  processor: cpus()[0].model.trim(),
  cores: cpus().length,
  node: process.version,
};
const tell = (text: string) => void process.stderr.write(`${text}\n`);
const print = (text: string) => void (options.json || console.log(`${text}\n`));

let results: object;
if (options.linear) results = { linearity: await showLinearity() };
else if (options.batch) results = { batch: showBatch() };
else if (options.against) results = { against: showAgainst(options.against) };
else if (options.roofline) results = { roofline: await showRoofline() };
else if (options.page) results = { page: await showPage() };
else results = await showSideBySide();
if (options.json) console.log(JSON.stringify({ machine, ...results }, null, 2));
else console.log(`${machine.date}, ${machine.processor}, ${machine.cores} cores, Node ${machine.node}`);

async function showSideBySide() {
  const folder = mkdtempSync(join(tmpdir(), "four-circles-bench-"));
  try {
    const programs = await compilePrograms(folder);
    if (options.sides.includes("c") && !programs.reference) tell("No C compiler (cc) on this machine: the reference in C is left out.");
    const sizes: SizeResult[] = [];
    for (const residents of options.quick ? [5000] : (options.residents ?? [10_000, 100_000, 650_000])) {
      const plan = options.quick ? { runs: 5, least: 20 } : { runs: options.runs, least: 500 };
      const size = await sideBySide({ residents, sides: options.sides, checkWeeks: 5, ...plan }, programs, tell);
      sizes.push(size);
      print(table(size));
    }
    if (programs.compiler) print(programs.compiler);
    if (sizes.some((size) => size.sides.some((side) => !side.agrees))) {
      tell("Not all sides agree: the ratios compare different models.");
      process.exitCode = 1;
    }
    return { compiler: programs.compiler ?? null, sizes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function showLinearity() {
  const usual = [10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000];
  const sizes = options.quick ? [1000, 2000, 4000] : (options.residents ?? usual);
  const result = await linear(sizes, options.kernels, tell);
  const rows = result.points.map(({ residents, build, week }) => [
    String(residents),
    `${build.toFixed(2)} s`,
    `${week.toFixed(1)} ms`,
    `${((1000 * week) / residents).toFixed(2)} us`,
  ]);
  print(aligned([["residents", "build", "a week", "a week and resident"], ...rows]));
  print(
    `Processor time grows as residents to the power of ${result.weekExponent.toFixed(3)} (a week), ${result.buildExponent.toFixed(3)} (building).`,
  );
  return result;
}

function showBatch() {
  const result = batchThroughput(options.quick ? 1 : options.runs, options.quick ?? false, options.kernels, tell);
  print(`${result.runs} runs: ${say(result.one, " s")} with one worker, ${say(result.all, " s")} with ${result.workers}.`);
  print(`Runs for each core with ${result.workers} workers, over those with one: ${say(result.perCore)}.`);
  return result;
}

function showAgainst(commit: string) {
  const result = against(commit, options.quick ? 1 : options.runs, options.quick ?? false, tell);
  const rows = result.tasks.map(({ scenario, weeks, threads, before, now, clock, processor, memory, isSame }) => [
    `${scenario}, weeks ${weeks}, threads ${threads}`,
    say(before, " s"),
    say(now, " s"),
    say(clock),
    say(processor),
    say(memory),
    isSame ? "the same bits" : "other results",
  ]);
  print(`This version over ${result.commit}: median (least to most) of ${result.rounds} rounds in turns; below 1 is faster, or less.`);
  print(aligned([["run", result.commit, "this version", "clock", "processor", "memory", "ends in"], ...rows]));
  return result;
}

async function showRoofline() {
  const result = await (options.quick ? roofline("community", 2, tell) : roofline("zhonglou", 14, tell));
  const { machine, residents, parts, all } = result;
  print(
    `Memory: ${(machine.bandwidth / 1e9).toFixed(1)} GB/s copied; a byte at random of 1 MB in ${machine.near.toFixed(1)} ns, of 64 MB in ${machine.far.toFixed(1)} ns.`,
  );
  const row = ({ id, declared, moved, took, least }: (typeof parts)[number]) => [
    id,
    `${declared.toFixed(1)} MB`,
    `${moved.toFixed(1)} MB`,
    `${least.toFixed(2)} ms`,
    `${took.toFixed(2)} ms`,
    took > 0 ? `${((100 * least) / took).toFixed(0)} %` : "",
  ];
  print(aligned([["a week", "declares", "moves at least", "memory alone", "takes", "share"], row(all), ...parts.slice(0, 20).map(row)]));
  print(`${residents} residents, one thread, the least of the months. At least: lines of 64 bytes that it changes, read and written once.`);
  return result;
}

async function showPage() {
  const result = options.quick ? await pageSpeed("zhonglou-tenth", 2, 2) : await pageSpeed("zhonglou", 12, 8);
  const { weeksPerSecond, processor, framesPerSecond, longestFrame, inputs, network } = result;
  print(
    `${weeksPerSecond.toFixed(1)} weeks a second; a week takes ${processor.page.toFixed(0)} ms of the page's threads and ${processor.drawing.toFixed(0)} ms of drawing.`,
  );
  print(`${framesPerSecond.toFixed(1)} frames a second, the longest ${longestFrame.toFixed(0)} ms.`);
  const rows = [...Object.entries(inputs), ["all", Object.values(inputs).flat()] as const].map(([name, delays]) => {
    const sorted = [...delays].sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(0);
    return [name, String(delays.length), `${at(0.5)} ms`, `${at(0.95)} ms`];
  });
  print(aligned([["input", "times", "median", "95th percentile"], ...rows]));
  const drawn = Object.entries(network).map(([name, { dragged, zoomed }]) => [name, dragged.toFixed(1), zoomed.toFixed(1)]);
  print(aligned([["frames a second at rest", "the week dragged", "zoomed"], ...drawn]));
  return result;
}

function table({ residents, runs, sides, tolerance }: SizeResult): string {
  const rows = sides.map((side) => [
    words[side.side],
    say(side.ratio),
    say(side.processorRatio),
    say(side.week, " ms"),
    side.agrees ? (side.side === "agentscript" || side.side === "flocc" ? "in distribution" : "to the bit") : "NO",
    side.activeShare.toFixed(4),
  ]);
  return [
    `${residents} residents: median (least to most) of ${runs} interleaved runs`,
    aligned([["side", "clock / ours-1", "processor / ours-1", "a week", "agrees", "active"], ...rows]),
    `In distribution: mean active share within ${tolerance.activeShare.toFixed(4)}, spread of trust within ${tolerance.trustSd.toFixed(4)}.`,
  ].join("\n");
}
