import { parentPort } from "node:worker_threads";
import { kinds } from "./kinds.ts";

parentPort?.on("message", async ({ id, input }: { id: string; input: unknown }) => {
  try {
    await kinds.find((kind) => kind.id === id)?.check(input);
    parentPort?.postMessage({});
  } catch (error) {
    // Of an assertion the message says enough; all else is a fault of the program, with its place.
    const { name, message, stack } = error as Error;
    parentPort?.postMessage({ fault: `held: ${name === "AssertionError" ? message : stack}` });
  }
});
