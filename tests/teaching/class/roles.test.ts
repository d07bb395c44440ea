import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scenarioSchema } from "../../../src/mechanisms/index.ts";
import { interventionFaults, parameterCatalog } from "../../../src/scenario/index.ts";
import {
  BUDGET,
  costOf,
  isMove,
  MOST_UP,
  messageSchema,
  movesToInterventions,
  type Role,
  roles,
  type SeatMove,
  usualMove,
} from "../../../src/teaching/index.ts";

const entries = new Map(parameterCatalog(scenarioSchema).map((entry) => [entry.path, entry]));
const move = ({ levers }: Role) => fc.tuple(...levers.map(({ choices }) => fc.nat(choices.length - 1)));

describe("roles", () => {
  it.each(roles)(
    "$name has levers of the schema, which may change in a week where it sits, and begins with the default at no price",
    (role) => {
      expect(costOf(role, usualMove(role))).toBe(0);
      for (const { path, choices, usual } of role.levers) {
        expect(choices[usual].value, path).toBe(entries.get(path)?.default);
        for (const { value } of choices) {
          const one = { week: 14, path, value, ...(role.everywhere ? {} : { communities: [1] }) };
          expect([...interventionFaults(scenarioSchema, { weeks: 104, population: { communities: 2 } }, one)], path).toEqual([]);
        }
      }
      // Not all that one would like can be had at once.
      expect(role.levers.reduce((sum, { choices }) => sum + Math.max(...choices.map(({ cost }) => cost)), 0)).toBeGreaterThan(0);
    },
  );

  it("have no lever in common, and nobody can spend more than there is", () => {
    const paths = roles.flatMap(({ levers }) => levers.map(({ path }) => path));
    expect(new Set(paths).size).toBe(paths.length);
    for (const role of roles) fc.assert(fc.property(move(role), (chosen) => isMove(role, chosen) === costOf(role, chosen) <= BUDGET));
    expect(isMove(roles[0], [0])).toBe(false);
    expect(isMove(roles[0], [0, 99])).toBe(false);
  });
});

describe("movesToInterventions", () => {
  const residents = (community: number, ...of: number[]): SeatMove => ({ role: "residents", community, move: of });

  it("takes the middle choice of those who sit in one place, and lets silence change nothing", () => {
    const moves = [residents(0, 2, 1), residents(0, 0, 1), residents(0, 2, 1), residents(1, 1, 1)];
    expect(movesToInterventions(moves, 14, new Map())).toEqual([
      { week: 14, path: "mechanisms.participation.groupInvitations", value: 0.08, communities: [0] },
    ]);
    expect(movesToInterventions([], 14, new Map())).toEqual([]);
  });

  it("says nothing twice, and takes back what was set", () => {
    const set = new Map<string, number>();
    expect(movesToInterventions([residents(0, 2, 1)], 1, set)).toHaveLength(1);
    expect(movesToInterventions([residents(0, 2, 1)], 14, set)).toEqual([]);
    expect(movesToInterventions([residents(0, 1, 1)], 27, set)).toMatchObject([{ week: 27, value: 0.04 }]);
  });

  it("does not depend on the order of seats", () => {
    const [role] = roles;
    fc.assert(
      fc.property(fc.array(move(role), { minLength: 1, maxLength: 9 }), (chosen) => {
        const seats = chosen.map((one) => residents(0, ...one));
        expect(movesToInterventions([...seats].reverse(), 1, new Map())).toEqual(movesToInterventions(seats, 1, new Map()));
      }),
    );
  });
});

describe("messages", () => {
  it("are taken in their form alone, and a name is text on one line", () => {
    const read = (message: object) => messageSchema.safeParse(message);
    expect(read({ type: "join", code: "ABCD", name: " <b>\u202eLi\n\tWei</b> " })).toMatchObject({
      success: true,
      data: { name: "<b>LiWei</b>" },
    });
    expect(read({ type: "join", code: "ABCD", name: "\u200b\u0000 " }).success).toBe(false);
    expect(read({ type: "move", round: 1, choices: [0.5] }).success).toBe(false);
    expect(read({ type: "move", round: 1, choices: [1], path: "rigidity" }).success).toBe(false);
    expect(read({ type: "act", act: "shutdown" }).success).toBe(false);
    expect(read({ type: "predict", scene: 0, values: [Number.NaN] }).success).toBe(false);
  });

  it("of any move and any prediction are short", () => {
    const longest = { type: "predict", scene: 99, values: new Array<number>(9).fill(-1 / 7) };
    expect(JSON.stringify(longest).length).toBeLessThan(MOST_UP);
  });
});
