import { expect, it } from "vitest";
import { createHost } from "../../src/worker/host.ts";
import { readTables } from "../../src/worker/readTables.ts";
import { file } from "../support/workbooks.ts";

const table = "社区,常住人口,60岁及以上\n永红社区,900,200\n西林社区,600,\n";

it("reads tables, says what is known of the district, and builds it from a scenario that names its data", async () => {
  const host = createHost();
  const { district, remarks } = await readTables([file("社区.csv", table)]);
  expect(remarks).toEqual([]);
  expect(district).toMatchObject({ communities: 2, residents: 1500, contradictions: [] });
  expect(district?.lines).toContainEqual({ quantity: "elders", standing: "given", of: [1, 2], from: "社区!C" });
  expect(district?.lines).toContainEqual({ quantity: "elders", standing: "assumed", of: [1, 2], from: "" });
  const request = {
    file: "own.yaml",
    files: { "own.yaml": "title: Own\ndistrict: district-1\n", "district-1/district.json": district?.text ?? "" },
    seed: "1",
    changed: {},
    interventions: [],
  };
  expect(await host.load(request)).toMatchObject({ ok: true, residents: 1500, communities: [{ residents: 900 }, { residents: 600 }] });
  host.step(2);
  const digest = host.digest();

  // A checkpoint holds the data; a link names them and says that they are not there.
  const again = createHost();
  expect(again.restore(host.checkpoint())).toMatchObject({ ok: true, district: { residents: 1500 } });
  expect(again.digest()).toBe(digest);
  const without = await again.load({ ...request, files: { "own.yaml": request.files["own.yaml"] } });
  expect(without).toMatchObject({ ok: false, problems: [{ path: "district", message: { code: "names" } }] });

  // The file that was made of the tables is read too; one that was changed by hand is none.
  const made = (text: string) => readTables([file("district.json", text)]);
  expect((await made(district?.text ?? "")).district?.digest).toBe(district?.digest);
  expect((await made((district?.text ?? "").replace("900", "901"))).district).toBeUndefined();
});

it("says contradictions in both languages", async () => {
  const { district } = await readTables([
    file("communities.csv", "community,residents,60+\nA,1000,400\nB,1000,300\n"),
    file("margins.csv", "age,persons\n60+,300\n"),
  ]);
  expect(district?.contradictions.length).toBeGreaterThan(0);
  expect(district?.contradictions[0].en).toMatch(/should be/);
  expect(district?.contradictions[0].zh).toMatch(/矛盾/);
});
