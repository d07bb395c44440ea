import { BeyondMeans } from "../population/index.ts";
import { systemFailure } from "./fileFailure.ts";
import { CommandFailure } from "./terminal.ts";

/** A failure that its message explains, on whatever thread it came about; undefined for a fault of the program, which needs its trace. */
export const explained = (error: unknown): Error | undefined =>
  error instanceof CommandFailure || error instanceof BeyondMeans ? error : systemFailure(error);
