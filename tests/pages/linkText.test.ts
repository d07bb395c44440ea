import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeLink, encodeLink, type LinkedRun } from "../../src/pages/laboratory/session/linkText.ts";
import { setupStream } from "../../src/random/index.ts";
import { say } from "../../src/words/index.ts";

const run: LinkedRun = {
  file: "community.yaml",
  seed: "a & b",
  changed: { rigidity: 0.8, "mechanisms.routing.weights": [1, 2, 3], "mechanisms.timeBank.mode": "off", "method.one": false },
  interventions: [
    { week: 3, path: "partyBuilding", value: "placebo" },
    { week: 9, path: "rigidity", value: 0.1, communities: [0, 4] },
    { week: 9, path: "rigidity", value: 0.2, communities: "treated" },
  ],
  baseline: { changed: {}, interventions: [] },
  week: 104,
  digest: "0123456789abcdef",
  program: "0.1.0",
};

it("says a run in words that can be read, and gives it back as it was", async () => {
  const query = await encodeLink(run);
  expect(query).toBe(
    "1&scenario=community&seed=a%20%26%20b&rigidity=0.8&mechanisms.routing.weights=1,2,3&mechanisms.timeBank.mode=off&method.one=false" +
      "&partyBuilding@3=placebo&rigidity@9:0,4=0.1&rigidity@9:treated=0.2&week=104&digest=0123456789abcdef&program=0.1.0",
  );
  expect(await decodeLink(query)).toEqual({ ok: true, run });
});

it("says what a run is held against, where that is not the scenario file as it is", async () => {
  const baseline = { changed: { rigidity: 0.2 }, interventions: [{ week: 53, path: "partyBuilding", value: "off" as const }] };
  const query = await encodeLink({ ...run, baseline });
  expect(query).toContain("&program=0.1.0&base:rigidity=0.2&base:partyBuilding@53=off");
  expect(await decodeLink(query)).toEqual({ ok: true, run: { ...run, baseline } });
});

it("reads links of before, which told of the baseline and of what was otherwise beside it", async () => {
  const old = "1&scenario=community&seed=7&rigidity=0.8&week=60&digest=0123456789abcdef&program=0.1.0";
  const decoded = await decodeLink(`${old}&other=53&other:partyBuilding=off&other:population.residents=300&other:seed=9`);
  expect(decoded).toEqual({
    ok: true,
    run: {
      file: "community.yaml",
      seed: "7",
      changed: { rigidity: 0.8, "population.residents": 300 },
      interventions: [{ week: 53, path: "partyBuilding", value: "off" }],
      baseline: { changed: { rigidity: 0.8 }, interventions: [] },
      week: 60,
      digest: "",
      program: "0.1.0",
    },
  });
});

it("keeps a seed of digits a text, a list of one a list, and a scenario of the reader's own whole", async () => {
  const own = { ...run, file: "我的.yaml", text: "title: 我的情景\nrigidity: 0.2 # half\n", seed: "007", changed: { list: [5] } };
  expect(await decodeLink(await encodeLink(own))).toEqual({ ok: true, run: own });
});

it("holds a scenario of 400 KB that cannot be pressed together", async () => {
  const stream = setupStream("a long scenario", "letters");
  const text = `# ${Array.from({ length: 400_000 }, () => String.fromCharCode(33 + stream.int(94))).join("")}`;
  const query = await encodeLink({ ...run, text });
  expect(query.length).toBeGreaterThan(400_000);
  expect(await decodeLink(query)).toEqual({ ok: true, run: { ...run, text } });
});

it.each([
  ["2&scenario=community", "linkVersion", "2"],
  ["1&seed=4", "linkScenario", ""],
  ["1&scenario=community&week=soon", "linkWeek", "soon"],
  ["1&scenario=community&rigidity@0=1", "linkWeek", "0"],
  ["1&scenario=community&other=0", "linkWeek", "0"],
  ["1&scenario=community&week=1&digest=0123", "linkDigest", "0123"],
  ["1&scenario=mine.yaml&text=AAAA", "linkText", "AAAA"],
  ["1&scenario=community&rigidity", "linkEntry", "rigidity"],
  ["1&scenario=%E4%B8", "linkEntry", "scenario=%E4%B8"],
])("says what is wrong with %s", async (query, fault, at) => {
  expect(await decodeLink(query)).toEqual({ ok: false, fault, at });
});

it("refuses a scenario of hundreds of megabytes in a link of some hundred kilobytes, and takes one as large as a file may be", async () => {
  const linked = (bytes: number) => `1&scenario=a.yaml&text=${deflateRawSync(Buffer.alloc(bytes, " ")).toString("base64url")}`;
  const refused = await decodeLink(linked(2 ** 28));
  expect(refused.ok || refused).toEqual({ ok: false, fault: "linkLarge", at: "8 MB" });
  const whole = await decodeLink(linked(2 ** 23));
  expect(whole.ok && whole.run.text?.length).toBe(2 ** 23);
});

it("keeps whatever it cannot read as a number, and names of the program itself, for the reader of the scenario to refuse", async () => {
  const decoded = await decodeLink("1&scenario=community&rigidity=1.2.3&__proto__=4");
  expect(decoded.ok && Object.entries(decoded.run.changed)).toEqual([
    ["rigidity", "1.2.3"],
    ["__proto__", 4],
  ]);
});

it("gives a run or says what is wrong in both languages, whatever a link was changed to", async () => {
  const query = await encodeLink({ ...run, file: "mine.yaml", text: "title: Mine" });
  const sign = fc.oneof(fc.constantFrom("&", "=", "@", ":", "%", ",", ".", "1", "周"), fc.string({ minLength: 0, maxLength: 3 }));
  const edit = fc.record({ at: fc.nat(query.length), cut: fc.nat(12), put: sign });
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      const changed = edits.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), query);
      const decoded = await decodeLink(changed);
      if (decoded.ok) return;
      refused++;
      for (const language of ["en", "zh"] as const) {
        const told = say(language, decoded.fault, { at: decoded.at });
        expect(told).not.toMatch(/\{\{|undefined/);
        expect(/[\u4e00-\u9fff]{4}/.test(told)).toBe(language === "zh");
      }
    }),
    { seed: 14, numRuns: 500 },
  );
  expect(refused).toBeGreaterThan(100);
});
