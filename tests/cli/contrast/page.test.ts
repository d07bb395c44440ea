import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { contrastsPage } from "../../../src/cli/contrast/page.ts";
import { claims, record } from "../../../src/pages/claims/shipped.ts";

it("docs/contrasts.md tells what docs/contrasts.json holds: both come from one run", () => {
  const contrasts = new Map(claims.map(({ id, contrast }) => [id, contrast]));
  expect(contrastsPage(record, contrasts, "contrasts.svg")).toBe(
    readFileSync(join(import.meta.dirname, "../../../docs/contrasts.md"), "utf8"),
  );
});

it("every claim that comes along is recorded, as it is asked now", () => {
  expect(record.contrasts.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
  for (const { id, changed, contrast, rows } of claims) {
    expect(changed, id).toBe(false);
    expect(rows?.map(({ pairs, draws }) => [pairs.length, draws.length])).toEqual(
      contrast.estimands.map(() => [record.pairs, record.draws]),
    );
    expect(rows?.map(({ measure }) => measure)).toEqual(contrast.estimands.map(({ measure }) => measure));
  }
});
