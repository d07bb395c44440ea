import { batch, flipped, full } from "./batches.ts";
import { boundaries } from "./boundaries.ts";
import { bytes } from "./bytes.ts";
import type { Kill } from "./kind.ts";
import { queues } from "./queues.ts";
import { checkpointed, flippedRun } from "./runs.ts";

export const kills: readonly Kill[] = [batch, checkpointed, ...boundaries, flipped, flippedRun, bytes, full, ...queues];
