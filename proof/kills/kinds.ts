import { batch, flipped, full } from "./batches.ts";
import type { Kill } from "./kind.ts";
import { queues } from "./queues.ts";
import { checkpointed } from "./runs.ts";

export const kills: readonly Kill[] = [batch, checkpointed, flipped, full, ...queues];
