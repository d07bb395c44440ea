import { parentPort } from "node:worker_threads";
import { helper } from "../experiment/index.ts";
import { collectGarbage } from "./collectGarbage.ts";

const { receive } = helper();

/** A thread that helps with a run. */
parentPort?.on("message", (message) => {
  receive(message);
  if (message.kind === "join") collectGarbage(); // what building has left
});
