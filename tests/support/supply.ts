import { defineMechanism, type Phase, type World } from "../../src/engine/index.ts";

/** A mechanism of a test: each week it gives each organization what `give` says. */
export const supply = (phase: Phase, give: (world: World, g: number) => void) =>
  defineMechanism({
    id: "supply",
    phase,
    scope: "organization",
    every: "week",
    title: { en: "Supply", zh: "供给" },
    summary: { en: "Inputs of a test.", zh: "测试输入。" },
    rows: [],
    specification: { equation: "", symbols: {}, source: "", departures: "none", draws: "none" },
    parameters: {},
    reads: [],
    writes: [],
    measures: [],
    step: (world, _context, g) => give(world, g),
  });
