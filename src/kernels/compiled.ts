import module from "virtual:kernels";

/** What runs kernels: the TypeScript that is read, or the same files compiled. */
export const kernelTargets = ["wasm", "typescript"] as const;
export type KernelTarget = (typeof kernelTargets)[number];

let compiled: WebAssembly.Module | undefined;

/** All kernels, compiled once for a thread. @throws where WebAssembly is forbidden */
export function compiledKernels(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(module), (letter) => letter.charCodeAt(0)));
  return compiled;
}
