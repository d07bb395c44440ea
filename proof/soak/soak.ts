import { Command } from "commander";
import { soakBatch } from "./batch.ts";
import { soakClass } from "./classroom.ts";
import { soakPage } from "./page.ts";

const options = new Command("soak")
  .description("Has the page, a batch or the server of a class work for a long time, and looks whether memory stays flat.")
  .option("--page <scenario>", "the laboratory with this scenario, again and again, picture after picture", "zhonglou-tenth")
  .option("--minutes <n>", "how long", Number, 30)
  .option("--batch <runs>", "a batch of so many runs instead", Number)
  .option("--class <minutes>", "a class of forty phones instead that come, move, drop and come back", Number)
  .parse()
  .opts<{ page: string; minutes: number; batch?: number; class?: number }>();

if (options.batch !== undefined) await soakBatch(options.batch);
else if (options.class !== undefined) await soakClass(options.class);
else await soakPage(options.page, options.minutes);
