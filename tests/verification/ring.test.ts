import { expect, it } from "vitest";
import { tiesFromPairs } from "../../src/circles/index.ts";
import { Run } from "../../src/experiment/index.ts";
import { mechanisms } from "../../src/mechanisms/index.ts";
import { small } from "../support/scenarios.ts";

/** Awareness alone, by certain word of mouth, on a ring joined by hand; one resident knows at the start. */
async function ring(...set: string[]) {
  const of = await small(
    "mechanisms.awareness.reach=0",
    "mechanisms.awareness.wordOfMouth=1",
    "mechanisms.awareness.noise=0",
    "mechanisms.awareness.bearable=20",
    "mechanisms.forgetting.dropBack=0",
    "mechanisms.forgetting.media=0",
    ...set,
  );
  const run = Run.start(
    of,
    mechanisms.filter(({ id }) => id === "awareness" || id === "forgetting"),
  );
  const { world } = run;
  const n = world.residents.rows;
  const ties = tiesFromPairs(
    n,
    Uint32Array.from({ length: n }, (_, i) => i),
    Uint32Array.from({ length: n }, (_, i) => (i + 1) % n),
    n,
    world.memory,
  );
  Object.assign(world.ties, ties);
  world.residents.columns.awareness.fill(0);
  world.residents.columns.awareness[0] = 1;
  const know = () => world.residents.columns.awareness.subarray(0, n).reduce((sum, step) => sum + (step > 0 ? 1 : 0), 0);
  return { know, month: () => [1, 2, 3, 4].forEach(() => void run.step()) };
}

it("spreads one resident a month in both directions where one acquaintance is enough", async () => {
  const { know, month } = await ring();
  for (let months = 1; months <= 12; months++) {
    month();
    expect(know()).toBe(1 + 2 * months);
  }
});

it("stops at once where two acquaintances are needed", async () => {
  const { know, month } = await ring("mechanisms.awareness.contagion=complex", "mechanisms.awareness.sources=2");
  month();
  month();
  expect(know()).toBe(1);
});
