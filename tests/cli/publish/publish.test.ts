import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

const program = join(import.meta.dirname, "../../../dist/cli/four-circles.js");
const folder = () => mkdtempSync(join(tmpdir(), "four-circles-publish-"));
const call = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile("node", [program, ...args], { maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err }),
    );
  });

const tiny = ["community", "--set", "population.residents=200", "--set", "organizations.count=3"];
const of = { run: folder(), batch: folder(), study: folder() };
beforeAll(async () => {
  await call("run", ...tiny, "--weeks", "6", "--snapshot", "3", "--out", of.run);
  const plan =
    "title: Pairs\nscenario: community\nset: { population.residents: 200, organizations.count: 3 }\nweeks: 3\nreplicates: 2\noutcomes: [{ measure: participation_rate, span: [1, 3] }]\n";
  writeFileSync(join(of.batch, "plan.yaml"), plan);
  await call("batch", join(of.batch, "plan.yaml"), "--out", join(of.batch, "out"));
  await call("compare", ...tiny, "--with", "partyBuilding=off", "--pairs", "2", "--weeks", "3", "--out", of.study);
});

describe("what is published", () => {
  for (const [kind, results] of [
    ["run", () => of.run],
    ["batch", () => join(of.batch, "out")],
    ["study", () => of.study],
  ] as const)
    it(`of a ${kind} is computed again to the byte, and what was altered, added or taken away is named`, async () => {
      const out = join(folder(), "new");
      const published = await call("publish", results(), "--out", out, "--author", "李雷", "--date", "2026-11-27");
      expect(published.err).toBe("");
      expect(await call("verify", out)).toMatchObject({ code: 0, err: "" });

      const damaged = folder();
      cpSync(out, damaged, { recursive: true });
      writeFileSync(join(damaged, "ODD.md"), `${readFileSync(join(damaged, "ODD.md"), "utf8")} `);
      writeFileSync(join(damaged, "extra.txt"), "");
      const named = await call("verify", damaged);
      expect(named.code).toBe(1);
      expect(named.err).toContain("ODD.md is not what the results give.");
      expect(named.err).toContain("extra.txt is no part of what was published.");

      const table = readdirSync(join(out, "results")).find((name) => /measures\.(csv|parquet)$|\.csv$/.test(name)) as string;
      const bytes = readFileSync(join(out, "results", table));
      bytes[bytes.length >> 1] ^= 1;
      writeFileSync(join(out, "results", table), bytes);
      const altered = await call("verify", out);
      expect(altered.code).toBe(1);
      expect(altered.err).toContain(table);
    });

  it("has a day, a licence and a folder of its own, or is refused in words", async () => {
    expect((await call("publish", of.run, "--out", of.study)).err).toContain("holds files already. Name a new folder with --out");
    expect((await call("publish", of.run, "--out", join(folder(), "a"), "--date", "yesterday")).err).toContain(
      '--date: "yesterday" is not a day.',
    );
    expect((await call("publish", of.run, "--out", join(folder(), "a"), "--license", "MIT")).err).toContain(
      '--license: "MIT" is not an address.',
    );
    expect((await call("publish", folder(), "--out", join(folder(), "a"))).err).toContain("holds no results.");
  });
});
