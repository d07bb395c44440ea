import type { Phase, World } from "../../src/engine/index.ts";
import type { BaseScenario } from "../../src/scenario/index.ts";
import { scenario } from "./scenarios.ts";
import { supplyTo } from "./supply.ts";

/** Sixty organizations with members enough, of which a third have a branch from the start. */
export const districtOfBranches = (...set: string[]): Promise<BaseScenario> =>
  scenario(
    "community",
    "population.residents=3000",
    "organizations.count=60",
    "organizations.registered=1",
    "organizations.members=0.5",
    "branches.initialCoverage=0.4",
    "mechanisms.branchWork.paperwork=0",
    "mechanisms.branchWork.meeting=0",
    "mechanisms.branchWork.secretaryHours=160",
    ...set,
  );

/** A mechanism of a test: each week it gives each branch what `give` says, in the phase before branches live. */
export const supplyBranches = (give: (world: World, k: number) => void, phase: Phase = "messagesSpread") => supplyTo("branch", phase, give);

/** Rows of the branches of social organizations. */
export const social = ({ branches }: World): number[] =>
  [...branches.columns.form.keys()].filter((k) => k < branches.rows && branches.columns.alive[k] && branches.columns.form[k] <= 1);

/** Mean activity of these branches. */
export const activity = (world: World): number => {
  const rows = social(world);
  return rows.reduce((sum, k) => sum + world.branches.columns.activity[k], 0) / rows.length;
};
