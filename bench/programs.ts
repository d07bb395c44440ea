import { execFileSync } from "node:child_process";
import { join } from "node:path";
import asc from "assemblyscript/asc";

/** What the bench compiles before it runs. */
export interface Programs {
  /** The reference in C; absent where there is no compiler. */
  reference?: string;
  compiler?: string;
  /** The kernels in AssemblyScript. */
  kernel: string;
}

const sources = join(import.meta.dirname, "../../bench/reference");

export async function compilePrograms(folder: string): Promise<Programs> {
  const kernel = join(folder, "kernels.wasm");
  const { error, stderr } = await asc.main([
    join(sources, "kernels.as.ts"),
    "--outFile",
    kernel,
    ...["-O3", "--runtime", "stub", "--noAssert", "--enable", "simd,threads"],
    ...["--importMemory", "--sharedMemory", "--initialMemory", "1", "--maximumMemory", "65536"],
  ]);
  if (error) throw new Error(`bench/reference/kernels.as.ts: ${error.message}\n${stderr.toString()}`);
  return { ...compileReference(join(folder, "reference")), kernel };
}

/** The C compiler of the machine compiles the reference, to the letter of IEEE 754: no fused operations. */
function compileReference(program: string): { reference: string; compiler: string } | undefined {
  try {
    const compiler = execFileSync("cc", ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).split("\n")[0];
    execFileSync("cc", ["-O3", "-std=c11", "-ffp-contract=off", join(sources, "reference.c"), "-o", program, "-lm"]);
    return { reference: program, compiler };
  } catch {
    return undefined;
  }
}
