import { executeRun, type KnownRun, Run, selfTest } from "../src/experiment/index.ts";
import { mechanisms, scenarioSchema } from "../src/mechanisms/index.ts";
import { readScenario, settingsOf } from "../src/scenario/index.ts";
import { formatProblem } from "../src/words/index.ts";
import { type Case, cases } from "./cases.ts";
import { equipHost } from "./host.ts";

/**
 * Runs cases in whatever engine reads this file: it needs nothing but the language, so that bare shells run it. Prints a line
 * of JSON for each case: digests of a run in one piece and of one that went through a checkpoint in the middle. Where known runs
 * stand before it, it runs those instead.
 */
declare const print: ((line: string) => void) | undefined;
declare const knownRuns: readonly KnownRun[] | undefined;
const say = typeof print === "function" ? print : console.log;

const texts = import.meta.glob<string>("../scenarios/**/*.yaml", { query: "?raw", import: "default", eager: true });
const resolve = async (path: string, from: string) => {
  const parts = `${from.split("/").slice(0, -1).join("/")}/${path}`.split("/");
  const whole: string[] = [];
  for (const part of parts) {
    if (part === "..") whole.pop();
    else if (part !== "." && part !== "") whole.push(part);
  }
  const text = texts[`../${whole.join("/")}`];
  return text === undefined ? undefined : { path: whole.join("/"), text };
};

async function digestsOf({ scenario, set, weeks }: Case) {
  const file = `scenarios/${scenario}.yaml`;
  const reading = await readScenario(
    { path: file, text: texts[`../${file}`] },
    { schema: scenarioSchema, set: [...settingsOf("set", set), ...settingsOf("weeks", { weeks })], resolve },
  );
  if (!reading.ok) throw new Error(reading.problems.map((one) => formatProblem(one)).join("\n"));
  const run = Run.start(reading.scenario, mechanisms);
  let kept: Uint8Array<ArrayBuffer> | undefined;
  while (run.world.week < weeks) {
    run.step();
    if (run.world.week === weeks >> 1) kept = run.checkpoint("proof");
  }
  const resumed = Run.resume(kept as Uint8Array, mechanisms);
  if (!resumed.ok) throw new Error("a checkpoint cannot be read");
  while (resumed.run.world.week < weeks) resumed.run.step();
  const digests = (of: Run) => ({ state: of.stateDigest(), measures: of.measuresDigest() });
  return { straight: digests(run), resumed: digests(resumed.run), kernels: run.world.memory.kernels };
}

const all = async () => {
  if (typeof knownRuns === "undefined") for (const one of cases) say(JSON.stringify({ name: one.name, ...(await digestsOf(one)) }));
  else {
    const execute = async (request: Parameters<typeof executeRun>[0]) => executeRun(request, () => []);
    say(JSON.stringify(await selfTest(knownRuns, { runs: knownRuns.length, lanes: 1, execute, program: "proof" })));
  }
};
equipHost();
all().then(
  () => say("done"),
  (error) => say(`failed: ${error}, ${String(error?.stack).split("\n", 1)}`),
);
