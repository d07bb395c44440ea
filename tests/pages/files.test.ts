import { beforeEach, expect, it, vi } from "vitest";
import { openFiles, planFile } from "../../src/pages/laboratory/session/files.ts";
import { notice } from "../../src/pages/laboratory/session/notice.ts";
import { queue } from "../../src/pages/laboratory/session/runControls.ts";
import { own } from "../../src/pages/laboratory/session/scenario.ts";
import { createHost } from "../../src/worker/host.ts";

vi.mock("../../src/worker/client.ts", () => ({ start: () => ({ ...createHost(), stop: () => {}, ended: new Promise(() => {}) }) }));
vi.stubGlobal("location", { hash: "" });

const scenario = (title: string) =>
  `title: ${title}\nweeks: 4\npopulation: { residents: 60, communities: 1 }\norganizations: { count: 2 }\n`;
/** The signs 钟楼 as GBK and GB18030 write them. */
const gbk = (before: string, after: string) => [Buffer.from(before), Uint8Array.of(0xd6, 0xd3, 0xc2, 0xa5), Buffer.from(after)];
const wide = (text: string) => [Buffer.from(text, "utf16le")];
const [head, tail] = scenario("|").split("|");

beforeEach(() => {
  notice.value = undefined;
});

it.each([
  ["GB18030", gbk(head, tail)],
  ["UTF-16LE", wide(scenario("钟楼"))],
])("says that a scenario that is not in UTF-8 is read as %s", async (encoding, parts) => {
  await openFiles([new File(parts, "mine.yaml")]);
  await queue.add(async () => {});
  expect(own.value["mine.yaml"]).toContain("title: 钟楼");
  expect(notice.value).toEqual({ tone: "bad", word: "readAs", values: { name: "mine.yaml", encoding, usual: "UTF-8" } });
});

it("says so of a plan, too", async () => {
  await openFiles([new File(gbk("title: ", "\nscenario: community\n"), "plan.yaml")]);
  expect(planFile.value?.text).toContain("title: 钟楼");
  expect(notice.value?.values).toEqual({ name: "plan.yaml", encoding: "GB18030", usual: "UTF-8" });
});

it("says nothing of a file in UTF-8", async () => {
  await openFiles([new File([scenario("钟楼")], "plain.yaml")]);
  expect(own.value["plain.yaml"]).toContain("钟楼");
  expect(notice.value).toBeUndefined();
});
