import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
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

it("takes observed values through runs, reports, batches, fits and what is published", { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "four-circles-"));
  const at = (name: string) => join(folder, name);
  const done = async (...args: string[]) => {
    const { code, out, err } = await call(...args);
    expect([code, err.split("\n").filter((line) => /error|fault|cannot|is not/i.test(line))]).toEqual([0, []]);
    return out;
  };
  mkdirSync(at("tables"));
  writeFileSync(at("tables/communities.csv"), "社区,常住人口\n永红社区,250\n西林社区,150\n");
  writeFileSync(at("tables/organizations.csv"), "名称,社区\n甲,永红社区\n乙,西林社区\n");
  const observed = "指标,周,观测值,误差\n成年人参与率,2,9%,2%\nawareness_knows,4,0.5,0.5\nparticipation_rate,9,0.2,\n";
  writeFileSync(at("tables/series.csv"), observed);
  await done("district", "read", at("tables"), "--out", at("own"));
  const scenario = at("own/scenario.yaml");
  const { digest } = JSON.parse(readFileSync(at("own/district.json"), "utf8"));
  expect(readFileSync(at("own/series.csv"), "utf8")).toBe(
    "measure,week,year,value,error,low,high,community\nparticipation_rate,2,,0.09,0.02,,,\nawareness_knows,4,,0.5,0.5,,,\nparticipation_rate,9,,0.2,,,,\n",
  );

  await done("run", scenario, "--weeks", "6", "--checkpoint", "3", "--out", at("run"));
  const page = await done("report", at("run"), "--out", at("run.html")).then(() => readFileSync(at("run.html"), "utf8"));
  expect(page).toContain("This one run reached 2 of 3;");
  expect(page.match(/title="participation_rate">[^<]*week 2[^<]*<\/td><td[^>]*>([\d.]+)</)?.[1]).toMatch(/^9/);
  await done("report", at("run"), "--language", "zh", "--out", at("zh.html"));
  expect(readFileSync(at("zh.html"), "utf8")).toContain("本次运行到达 3 处中的 2 处");
  await done("publish", at("run"), "--out", at("published"), "--author", "李雷", "--date", "2026-11-27");
  await done("verify", at("published"));

  writeFileSync(
    at("plan.yaml"),
    "title: Two arms\nscenario: own/scenario.yaml\nweeks: 3\nreplicates: 2\narms:\n  on: { set: { partyBuilding: on } }\n  off: { set: { partyBuilding: off } }\noutcomes: [{ measure: participation_rate, span: [1, 3] }]\n",
  );
  await done("batch", at("plan.yaml"), "--out", at("batch"));
  expect(JSON.parse(readFileSync(at("batch/batch.json"), "utf8")).scenario.district.digest).toBe(digest);
  await done("verify", at("batch"));
  await done("report", at("batch"), "--out", at("batch.html"));
  expect(readFileSync(at("batch.html"), "utf8")).toContain("Dots: observed, with 95% intervals.");

  const few = ["--particles", "4", "--generations", "1", "--sets", "8", "--predictive", "20"];
  await done("fit", scenario, "--data", at("own"), "--factors", "mechanisms.participation.mean", ...few, "--out", at("fit"));
  expect(await done("report", at("fit"), "--out", at("fit.html"))).toContain("fit.html");
  expect(await done("odd", scenario)).toMatch(/observed values \| 3 given/);
});
