import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Command } from "../support/command.ts";

const call = async (...args: string[]) => {
  const command = new Command(args);
  return { code: await command.ended, out: command.out, err: command.err };
};

it("writes a template, refuses tables with faults, and makes a district of tables that is run, described and verified", async () => {
  const folder = mkdtempSync(join(tmpdir(), "four-circles-"));
  const at = (name: string) => join(folder, name);
  expect((await call("district", "template", at("district.xlsx"))).code).toBe(0);
  expect(await call("district", "template", at("district.xlsx"))).toMatchObject({
    code: 1,
    err: expect.stringContaining("is there already"),
  });
  expect(await call("district", "read", at("district.xlsx"), "--out", at("own"))).toMatchObject({
    code: 1,
    err: expect.stringContaining("社区 communities!1: has no rows below its headings."),
  });
  writeFileSync(at("communities.csv"), "社区,常住人口,60岁及以上\n永红社区,900,200\n西林社区,600,\n合计,1500,\n");
  const read = await call("district", "read", at("communities.csv"), "--out", at("own"), "--language", "zh");
  expect([read.code, read.err]).toEqual([0, "communities!4: 为合计行，未计入。\n"]);
  expect(read.out).toMatch(/60 岁及以上居民 +给定 +2 中的 1 +communities!C/);
  const { digest } = JSON.parse(readFileSync(at("own/district.json"), "utf8"));
  expect(readFileSync(at("own/report.en.md"), "utf8")).toContain(digest);

  const run = await call("run", at("own/scenario.yaml"), "--weeks", "3", "--out", at("run"));
  expect([run.code, run.err]).toEqual([0, ""]);
  const verified = await call("verify", at("run"));
  expect([verified.code, verified.out.match(/same/g)?.length]).toEqual([0, 3]);
  expect((await call("odd", at("own/scenario.yaml"))).out).toContain(digest);
  writeFileSync(at("own/district.json"), readFileSync(at("own/district.json"), "utf8").replace("900", "901"));
  expect(await call("run", at("own/scenario.yaml"), "--weeks", "3")).toMatchObject({
    code: 1,
    err: expect.stringMatching(/scenario.yaml:3:\d+: district names .*which is not a district as it was written/),
  });
});
