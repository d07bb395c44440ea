import fc from "fast-check";
import { expect, it } from "vitest";
import { sealed, sealOf } from "../../src/exports/index.ts";

it("a document keeps its seal through JSON, in whatever order and layout, and loses it with any change", () => {
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), fc.jsonValue(), (document, key, value) => {
      const whole = plain(sealed(document));
      expect(sealOf(whole)).toBe("whole");
      expect(sealOf(Object.fromEntries(Object.entries(whole).reverse()))).toBe("whole");
      if (key === "checksum" || key === "__proto__") return;
      const changed = { ...whole, [key]: value };
      const same = JSON.stringify(whole[key]) === JSON.stringify(value);
      if (!same || !(key in whole)) expect(sealOf(changed)).toBe("altered");
    }),
  );
  const manifest = { seed: "1", digest: { state: "a", measures: "b" }, none: undefined, nothing: Number.NaN };
  expect(sealOf(plain(sealed(manifest)))).toBe("whole");
  expect(sealOf({ ...plain(sealed(manifest)), digest: { state: "b", measures: "b" } })).toBe("altered");
});

it("what was never sealed is told apart from what was altered", () => {
  for (const document of [null, 5, "text", [], {}]) expect(sealOf(document)).toBe("none");
  expect(sealOf({ checksum: null })).toBe("altered");
});
