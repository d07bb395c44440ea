import fc from "fast-check";
import { expect, it } from "vitest";
import { CommandQueue } from "../../src/pages/laboratory/session/commandQueue.ts";

const ticks = async (count: number) => {
  for (let k = 0; k < count; k++) await Promise.resolve();
};

it("does every command once, in order, and never two things at a time, whatever goes on and however long it takes", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ before: fc.nat(6), takes: fc.nat(4), pieces: fc.nat(3), fails: fc.boolean() }), { maxLength: 12 }),
      async (commands) => {
        const done: number[] = [];
        let [inside, left, pieces] = [0, 0, 0];
        const alone = async (takes: number) => {
          expect(++inside).toBe(1);
          await ticks(takes);
          inside--;
        };
        const queue = new CommandQueue(async () => {
          if (left === 0) return false;
          await alone(2);
          [left, pieces] = [left - 1, pieces + 1];
          return true;
        });
        const given: Promise<unknown>[] = [];
        for (const [k, { before, takes, pieces: more, fails }] of commands.entries()) {
          await ticks(before);
          const command = queue.add(async () => {
            queue.go();
            await alone(takes);
            done.push(k);
            left += more;
            if (fails) throw new Error(`command ${k}`);
          });
          given.push(command.catch((error: Error) => error.message));
        }
        const said = await Promise.all(given);
        await queue.rest();
        expect(done).toEqual(commands.map((_, k) => k));
        expect(said).toEqual(commands.map(({ fails }, k) => (fails ? `command ${k}` : undefined)));
        expect(pieces).toBe(commands.reduce((sum, { pieces: more }) => sum + more, 0));
      },
    ),
  );
});

it("drops passing commands that wait, and tells those who gave them", async () => {
  const queue = new CommandQueue(async () => false);
  const done: string[] = [];
  const give = (name: string, passing: boolean) =>
    queue.add(async () => {
      await ticks(1);
      return done.push(name);
    }, passing);
  const given = [give("a", false), give("b", true), give("c", false), give("d", true)];
  queue.dropPassing();
  expect(await Promise.all(given)).toEqual([1, undefined, 2, undefined]);
  expect(done).toEqual(["a", "c"]);
});

it("cuts a sleep short when a command comes", async () => {
  let slept = false;
  const queue = new CommandQueue(async () => {
    if (slept) return false;
    await queue.sleep(60_000);
    slept = true;
    return true;
  });
  queue.go();
  await ticks(3);
  expect(await queue.add(async () => "done")).toBe("done");
  await queue.rest();
  expect(slept).toBe(true);
});
