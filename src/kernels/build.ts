import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import asc from "assemblyscript/asc";
import type { Plugin } from "vite";

const src = join(import.meta.dirname, "..");
const PRELUDE = "kernels/prelude.as.ts";

/** The files whose functions are compiled, by their paths under src. */
export const kernelFiles = (): string[] =>
  readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".kernel.ts"))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();

/**
 * A kernel file as AssemblyScript reads it: types and functions that the prelude gives are not imported, and files are
 * imported without their endings. Lines keep their numbers.
 */
const forCompiler = (text: string): string =>
  text
    .replace(/^import (?:type )?\{[^}]*\} from "[^"]*\/kernels\/(?:index|types|bits)\.ts";/gm, (all) => all.replace(/[^\n]/g, ""))
    .replace(/(^(?:import|export) [^"]*"[^"]*)\.ts"/gm, '$1"');

const options = {
  shared: ["--runtime", "stub", "--noAssert", "--importMemory", "--sharedMemory", "--enable", "threads", "--enable", "simd"],
  memory: ["--initialMemory", "1", "--maximumMemory", "65536"],
};

/** Compiles all kernels into one module. @param level  of optimization; below the highest, the text is what was written */
export async function compileKernels(level = 3): Promise<{ binary: Uint8Array; text: string }> {
  const written = new Map<string, string | Uint8Array>();
  const entries = kernelFiles();
  const { error, stderr } = await asc.main(
    [...entries, PRELUDE, "-O" + level, "--outFile", "binary", "--textFile", "text", ...options.shared, ...options.memory],
    {
      readFile(name) {
        try {
          return forCompiler(readFileSync(join(src, name), "utf8"));
        } catch {
          return null; // it tries several names
        }
      },
      writeFile(name, contents) {
        written.set(name, contents);
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`kernels: ${error.message}\n${stderr.toString()}`);
  return { binary: written.get("binary") as Uint8Array, text: written.get("text") as string };
}

/** The same in base64, compiled only when a file has changed. */
async function compiled(): Promise<string> {
  const texts = [...kernelFiles(), PRELUDE].map((file) => `${file}\n${readFileSync(join(src, file), "utf8")}`);
  const numeric = readdirSync(join(src, "numeric")).map((file) => readFileSync(join(src, "numeric", file), "utf8"));
  const build = readFileSync(import.meta.filename, "utf8");
  const sum = createHash("sha256")
    .update([build, asc.version, ...texts, ...numeric].join("\n"))
    .digest("hex")
    .slice(0, 16);
  const folder = join(src, "../node_modules/.cache/four-circles");
  const kept = join(folder, `kernels-${sum}.txt`);
  try {
    return readFileSync(kept, "utf8");
  } catch {} // not made yet
  const { binary } = await compileKernels();
  const base64 = Buffer.from(binary).toString("base64");
  mkdirSync(folder, { recursive: true });
  writeFileSync(kept, base64);
  return base64;
}

const NAME = "virtual:kernels";
const ID = `\0${NAME}`;

/** Gives src/kernels/compiled.ts the kernels of all mechanisms, compiled by AssemblyScript from the files that are read. */
export const kernels: Plugin = {
  name: "kernels",
  resolveId: { filter: { id: new RegExp(`^${NAME}$`) }, handler: () => ID },
  load: {
    filter: { id: /^\0virtual:kernels$/ },
    async handler() {
      for (const file of kernelFiles()) this.addWatchFile(join(src, file));
      return `export default ${JSON.stringify(await compiled())};`;
    },
  },
};
