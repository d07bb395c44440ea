import { Session } from "node:inspector/promises";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { PlayedDistrict } from "../../../src/cli/class/playedDistrict.ts";
import { classes } from "../../support/classes.ts";
import { scenario } from "../../support/scenarios.ts";

const { begin, end } = classes();
afterEach(end);

/** Lines of this process, of either end, that are not forgotten yet. */
async function linesKept(): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    (globalThis as { line?: unknown }).line = WebSocket.prototype;
    const { result } = await session.post("Runtime.evaluate", { expression: "globalThis.line" });
    const { objects } = await session.post("Runtime.queryObjects", { prototypeObjectId: result.objectId as string });
    const { result: count } = await session.post("Runtime.callFunctionOn", {
      objectId: objects.objectId as string,
      functionDeclaration: "function () { return this.length; }",
      returnByValue: true,
    });
    return count.value as number;
  } finally {
    session.disconnect();
  }
}

describe("the server of a class", () => {
  it("forgets the lines of phones that have gone", async () => {
    const { dial } = await begin({
      mode: "district",
      district: new PlayedDistrict(await scenario("community", "population.residents=600", "organizations.count=8")),
      title: { en: "t", zh: "t" },
      seed: "class",
    });
    const before = await linesKept();
    for (let k = 0; k < 20; k++) (await dial()).drop();
    await pause(200); // until the server has seen that they are gone
    expect((await linesKept()) - before).toBeLessThan(5);
  });
});
