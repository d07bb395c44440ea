import { Command } from "commander";
import { setupStream } from "../../src/random/index.ts";
import { tidy } from "./commands.ts";
import type { Kill, Place } from "./kind.ts";
import { kills } from "./kinds.ts";

const { moments, every, seed, of } = new Command("kills")
  .description(
    "Kills batches, runs, workers and Redis, fills the disk and flips bytes at random moments; results must be those of a run left alone.",
  )
  .option("--moments <n>", "moments in all", Number, 100)
  .option("--every", "instead, all places of what has such: each step in which a file is changed, each byte that is read back")
  .option("--seed <text>", "seed", "1")
  .option("--of <list>", `only these: ${kills.map(({ id }) => id).join(", ")}`, (text) => text.split(","))
  .parse()
  .opts<{ moments: number; every?: boolean; seed: string; of?: string[] }>();

const asked = kills.filter(({ id, places }) => (of === undefined || of.includes(id)) && (places !== undefined || !every));
for (const { id, missing } of asked) if (missing !== undefined) console.log(`${id} is not tried: ${missing}`);
const tried = asked.filter(({ missing }) => missing === undefined);
if (tried.length === 0) throw new Error(`kills: nothing to try. There are ${kills.map(({ id }) => id).join(", ")}.`);
const began = performance.now();
let all = 0;
for (const [k, kill] of tried.entries()) {
  const times = Math.floor((moments * (k + 1)) / tried.length) - Math.floor((moments * k) / tried.length);
  const befallen = every ? ((await kill.places?.()) ?? []) : atRandom(kill, times);
  let failed = 0;
  for (const { name, befalls } of befallen) {
    try {
      await befalls();
    } catch (error) {
      failed++;
      console.log(`${kill.id}, ${name}: ${(error as Error).message.slice(0, 2000)}`);
    }
  }
  all += befallen.length;
  console.log(`${kill.id}: ${befallen.length - failed} of ${befallen.length}: ${kill.what}`);
  if (failed > 0) process.exitCode = 1;
}
tidy();
console.log(`${all} ${every ? "places" : "moments"} in ${((performance.now() - began) / 1000).toFixed(0)} s`);

/** Moments that a seed gives. */
function atRandom({ id, moment }: Kill, times: number): Place[] {
  return Array.from({ length: times }, (_, time) => {
    const stream = setupStream(seed, `kills/${id}/${time}`);
    return { name: `moment ${time} of seed ${seed}`, befalls: () => moment(() => stream.next()) };
  });
}
