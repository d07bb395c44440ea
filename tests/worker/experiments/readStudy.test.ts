import { expect, it } from "vitest";
import { readStudy } from "../../../src/worker/experiments/readStudy.ts";
import { studyFiles } from "../../support/study.ts";

it("reads what a fit found and the sets that it left", async () => {
  const { description, posterior } = studyFiles({ sets: [0.25, 0.75].map((weight) => ({ weight, values: [weight, 0.3] })) });
  const found = await readStudy(description, posterior);
  expect(found).toMatchObject({ ok: true, kind: "fit", title: "A small fit", seed: "5", effective: 1, reach: { reached: true, p: 0.4 } });
  if (!found.ok) throw new Error(found.why);
  expect(found.sets).toEqual([
    { weight: 0.25, parameters: { rigidity: 0.25, "mechanisms.participation.mean": 0.3 } },
    { weight: 0.75, parameters: { rigidity: 0.75, "mechanisms.participation.mean": 0.3 } },
  ]);
  expect(found.predictions.map(({ span, heldOut, inside }) => [span[0], heldOut, inside])).toEqual([
    [4, false, true],
    [8, true, false],
  ]);
  expect(await readStudy(description)).toMatchObject({ ok: true, sets: [] });
});

it("says what is wrong with files that are no study, or not as they were written", async () => {
  const { description, posterior } = studyFiles();
  expect(await readStudy("{}")).toEqual({ ok: false, why: "studyForeign" });
  expect(await readStudy("no JSON")).toEqual({ ok: false, why: "studyForeign" });
  expect(await readStudy(description.replace("A small fit", "A large fit"))).toEqual({ ok: false, why: "studyAltered" });
  expect(await readStudy(studyFiles({ kind: "compare" }).description)).toEqual({ ok: false, why: "studyKind" });
  expect(await readStudy(description, studyFiles({ sets: [{ weight: 1, values: [0.4, 0.3] }] }).posterior)).toEqual({
    ok: false,
    why: "studyAnother",
  });
  const beyond = studyFiles({ sets: [{ weight: 1, values: [7, 0.3] }] });
  expect(await readStudy(beyond.description, beyond.posterior)).toMatchObject({ ok: false, why: "studyParameter", path: "rigidity" });
  expect(posterior.length).toBeGreaterThan(0);
});
