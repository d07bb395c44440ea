import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";

/** Threads that run a script. They wait for messages: where they slept between two tasks instead, Deno would wake none of them. */
export const openPool = (script: URL, threads: number): Tinypool =>
  new Tinypool({
    filename: fileURLToPath(script),
    runtime: "worker_threads",
    minThreads: threads,
    maxThreads: threads,
    useAtomics: false,
  });
