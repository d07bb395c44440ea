import { parentPort } from "node:worker_threads";
import { helper } from "../experiment/index.ts";

/** A thread that helps with a run. */
parentPort?.on("message", helper().receive);
