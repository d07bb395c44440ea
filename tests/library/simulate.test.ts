import { describe, expect, it } from "vitest";
import { measures, readScenario, ScenarioError, scenarios, simulate } from "../../src/library/index.ts";
import { runWeeks, small } from "../support/scenarios.ts";

const few = { "population.residents": 600, "organizations.count": 8 };

describe("simulate", () => {
  it("gives the run that the engine gives: digests, and measures by name and week", async () => {
    const run = await simulate("community", { seed: 7, weeks: 6, set: few });
    const same = runWeeks(await small("seed=7", "weeks=6"), 6);
    expect(run.digest).toEqual({ state: same.stateDigest(), measures: same.measuresDigest() });
    expect([run.seed, run.weeks, run.scenario.title]).toEqual(["7", 6, same.scenario.title]);
    expect(Object.keys(run.measures)).toEqual(measures.map(({ id }) => id));
    for (const { id } of measures) expect(run.measures[id]).toEqual(same.recorder.series(id));
  });

  it("runs the same from a name, from YAML, from an object and from a scenario as parsed", async () => {
    const options = { weeks: 3, set: few };
    const { digest } = await simulate("community", options);
    expect((await simulate(scenarios.community, options)).digest).toEqual(digest);
    expect((await simulate({ extends: "./community.yaml" }, options)).digest).toEqual(digest);
    const reading = await readScenario("community", options);
    if (!reading.ok) throw new Error("not read");
    expect((await simulate(reading.scenario)).digest).toEqual(digest);
  });

  it("calls onWeek after every week, waits for it, and ends with what it throws", async () => {
    const seen: [week: number, rate: number][] = [];
    const run = await simulate("community", {
      weeks: 4,
      set: few,
      onWeek: async ({ week, value }) => {
        await new Promise((resolve) => setTimeout(resolve));
        seen.push([week, value("participation_rate")]);
        expect(() => value("participation")).toThrow("value: participation is not a measure");
      },
    });
    expect(seen).toEqual([...run.measures.participation_rate].map((rate, k) => [k + 1, rate]));
    const stopped = simulate("community", {
      set: few,
      onWeek: ({ week }) => {
        if (week === 2) throw new Error("enough");
      },
    });
    await expect(stopped).rejects.toThrow("enough");
  });
});

describe("a scenario that cannot be run", () => {
  const bad = "title: Bad\nrigidity: 4\npopulation:\n  residnts: 9\n";

  it("comes back as data with places, or is thrown with them", async () => {
    const reading = await readScenario(bad, { file: "bad.yaml" });
    expect(reading).toMatchObject({
      ok: false,
      problems: [
        { file: "bad.yaml", line: 2, column: 11, path: "rigidity" },
        { file: "bad.yaml", line: 4, column: 3, path: "population.residnts" },
      ],
    });
    const error = await simulate(bad, { file: "bad.yaml" }).catch((reason) => reason);
    expect(error).toBeInstanceOf(ScenarioError);
    expect(error.problems).toEqual(reading.ok ? [] : reading.problems);
    expect(error.message).toContain("bad.yaml:4:3: population.residnts is not a parameter. Did you mean residents?");
  });

  it("is said of a name that does not come along, of what is no number, and of what is no data", async () => {
    const answer = async (...args: Parameters<typeof simulate>) => (await simulate(...args).catch((error) => error)).message;
    expect(await answer("comunity")).toBe("scenario: names comunity, which does not come along. Did you mean community?");
    expect(await answer("nosuch")).toMatch(
      /^scenario: names nosuch, which does not come along\. Name one of .*community.*, or hand in the text of a file\.$/,
    );
    expect(await answer("- a\n- b")).toContain("scenario:1:1: is not a map of keys and values.");
    expect(await answer("community", { set: { rigidity: Number.NaN } })).toMatch(/^set: rigidity is \.nan /);
    expect(await answer({ title: "A", rigidity: Number.POSITIVE_INFINITY })).toMatch(/^scenario:2:11: rigidity is \.inf /);
    const circular: Record<string, unknown> = { title: "A" };
    circular.population = circular;
    expect(await answer(circular)).toContain("which contains itself.");
    expect(await answer({ title: () => "A" })).toBe("scenario: is no plain data. Hand in values, lists and objects of them.");
    expect(await answer(JSON.parse('{ "title": "A", "__proto__": { "rigidity": 0.9 } }'))).toContain(
      "__proto__ is a word of the program itself.",
    );
    expect(await answer({ title: "A", extends: "http://[" })).toContain("extends names http://[, which cannot be read.");
  });

  it("is said of options too", async () => {
    await expect(simulate("community", { weeks: 0 })).rejects.toThrow("weeks is 0");
    await expect(simulate("community", { set: { rigidty: 1 } })).rejects.toThrow("Did you mean rigidity?");
  });

  it("may extend what comes along, or what the caller finds, and nothing else", async () => {
    expect(await readScenario({ extends: "contrasts/base/district.yaml" })).toMatchObject({ ok: true });
    expect(await readScenario({ extends: "constructor.yaml" })).toMatchObject({ ok: false, problems: [{ path: "extends" }] });
    const resolve = async (path: string) => (path === "mine.yaml" ? { path, text: "extends: village.yaml\nrigidity: 0.25\n" } : undefined);
    const reading = await readScenario({ extends: "mine.yaml", title: "x" }, { resolve });
    expect(reading).toMatchObject({ ok: true, scenario: { title: "x", rigidity: 0.25 } });
  });
});
