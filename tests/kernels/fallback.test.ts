import { afterEach, expect, it, vi } from "vitest";
import { small } from "../support/scenarios.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Runs some weeks by modules that are loaded anew, and says where the columns of the world lie. */
async function run() {
  const of = await small();
  const { Run } = await import("../../src/experiment/index.ts");
  const { mechanisms } = await import("../../src/mechanisms/index.ts");
  const run = Run.start(of, mechanisms);
  for (let week = 0; week < 5; week++) run.step();
  const { kernels, isShared } = run.world.memory;
  return { kernels, isShared, digest: run.stateDigest() };
}

it("a district runs to the same bits where WebAssembly or shared memory is not to be had, or a page forbids to compile", async () => {
  const { digest, ...usual } = await run();
  expect(usual).toEqual({ kernels: "wasm", isShared: true });

  vi.resetModules();
  const forbidden = () => {
    throw new WebAssembly.CompileError("Wasm code generation disallowed by embedder");
  };
  vi.stubGlobal("WebAssembly", { Memory: WebAssembly.Memory, CompileError: WebAssembly.CompileError, Module: forbidden });
  expect(await run()).toEqual({ kernels: "typescript", isShared: true, digest });

  vi.resetModules();
  vi.stubGlobal("WebAssembly", undefined);
  expect(await run()).toEqual({ kernels: "typescript", isShared: true, digest });

  vi.resetModules();
  vi.stubGlobal("SharedArrayBuffer", undefined);
  expect(await run()).toEqual({ kernels: "typescript", isShared: false, digest });
});
