import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Command } from "../support/command.ts";

const folder = () => mkdtempSync(join(tmpdir(), "four-circles-stopping-"));
const running = (path: string) => async () => {
  while (!existsSync(path)) await pause(10);
};

/** A district whose weeks take minutes: to whoever waits, weeks without end. */
const endless = ["zhonglou", "--set", "population.residents=2000000", "--weeks", "3000"];
const many = ["community", "--with", "partyBuilding=off", "--pairs", "400", "--weeks", "300"];

describe("a command that is told to stop", () => {
  it.each<[string, (out: string) => string[]]>([
    ["run", () => ["run", ...endless]],
    ["run that writes", (out) => ["run", ...endless, "--out", out]],
    ["compare", (out) => ["compare", ...endless, "--with", "partyBuilding=off", "--out", out]],
    ["check", () => ["check", "zhonglou", "--set", "population.residents=2000000"]],
  ])("twice ends at once, whatever it computes: %s", async (_, args) => {
    const command = new Command(args(join(folder(), "out")));
    await pause(2500); // it computes by then
    command.child.kill("SIGTERM");
    await command.said("told again, it ends at once");
    command.child.kill("SIGTERM");
    const began = performance.now();
    expect(await command.ended).toBe(143);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it("once finishes what it writes and says how to go on: run, with no checkpoint asked for", async () => {
    const out = join(folder(), "out");
    const args = ["run", "community", "--weeks", "900", "--out", out];
    const command = new Command(args);
    await running(join(out, "manifest.json"))();
    expect(await command.kill("SIGINT")).toBe(1);
    const [, week] = command.err.match(/run: interrupted after week (\d+)\. Go on with --resume\./) as RegExpMatchArray;
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    expect([manifest.status, manifest.weeks]).toEqual(["interrupted", Number(week)]);
    const weeks = String(Number(week) + 3);
    const on = new Command([...args.slice(0, 2), "--weeks", weeks, "--out", out, "--resume", "--json"]);
    expect(await on.ended).toBe(0);
    const whole = new Command(["run", "community", "--weeks", weeks, "--json"]);
    await whole.ended;
    expect(JSON.parse(on.out).digest).toEqual(JSON.parse(whole.out).digest);
  });

  it("once keeps the finished runs and says how to go on: compare", async () => {
    const out = join(folder(), "out");
    const command = new Command(["compare", ...many, "--out", out]);
    await running(join(out, "runs.4c"))();
    while (statSync(join(out, "runs.4c")).size < 1e6) await pause(20); // some runs of 300 weeks
    expect(await command.kill("SIGTERM")).toBe(1);
    const [, done] = command.err.match(
      /compare: interrupted with (\d+) of 800 runs done\. Those are in .*out: give the same command again/,
    ) as string[];
    expect(Number(done)).toBeGreaterThan(0);
    const again = new Command(["compare", ...many, "--out", out]);
    await again.said(" of 800 runs were there before.");
    expect(again.err).toContain(`${done} of 800`);
    await again.kill("SIGKILL");
  });

  it("once keeps the finished runs, and the same command comes to the same shares: neutrality", async () => {
    const out = join(folder(), "out");
    const args = ["neutrality", "community", "--draws", "6", "--replicates", "2", "--weeks", "60", "--json"];
    const command = new Command([...args, "--out", out]);
    await running(join(out, "runs.4c"))();
    while (statSync(join(out, "runs.4c")).size < 10_000) await pause(10);
    expect(await command.kill("SIGKILL")).toBe("SIGKILL");
    const again = new Command([...args, "--out", out]);
    expect(await again.ended).toBe(0);
    expect(Number(again.err.match(/(\d+) of 24 runs were there before\./)?.[1])).toBeGreaterThan(0);
    const whole = new Command(args);
    expect(await whole.ended).toBe(0);
    expect(again.out).toBe(whole.out);
  });

  it.each([
    ["contrast", ["contrast", "13"]],
    ["neutrality", ["neutrality"]],
  ])("once ends: %s", async (name, args) => {
    const command = new Command(args);
    await pause(2000);
    expect(await command.kill("SIGTERM")).toBe(1);
    expect(command.err).toMatch(new RegExp(`${name}: interrupted with \\d+ of \\d+ runs done\\. Nothing of it is kept\\.`));
  });

  it.each([
    ["verify", ["verify"]],
    ["why", ["why"]],
  ])("once ends: %s", async (name) => {
    const out = join(folder(), "out");
    expect(await new Command(["run", "community", "--weeks", "2", "--out", out]).ended).toBe(0);
    const { sealed } = await import("../../src/exports/index.ts");
    const { checksum: _, ...manifest } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    manifest.weeks = 3000;
    manifest.scenario.weeks = 3000;
    writeFileSync(join(out, "manifest.json"), JSON.stringify(sealed(manifest)));
    const command = new Command(name === "why" ? ["why", out, "matter:0"] : ["verify", out]);
    await pause(2000);
    expect(await command.kill("SIGINT")).toBe(1);
    expect(command.err).toContain("nterrupted before the run was repeated to its end; nothing was written.");
  });
});
