import { setFlagsFromString } from "node:v8";

/**
 * Lets V8 optimize a function only when it has run for eight times as long as V8 asks for by itself (66 KB of bytecode),
 * and write a third as much of other functions into it. A week is some five hundred functions, each called a few times:
 * with one community optimizing them took half of the processor time of twenty years. Loops over many residents are
 * optimized as ever, within a moment.
 *
 * Threads hired from then on have a nursery of 4 MB instead of 16: little lives on in a week, and at 1:1 two threads hold
 * some 30 MB less at the same speed.
 *
 * No result depends on any of these; an engine that has no such flags goes on without.
 */
export function setV8Flags(): void {
  setFlagsFromString(`--interrupt-budget=${8 * 66 * 1024}`);
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=300");
  setFlagsFromString("--max-semi-space-size=4");
}
