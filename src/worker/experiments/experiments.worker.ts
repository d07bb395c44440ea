import { expose } from "comlink";
import { sayAlive } from "../calls.ts";
import { createExperiments } from "./host.ts";
import { PassingRuns } from "./passingRuns.ts";
import type { ExperimentsApi } from "./protocol.ts";
import { RunPool } from "./runPool.ts";
import { RunStore } from "./runStore.ts";

let opened: Promise<ExperimentsApi> | undefined;
const experiments = () =>
  (opened ??= RunStore.open()
    .catch(() => new PassingRuns()) // the browser denies its database
    .then((store) => createExperiments(store, new RunPool(), Date.now)));

/** Messages may come before the database is open: each call waits for it. */
const later = Object.fromEntries(
  (
    ["read", "run", "pause", "summary", "runs", "courses", "firstState", "trial", "series", "table", "kept", "forget", "selfTest"] as const
  ).map((name) => [name, async (...args: unknown[]) => ((await experiments())[name] as (...rest: unknown[]) => unknown)(...args)]),
);
sayAlive();
expose(later);
