import { Command } from "commander";
import { setupStream } from "../../src/random/index.ts";
import { tidy } from "./commands.ts";
import { kills } from "./kinds.ts";

const { moments, seed, of } = new Command("kills")
  .description(
    "Kills batches, runs, workers and Redis, fills the disk and flips bytes at random moments; results must be those of a run left alone.",
  )
  .option("--moments <n>", "moments in all", Number, 100)
  .option("--seed <text>", "seed", "1")
  .option("--of <list>", `only these: ${kills.map(({ id }) => id).join(", ")}`, (text) => text.split(","))
  .parse()
  .opts<{ moments: number; seed: string; of?: string[] }>();

const asked = kills.filter(({ id }) => of === undefined || of.includes(id));
for (const { id, missing } of asked) if (missing !== undefined) console.log(`${id} is not tried: ${missing}`);
const tried = asked.filter(({ missing }) => missing === undefined);
if (tried.length === 0) throw new Error(`kills: nothing to try. There are ${kills.map(({ id }) => id).join(", ")}.`);
const began = performance.now();
for (const [k, { id, what, moment }] of tried.entries()) {
  const times = Math.floor((moments * (k + 1)) / tried.length) - Math.floor((moments * k) / tried.length);
  let failed = 0;
  for (let time = 0; time < times; time++) {
    const stream = setupStream(seed, `kills/${id}/${time}`);
    try {
      await moment(() => stream.next());
    } catch (error) {
      failed++;
      console.log(`${id}, moment ${time} of seed ${seed}: ${(error as Error).message.slice(0, 2000)}`);
    }
  }
  console.log(`${id}: ${times - failed} of ${times}: ${what}`);
  if (failed > 0) process.exitCode = 1;
}
tidy();
console.log(`${moments} moments in ${((performance.now() - began) / 1000).toFixed(0)} s`);
