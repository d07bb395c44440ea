import { checkpoints } from "./checkpoints.ts";
import { documents } from "./documents.ts";
import { jobs } from "./jobs.ts";
import { journals } from "./journals.ts";
import type { Kind } from "./kind.ts";
import { links } from "./links.ts";
import { phones } from "./phones.ts";
import { results } from "./results.ts";
import { scenarios } from "./scenarios.ts";
import { tables } from "./tables.ts";
import { texts } from "./texts.ts";
import { workbooks } from "./workbooks.ts";

/** All that is made at random, whatever comes in from outside first of all. */
export const kinds: readonly Kind[] = [
  scenarios,
  ...texts,
  links,
  checkpoints,
  documents,
  journals,
  tables,
  jobs,
  results,
  workbooks,
  phones,
] as readonly Kind[];
