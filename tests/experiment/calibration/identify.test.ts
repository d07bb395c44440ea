import { describe, expect, it } from "vitest";
import { identify, type JudgedSet } from "../../../src/experiment/index.ts";
import { setupStream } from "../../../src/random/index.ts";

const number = (path: string) => ({ path, type: "number" as const, prior: [0, 2] as [number, number] });
const factors = ["told", "one", "other", "plus", "minus", "idle", "idler"].map(number);

/**
 * Sets from even priors over 0 to 2, whose distance is 0 where told is 0.6, one and other add up to 2, and plus and minus are
 * alike; idle and idler are in nothing.
 */
function planted(count: number, seed: string): JudgedSet[] {
  const stream = setupStream(seed, "planted");
  return Array.from({ length: count }, () => {
    const parameters = Object.fromEntries(factors.map(({ path }) => [path, 2 * stream.next()]));
    const { told, one, other, plus, minus } = parameters;
    const away = [told - 0.6, one + other - 2, plus - minus, 0.1 * stream.normal()];
    return { weight: 1, parameters, distance: Math.sqrt(away.reduce((sum, of) => sum + of * of, 0)) };
  });
}

describe("what data tell of parameters", () => {
  const found = identify(planted(2000, "a"), factors, 0.1);
  const of = (path: string) => found.parameters.find((one) => one.path === path);

  it("is told of one that matters by itself, with its least distance where the truth is", () => {
    expect(of("told")).toMatchObject({ verdict: "told" });
    expect(of("told")?.contraction).toBeGreaterThan(0.4);
    const profile = of("told")?.profile ?? [];
    expect(profile.map(({ value }) => value)).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(profile.toSorted((a, b) => a.distance - b.distance)[0].value).toBe(0.5);
    expect(profile[4].distance).toBeGreaterThan(2 * profile[1].distance);
  });

  it("is told of a sum, and of a difference, where neither part is told by itself", () => {
    expect(["one", "other", "plus", "minus"].map((path) => of(path)?.verdict)).toEqual(["together", "together", "together", "together"]);
    expect(found.tradeOffs.map(({ paths }) => paths).sort()).toEqual([
      ["one", "other"],
      ["plus", "minus"],
    ]);
    const [sum, difference] = [-1, 1].map((sign) => found.tradeOffs.find(({ correlation }) => Math.sign(correlation) === sign));
    expect(sum?.paths).toEqual(["one", "other"]);
    expect(difference?.paths).toEqual(["plus", "minus"]);
    for (const pair of [sum, difference]) expect(pair?.contraction).toBeGreaterThan(0.6);
    for (const path of ["one", "other", "plus", "minus"]) expect(of(path)?.contraction).toBeLessThan(0.3);
  });

  it("is not told of what does not matter", () => {
    expect(["idle", "idler"].map((path) => of(path)?.verdict)).toEqual(["untold", "untold"]);
  });

  it("is said of what does not matter in fewer than one study of ten", () => {
    let said = 0;
    for (let study = 0; study < 100; study++) {
      const noise = planted(100, `noise ${study}`).map((set, k) => ({ ...set, distance: k }));
      const { parameters, tradeOffs } = identify(noise, factors);
      if (parameters.some(({ verdict }) => verdict !== "untold") || tradeOffs.length > 0) said++;
    }
    expect(said).toBeLessThan(10);
  });

  it("follows the weights of sets: what weighs nothing tells nothing", () => {
    const sets = planted(2000, "b").map((set) => ({ ...set, weight: set.distance < 0.5 ? 1 : 0 }));
    const weighed = identify(sets, factors);
    expect(weighed.sets).toBe(sets.filter(({ weight }) => weight > 0).length);
    expect(weighed.parameters.find(({ path }) => path === "told")?.verdict).toBe("told");
    expect(weighed.parameters.find(({ path }) => path === "idle")?.verdict).toBe("untold");
  });

  it("judges whole numbers and switches by the values that they may take, and leaves out words without an order", () => {
    const stream = setupStream("c", "planted");
    const below = (count: number) => Math.floor(count * stream.next());
    const kinds = [
      { path: "whole", type: "integer" as const, prior: [1, 3] as [number, number] },
      { path: "idle", type: "integer" as const, prior: [1, 3] as [number, number] },
      { path: "switch", type: "boolean" as const },
      { path: "word", type: "choice" as const, options: ["a", "b", "c"] },
    ];
    const sets = Array.from({ length: 400 }, (): JudgedSet => {
      const parameters = {
        whole: 1 + below(3),
        idle: 1 + below(3),
        switch: stream.next() < 0.5,
        word: ["a", "b", "c"][below(3)],
      };
      const distance = Math.abs(parameters.whole - 2) + (parameters.switch ? 0 : 1) + 0.2 * stream.next();
      return { weight: 1, parameters, distance };
    });
    const { parameters } = identify(sets, kinds, 0.15);
    expect(Object.fromEntries(parameters.map(({ path, verdict }) => [path, verdict]))).toEqual({
      whole: "told",
      idle: "untold",
      switch: "told",
    });
  });
});
