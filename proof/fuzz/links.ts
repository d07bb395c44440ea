import { doesNotMatch, match, deepStrictEqual as same } from "node:assert/strict";
import fc from "fast-check";
import { decodeLink, encodeLink } from "../../src/pages/laboratory/session/linkText.ts";
import { say } from "../../src/words/index.ts";
import { readRequest } from "../../src/worker/readRequest.ts";
import { kind } from "./kind.ts";
import { sentences } from "./said.ts";

const file = "mine.yaml";
const text = "title: Mine\npopulation: { residents: 100, communities: 2 }\norganizations: { count: 2 }\n";
const whole = await encodeLink({
  file,
  text,
  seed: "a & b",
  changed: { rigidity: 0.8, "mechanisms.routing.weights": [1, 2, 3], "mechanisms.timeBank.mode": "off" },
  interventions: [
    { week: 3, path: "partyBuilding", value: "placebo" },
    { week: 9, path: "rigidity", value: 0.1, communities: [0, 1] },
    { week: 9, path: "rigidity", value: 0.2, communities: "treated" },
  ],
  baseline: { changed: { rigidity: 0.2 }, interventions: [{ week: 53, path: "partyBuilding", value: "off" }] },
  week: 104,
  digest: "0123456789abcdef",
  program: "0.1.0",
});

const piece = fc.oneof(
  fc.constantFrom("&", "=", "@", ":", "%", ",", ".", "1", "周", "__proto__", "constructor", "base:", "other=", "population.residents"),
  fc.constantFrom("1e999", "-0", "[]", '"', "%00", "%ff", "\u202e", "<img src=x>"),
  fc.string({ maxLength: 3 }),
);
const edit = fc.record({ at: fc.nat(whole.length), cut: fc.oneof(fc.nat(12), fc.nat(200)), put: piece });

export const links = kind<string>({
  id: "links",
  holds: "any link gives a run whose scenario is read, or a sentence that says what is wrong",
  any: fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) => edits.reduce((of, { at, cut, put }) => of.slice(0, at) + put + of.slice(at + cut), whole)),
  async check(query) {
    const decoded = await decodeLink(query);
    if (!decoded.ok) {
      for (const language of ["en", "zh"] as const) {
        const told = say(language, decoded.fault, { at: decoded.at });
        doesNotMatch(told, /\{\{ *\w+ *\}\}|undefined/);
        if (language === "zh") match(told, /[\u4e00-\u9fff]{4}/);
      }
      return;
    }
    const { run } = decoded;
    const files = { [run.file]: run.text ?? text };
    const { seed } = run;
    for (const { changed, interventions } of [run, run.baseline]) {
      const reading = await readRequest({ file: run.file, files, changed, seed, interventions: [...interventions] });
      if (!reading.ok) for (const { message } of reading.problems) sentences(message);
    }
    same(Object.getPrototypeOf({}).residents, undefined);
  },
  show: (query) => query,
});
