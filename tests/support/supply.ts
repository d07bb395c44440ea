import { defineMechanism, type Phase, type Scope, type World } from "../../src/engine/index.ts";

/** A mechanism of a test: each week it gives each agent of a kind what `give` says. */
export const supplyTo = (scope: Scope, phase: Phase, give: (world: World, row: number) => void) =>
  defineMechanism({
    id: "supply",
    phase,
    scope,
    every: "week",
    title: { en: "Supply", zh: "供给" },
    summary: { en: "Inputs of a test.", zh: "测试输入。" },
    rows: [],
    specification: { equation: "", symbols: {}, source: "", departures: "none", draws: "none" },
    parameters: {},
    reads: [],
    writes: [],
    measures: [],
    step: (world, _context, row) => give(world, row),
  });

/** The same for organizations. */
export const supply = (phase: Phase, give: (world: World, g: number) => void) => supplyTo("organization", phase, give);
