import { Helper } from "../engine/index.ts";
import { mechanisms } from "../mechanisms/index.ts";
import { observeWorld, summarizeResidents } from "../observation/index.ts";

/** What another thread needs to help with a run: give it the messages that it gets. */
export const helper = (): Helper =>
  new Helper(mechanisms, (world) => {
    observeWorld(world);
    summarizeResidents(world);
  });
