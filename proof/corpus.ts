import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { corpusText, executeRun, KEPT_DIGITS, type KnownRun, readCorpus, requestOf } from "../src/experiment/index.ts";
import { anyScenario } from "../tests/support/anyScenario.ts";

/**
 * Computes the digests of the corpus anew, which every change of the model changes; its scenarios stay as they are. A parameter
 * that is gone, or a value that is out of bounds by now, is drawn anew.
 */
const SIZE = 1000;
const file = join(import.meta.dirname, "../../scenarios/corpus.bin");
const before = existsSync(file) ? await readCorpus(new Uint8Array(readFileSync(file))) : [];
const fresh = fc.sample(anyScenario, { seed: 2026, numRuns: SIZE * 2 }).map((tree) => JSON.stringify(tree));
const known: KnownRun[] = [];
let drawn = 0;
for (const { text } of [...before, ...fresh.map((text) => ({ text }))]) {
  if (known.length === SIZE) break;
  const result = await requestOf({ text, state: "", measures: "" }, "").then(
    (request) => executeRun(request, () => []),
    () => undefined,
  );
  if (!result?.ok) continue; // not valid any more, or beyond the means of a run
  if (known.length >= before.length) drawn++;
  const { state, measures } = result.digest;
  known.push({ text, state: state.slice(0, KEPT_DIGITS), measures: measures.slice(0, KEPT_DIGITS) });
}
const bytes = gzipSync(corpusText(known), { level: 9 });
writeFileSync(file, bytes);
const changed = known.filter(
  ({ text, state, measures }) => !before.some((one) => one.text === text && one.state === state && one.measures === measures),
);
console.log(`${known.length} scenarios, ${bytes.length} bytes; ${changed.length} with other digests than before, ${drawn} drawn anew`);
