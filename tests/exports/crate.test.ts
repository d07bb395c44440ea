import { expect, it } from "vitest";
import { CRATE_FILE, crateMetadata } from "../../src/exports/index.ts";

type Entity = { "@id": string; "@type": string } & Record<string, unknown>;

const file = { path: "results/measures.csv", what: "Results: measures.csv", bytes: 12, sha256: "ab" };
const publication = {
  title: "T",
  description: "D",
  date: "2026-11-27",
  license: "https://spdx.org/licenses/MIT",
  authors: ["A. Author", "李雷"],
};
const made = { from: ["scenario.yaml"], results: [file.path], version: "9.9.9", node: "v20" };
const graph = (): Entity[] => JSON.parse(crateMetadata(publication, [file, { ...file, path: "scenario.yaml" }], made))["@graph"];

it("describes itself, the folder with what the specification requires of it, and each file", () => {
  const [self, root] = graph();
  expect(self).toMatchObject({
    "@id": CRATE_FILE,
    "@type": "CreativeWork",
    about: { "@id": "./" },
    conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
  });
  expect(root).toMatchObject({ "@id": "./", "@type": "Dataset", name: "T", description: "D", datePublished: "2026-11-27" });
  expect(root.hasPart).toEqual([{ "@id": file.path }, { "@id": "scenario.yaml" }]);
  expect(graph().find((one) => one["@id"] === file.path)).toMatchObject({
    "@type": "File",
    encodingFormat: "text/csv",
    contentSize: "12",
    sha256: "ab",
  });
});

it("is one graph: each entity once, and every reference to one that is there", () => {
  const ids = graph().map((one) => one["@id"]);
  expect(new Set(ids).size).toBe(ids.length);
  const referred = JSON.stringify(graph(), (key, value) => (key === "conformsTo" ? undefined : value)).matchAll(/\{"@id":"([^"]+)"\}/g);
  for (const [, one] of referred) expect(ids).toContain(one);
});
