#!/usr/bin/env node
import { Argument, Command, CommanderError, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import type { KernelTarget } from "../kernels/index.ts";
import { explained } from "./failure.ts";
import { endWithReader, processTerminal as terminal } from "./terminal.ts";
import { onThread } from "./thread.ts";
import { setV8Flags } from "./v8Flags.ts";

// Commands are loaded when they are called, so that help is quick.
const collect = (value: string, list: string[]) => [...list, value];
const set = () => new Option("--set <path=value>", "sets a parameter; may be repeated").argParser(collect).default([] as string[], "none");

const posterior = () => new Option("--posterior <dir>", "draws parameters, by weight, from what calibrate or fit has written there");

const limit = () => new Option("--limit <seconds>", "ends a run that takes longer").default("21600", "21600, six hours");

const kernels = () =>
  new Option("--kernels <target>", "what runs hot kernels, to the same bits: wasm where it can be had")
    .choices(["wasm", "typescript"] satisfies KernelTarget[])
    .default("wasm");

endWithReader();
setV8Flags();
const program = new Command("four-circles")
  .description(packageJson.description)
  .version(packageJson.version)
  .showHelpAfterError("Try four-circles --help.")
  .configureOutput({ writeOut: (text) => terminal.out(text.trimEnd()), writeErr: (text) => terminal.err(text.trimEnd()) })
  .exitOverride();

program
  .command("run")
  .description("runs a scenario once; results go to --out")
  .argument("<scenario>", "a YAML file, or the name of one that comes along: community, zhonglou-tenth, zhonglou")
  .option("--seed <text>", "seed; any text [that of the scenario]")
  .option("--weeks <n>", "weeks to run [that of the scenario]")
  .addOption(set())
  .addOption(posterior())
  .option("--out <dir>", "writes manifest.json, measures.csv and matters.csv there")
  .option("--overwrite", "replaces the run that is in --out")
  .addOption(
    new Option("--snapshot <week>", "writes the whole state as Parquet after that week; may be repeated")
      .argParser(collect)
      .default([] as string[], "none"),
  )
  .option("--checkpoint <weeks>", "keeps a checkpoint every so many weeks, from which --resume goes on")
  .option("--resume", "goes on from the checkpoint in --out, to the same bits")
  .option("--json", "prints the manifest instead of a summary")
  .option("--threads <n>", "threads that share the work of one run, to the same bits", "1")
  .addOption(kernels())
  .option("--profile", "prints what each phase and mechanism took, to stderr")
  .action((path, options) => onThread("run", [path, options], terminal));
program
  .command("batch")
  .description("runs a plan: factors, arms, replicates; can be stopped and resumed")
  .argument("<plan>", "a YAML file")
  .option("--out <dir>", "folder of the results [out/ and the name of the plan]")
  .option("--workers <n>", "worker threads [as many as the machine has]")
  .addOption(kernels())
  .option("--queue <url>", "puts the runs on a Redis server, such as redis://localhost:6379/0, for “work” to compute")
  .option("--recheck <share>", "share of the results of a queue that is computed again here and compared", "0.01")
  .addOption(limit())
  .option("--shard <i/n>", "runs only part i of n, such as 2/4; parts may run on several machines")
  .option("--merge", "runs nothing: puts the parts in --out together")
  .option("--reuse", "keeps the finished runs of another plan in --out that this one has as well")
  .option("--csv", "writes runs.csv and measures.csv as well")
  .option("--json", "prints the summary as JSON")
  .action(async (path, options) => (await import("./batch/batch.ts")).batch(path, options, terminal));
program
  .command("work")
  .description("computes runs for the batches of a queue, from any machine, until it is told to leave (Ctrl-C, SIGTERM)")
  .requiredOption("--queue <url>", "Redis server, such as redis://localhost:6379/0")
  .option("--workers <n>", "worker threads [as many as the machine has]")
  .addOption(limit())
  .action(async (options) => (await import("./queue/work.ts")).work(options, terminal));
program
  .command("verify")
  .description("looks whether results are as they were written; runs a run again, and names rows that were changed")
  .argument("<results>", "folder of a run, a batch or a study, or of what was published, or the manifest.json of a run")
  .action((path) => onThread("verify", [path], terminal));
program
  .command("export")
  .description("writes the organization network or the tables of a run")
  .argument("<run>", "folder of a run")
  .addOption(new Option("--format <format>", "what to write").choices(["gexf", "graphml", "csv", "parquet"]).makeOptionMandatory())
  .option("--out <dir>", "folder to write to [that of the run]")
  .action((path, options) => onThread("export", [path, options], terminal));
program
  .command("district")
  .description("a district of one's own from tables: reads them and writes a folder that scenarios name, or writes an empty workbook")
  .addArgument(new Argument("<action>", "what to do").choices(["template", "read"]))
  .argument("<path>", "the workbook to write; or what to read: a .xlsx, .csv or .tsv, or a folder of such with a .geojson of boundaries")
  .option("--out <dir>", "folder that read writes to")
  .addOption(new Option("--language <language>", "language of what is said").choices(["en", "zh"]).default("en"))
  .option("--json", "prints what is known and what is doubtful as JSON")
  .action(async (action, path, options) => (await import("./district.ts")).district(action, path, options, terminal));
program
  .command("circles")
  .description("builds a district and prints its circles beside their targets")
  .argument("<scenario>", "a scenario")
  .addOption(set())
  .option("--json", "prints JSON")
  .action(async (path, options) => (await import("./circles.ts")).circles(path, options, terminal));
program
  .command("why")
  .description("tells the story of one agent: what happened, by which mechanism and whom, and which draw decided")
  .argument("<run>", "folder of a run, or a scenario")
  .argument(
    "[agent]",
    "such as resident:123, organization:4, branch:2, matter:57, by the row that they have in all tables and files; without one, those are named whose story is worth telling",
  )
  .addOption(set())
  .option("--weeks <a-b>", "weeks to tell [all]")
  .addOption(new Option("--language <language>", "language of the story").choices(["en", "zh"]).default("en"))
  .option("--all", "also weeks in which values only drift")
  .option("--what-if <decision>", "forces one draw and tells what would have been, such as participation:0@12=true")
  .option("--json", "prints the whole story as JSON")
  .action((path, agent, options) => onThread("why", [path, agent, options], terminal));
const threads = () => new Option("--threads <n>", "worker threads [as many as the machine has]");
program
  .command("check")
  .description("measures the patterns for calibration and the structural ceiling: target range, value, pass or fail")
  .argument("[scenario]", "a district", "zhonglou-tenth")
  .option("--long", "measures instead whether anything drifts in 40 years without the programme")
  .option("--targets <file>", "own targets, instead of those that come along and the structural ceiling")
  .option("--seeds <n>", "seeds, 1 to n [10, with --long 3]")
  .option("--out <dir>", "keeps finished runs there: the same command, given again, does what is missing")
  .addOption(set())
  .addOption(threads())
  .option("--json", "prints JSON")
  .action(async (path, { long, ...options }) =>
    long
      ? (await import("./checkLong.ts")).checkLong(path, options, terminal)
      : (await import("./experiments.ts")).check(path, options, terminal),
  );
program
  .command("ladder")
  .description("climbs the ladder of scenarios, from neighbours to the whole programme: what each rung reproduces, pass or fail")
  .option("--seeds <n>", "seeds, 1 to n", "3")
  .option("--weeks <n>", "weeks to run; some patterns are measured after 364 alone", "364")
  .option("--figures <dir>", "draws each rung there, as SVG")
  .option("--markdown", "prints a page for each rung, with the equations of what is new there")
  .option("--out <dir>", "keeps finished runs there: the same command, given again, does what is missing")
  .addOption(set())
  .addOption(threads())
  .option("--json", "prints JSON")
  .action(async (options) => (await import("./ladder/ladder.ts")).ladder(options, terminal));
program
  .command("contrast")
  .description("runs a claim of the paper, or all, as paired experiments with intervals; lists or shows what they ask")
  .argument("<name>", "a file, the name or number of one that comes along, or all; list or show")
  .argument("[shown]", "which to show [all]")
  .option("--scenario <scenario>", "the district in which it runs", "contrasts/base/district")
  .option("--pairs <n>", "pairs at the defaults", "24")
  .option("--draws <n>", "pairs at parameters drawn", "100")
  .option(
    "--posterior <dir>",
    "draws parameters from what calibrate or fit has written there, or, if it is “priors”, from the priors [the posterior that comes along]",
  )
  .option("--seed <text>", "seed", "1")
  .addOption(new Option("--language <language>", "language of the claims").choices(["en", "zh"]).default("en"))
  .addOption(threads())
  .option("--json", "prints JSON")
  .option("--out <dir>", "keeps finished runs there: the same command, given again, does what is missing")
  .option("--record <path>", "writes PATH.json, of which the claims board of the laboratory is made, and PATH.md and PATH.svg for people")
  .action(async (name, shown, options) => (await import("./contrast/contrast.ts")).contrast(name, shown, options, terminal));
program
  .command("rivals")
  .description("sets three published models beside this one, each in a degenerate case: which of their results come out here")
  .argument("[name]", "one of them, by name or number [all]", "all")
  .option("--pairs <n>", "pairs of runs", "24")
  .option("--seed <text>", "seed", "1")
  .addOption(new Option("--language <language>", "language of the table").choices(["en", "zh"]).default("en"))
  .addOption(threads())
  .option("--out <dir>", "keeps finished runs there: the same command, given again, does what is missing")
  .option("--json", "prints JSON")
  .action(async (name, options) => (await import("./contrast/rivals.ts")).rivals(name, options, terminal));
program
  .command("neutrality")
  .description("shares of draws from the priors in which the programme helps, does nothing or harms")
  .argument("[scenario]", "a district", "contrasts/base/district")
  .option("--draws <n>", "draws from the priors, or from --posterior", "200")
  .addOption(posterior())
  .option("--replicates <n>", "pairs at each draw", "4")
  .option("--weeks <n>", "weeks; the last year counts", "156")
  .option("--seed <text>", "seed", "1")
  .option("--out <dir>", "keeps finished runs there: the same command, given again, does what is missing")
  .addOption(set())
  .addOption(threads())
  .option("--json", "prints JSON")
  .action(async (path, options) => (await import("./experiments.ts")).neutrality(path, options, terminal));
const study = (name: string, description: string) =>
  program
    .command(name)
    .description(description)
    .argument("<scenario>", "a scenario")
    .option("--seed <text>", "seed", "1")
    .addOption(set())
    .addOption(threads())
    .option("--out <dir>", "keeps runs there, and writes the tables as Parquet and CSV with what they rest on")
    .option("--json", "prints JSON");
const factors = () =>
  new Option("--factors <path...>", "parameters, path=low:high for another range, or sections").default([] as string[], "all with a prior");
const averaged = (command: Command) =>
  command
    .option("--weeks <n>", "weeks to run [that of the scenario]")
    .option("--span <from:to>", "weeks over which measures are averaged [the last year]");
averaged(study("compare", "pairs of runs on common random numbers, with and without a change: all measures, the strongest effect first"))
  .addOption(new Option("--with <path=value>", "what is changed; may be repeated").argParser(collect).default([] as string[], "none"))
  .option("--pairs <n>", "pairs", "20")
  .addOption(new Option("--measure <measure>", "only this one; may be repeated").argParser(collect).default([] as string[], "all"))
  .addOption(posterior())
  .option("--outcomes <file>", "own outcomes, such as maxima, slopes and ratios, instead of the means of all measures")
  .action(async (path, options) => (await import("./analysis/compare.ts")).compare(path, options, terminal));
averaged(study("sensitivity", "which parameters move which measures: Morris' elementary effects or Sobol' indices"))
  .addOption(new Option("--method <method>", "screening, or shares of the variance").choices(["morris", "sobol"]).default("morris"))
  .addOption(factors())
  .addOption(
    new Option("--measures <measure...>", "measures").default([] as string[], "participation, settlement, self-settlement, motivation"),
  )
  .option("--size <n>", "trajectories [10], or base points, best a power of two [64]")
  .option("--candidates <n>", "trajectories drawn, of which the most distant are run [four times as many]")
  .action(async (path, options) => (await import("./analysis/sensitivity.ts")).sensitivity(path, options, terminal));
study(
  "calibrate",
  "sets of parameters with which a district lies in the target ranges of its patterns, by approximate Bayesian computation",
)
  .addOption(new Option("--method <method>", "sequential Monte Carlo, or rejection").choices(["smc", "rejection"]).default("smc"))
  .addOption(factors())
  .option("--particles <n>", "sets of a generation", "100")
  .option("--generations <n>", "generations at most", "5")
  .option("--runs <n>", "sets at most", "2000")
  .option("--replicates <n>", "runs of each set", "1")
  .option("--targets <file>", "own targets, instead of those that come along (scenarios/targets/patterns.yaml)")
  .action(async (path, options) => (await import("./analysis/calibrate.ts")).calibrate(path, options, terminal));
study("fit", "sets of parameters with which a scenario gives what was observed, and what it then foretells of what was held out")
  .requiredOption("--data <file>", "table of what was observed: measure, week or year, value, error or low and high; English or Chinese")
  .addOption(factors())
  .option("--hold-out <what>", "what the fit may not see: the last share of the observations, such as 0.25, or a measure")
  .option("--particles <n>", "sets of a generation", "100")
  .option("--generations <n>", "generations at most", "5")
  .option("--sets <n>", "sets at most that are simulated", "1000")
  .option("--replicates <n>", "runs of each set", "2")
  .option("--predictive <n>", "fresh runs with which the observations are predicted", "100")
  .option("--leave-one-out", "fits again without each measure, and foretells it")
  .option("--planted <n>", "plants n truths instead, observed as the table says, and tells how often the intervals hold them")
  .addOption(
    new Option("--world <path=value>", "what holds in the world of planted truths, but not in the model; may be repeated")
      .argParser(collect)
      .default([] as string[], "none"),
  )
  .action(async (path, options) => (await import("./analysis/fit.ts")).fit(path, options, terminal));
program
  .command("identify")
  .description("which parameters of a calibration or a fit the data tell, alone or with another, and which they cannot tell")
  .argument("<dir>", "folder that --out of calibrate or fit has written")
  .option("--nearest <share>", "share of its sets that counts as near, for a folder that holds all that were simulated", "1")
  .option("--json", "prints JSON")
  .action(async (path, options) => (await import("./analysis/identify.ts")).identify(path, options, terminal));
program
  .command("ablation")
  .description("switches each mechanism off, over pairs of runs, and tells which outcomes move and in which direction")
  .argument("[scenario]", "a district", "contrasts/base/district")
  .option("--pairs <n>", "pairs of runs for each mechanism, seeds 1 to n", "10")
  .option("--weeks <n>", "weeks; the last year counts", "156")
  .addOption(new Option("--of <mechanism...>", "mechanisms such as timeBank [all]").default([], ""))
  .option("--out <dir>", "keeps finished runs there: the same command, given again, does what is missing")
  .addOption(set())
  .addOption(threads())
  .option("--json", "prints JSON")
  .action(async (path, options) => (await import("./ablation.ts")).ablation(path, options, terminal));
program
  .command("decompose")
  .description(
    "shares of the spread of each main outcome that are of the seed, of the parameters and of the structure: rival rules, and rungs of the ladder",
  )
  .argument("[scenario]", "a district", "contrasts/base/district")
  .option("--sets <n>", "sets of parameters from the priors, or from --posterior", "20")
  .addOption(posterior())
  .option("--replicates <n>", "seeds for each set under each rule", "2")
  .option("--weeks <n>", "weeks; the last year counts", "156")
  .addOption(
    new Option("--with <path=value>", "a rule to set beside the model as it is; may be repeated [each rival of the register]")
      .argParser(collect)
      .default([] as string[], "rivals"),
  )
  .option("--no-rungs", "leaves out the rungs of the ladder, which are structures beside the rules")
  .option("--seed <text>", "seed", "1")
  .option("--out <dir>", "keeps finished runs there: the same command, given again, does what is missing")
  .addOption(set())
  .addOption(threads())
  .option("--json", "prints JSON")
  .action(async (path, options) => (await import("./decompose.ts")).decompose(path, options, terminal));
program
  .command("dead-ends")
  .description("holds each state of an agent low and high for a year, and tells which outcomes it moves")
  .argument("[scenario]", "a district", "community")
  .option("--seeds <n>", "pairs of runs, seeds 1 to n; three times as many of what is undecided", "6")
  .addOption(new Option("--of <state...>", "states such as residents.fatigue [all]").default([], ""))
  .addOption(set())
  .option("--json", "prints JSON")
  .action(async (path, options) => (await import("./deadEnds.ts")).deadEnds(path, options, terminal));
program
  .command("report")
  .description("writes what a run, a batch or a study left in a folder as one page that needs no network")
  .argument("<dir>", "folder that --out of run, batch, compare, sensitivity, calibrate or fit has written")
  .addOption(new Option("--language <language>", "language").choices(["en", "zh"]).default("en"))
  .option("--out <file>", "file to write [report.html in the folder]")
  .action(async (path, options) => (await import("./report/report.ts")).report(path, options, terminal));
program
  .command("publish")
  .description(
    "writes results with ODD, TRACE, scenario, figures and a description for machines into one folder, which verify computes again",
  )
  .argument("<dir>", "folder that --out of run, batch, compare, sensitivity, calibrate or fit has written")
  .requiredOption("--out <dir>", "new folder")
  .addOption(new Option("--author <name>", "whose work it is; may be repeated").argParser(collect).default([] as string[], "none"))
  .option("--license <address>", "licence of the results", "https://spdx.org/licenses/CC-BY-4.0")
  .option("--title <text>", "title [that of the scenario, the plan or the study]")
  .addOption(new Option("--date <day>", "day of publication").default(new Date().toISOString().slice(0, 10), "today"))
  .action(async (path, options) => (await import("./publish/publish.ts")).publish(path, options, terminal));
program
  .command("selftest")
  .description("runs random scenarios that come along, and compares their digests with those computed elsewhere")
  .option("--runs <n>", "how many of the 1,000, spread over all", "100")
  .addOption(threads())
  .addOption(kernels())
  .option("--json", "prints JSON")
  .action(async (options) => (await import("./selftest.ts")).selftest(options, terminal));
program
  .command("schema")
  .description("prints all parameters")
  .option("--plan", "those of a plan of a batch instead")
  .option("--json", "prints JSON Schema")
  .action(async (options) => (await import("./documents.ts")).schema(options, terminal));
program
  .command("odd")
  .description("prints the model in ODD order with the values of a scenario in force")
  .argument("[scenario]", "a scenario", "zhonglou-tenth")
  .addOption(set())
  .option("--summary", "prints a page of it, for the text of an article")
  .action(async (path, options) => (await import("./documents.ts")).printOdd(path, options, terminal));
program
  .command("trace")
  .description("prints how the model was made, tested and used, in the eight elements of TRACE, with its gaps")
  .action(async () => (await import("./documents.ts")).printTrace(terminal));
program
  .command("lesson")
  .description("looks whether a lesson is right: what is wrong with it is said with line, column and remedy")
  .argument("<act>", "check")
  .argument("<lesson>", "a YAML file, or the name of one that comes along, such as 1-neighbours")
  .action(async (act, path) => (await import("./lesson.ts")).lesson(act, path, terminal));
program
  .command("class")
  .description(
    "serves a class in the local network: phones predict a lesson together, or play a district in rounds of a quarter, together or each their own",
  )
  .argument("[source]", "a lesson, such as 2-matters, or a scenario [a small district, or a community, as the mode needs]")
  .addOption(
    new Option(
      "--mode <mode>",
      "what the class does: plays one district together, predicts a lesson, plays a district each, or runs one seed each [by the source]",
    ).choices(["district", "lesson", "districts", "replicates"]),
  )
  .addOption(
    new Option("--with <path=value>", "what replicates compare with the scenario as it is; may be repeated")
      .argParser(collect)
      .default([] as string[], "partyBuilding=off"),
  )
  .option("--measure <measure>", "by which replicates are compared: its mean over the last year", "participation_rate")
  .option("--weeks <n>", "length of a replicate", "104")
  .option("--port <n>", "port; 0 takes any that is free", "8080")
  .option("--host <address>", "listens on this address alone [all]")
  .option("--seed <text>", "seed [that of the scenario]")
  .option("--out <dir>", "folder of the journal and of the log as a scenario; one that holds this class goes on [out/class-SOURCE]")
  .action(async (source, options) => (await import("./class/class.ts")).classroom(source, options, terminal));
program
  .command("dictionary")
  .description("prints the meaning of all columns of all files that a run and a batch write")
  .option("--json", "prints JSON")
  .action(async (options) => (await import("./documents.ts")).printDictionary(options, terminal));
program
  .command("register")
  .description("prints every row of the paper with what holds it")
  .option("--json", "prints JSON")
  .option("--markdown", "prints what the rows say, as a page")
  .action(async (options) => (await import("./documents.ts")).printPaperIndex(options, terminal));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const failure = explained(error);
    terminal.alarm(failure ? failure.message : `four-circles: ${(error as Error).stack ?? error}`);
    process.exitCode = 1;
  }
}
