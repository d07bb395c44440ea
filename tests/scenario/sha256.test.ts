import { createHash } from "node:crypto";
import { afterEach, expect, it, vi } from "vitest";

const bytes = Uint8Array.from({ length: 1000 }, (_, k) => (k * 7) & 255);

afterEach(() => {
  vi.resetModules();
  vi.unstubAllGlobals();
});

it.each(["Node", "a page"])("is the SHA-256 of pieces one after the other in %s", async (where) => {
  if (where === "a page") vi.stubGlobal("process", undefined);
  const { sha256, sha256Hex } = await import("../../src/scenario/sha256.ts");
  // FIPS 180-2, appendix B.1.
  expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256Hex("社区", bytes.subarray(0, 100), bytes.subarray(100))).toBe(
    createHash("sha256").update("社区").update(bytes).digest("hex"),
  );
  expect(Buffer.from(sha256(bytes)).toString("hex")).toBe(sha256Hex(bytes));
});
