import { describe, expect, it } from "vitest";
import { focusOf } from "../../src/circles/index.ts";

const GROUPS = 10;
const WORKPLACES = 20;

/** One resident with these groups, workplace and branches; -1 is none. */
function drawn(u: number, groups: readonly number[], workplace = -1, homeBranch = -1, workBranch = -1): number {
  const columns = {
    groups: Int32Array.from([0, 1, 2].map((k) => groups[k] ?? -1)),
    workplace: Int32Array.of(workplace),
    homeBranch: Int32Array.of(homeBranch),
    workBranch: Int32Array.of(workBranch),
  };
  const population = { residents: { columns }, groups: { rows: GROUPS }, workplaces: { rows: WORKPLACES } };
  return focusOf(population as unknown as Parameters<typeof focusOf>[0], 0, u);
}

describe("the place where somebody is met", () => {
  it("is nowhere for who belongs nowhere", () => {
    for (const u of [0, 0.5, 1 - 2 ** -32]) expect(drawn(u, [])).toBe(-1);
  });

  it("is a group, a workplace or a branch by 6, 1 and 9, numbered one after the other", () => {
    const of = (u: number) => drawn(u, [3], 4, -1, 5); // 6 + 1 + 9 = 16
    const shares = new Map<number, number>();
    for (let k = 0; k < 16; k++) {
      const focus = of(k / 16);
      shares.set(focus, (shares.get(focus) ?? 0) + 1);
    }
    expect(Object.fromEntries(shares)).toEqual({ 3: 6, [GROUPS + 4]: 1, [GROUPS + WORKPLACES + 5]: 9 });
  });

  it("is the last place at the largest number that is drawn, whichever that is", () => {
    const most = 1 - 2 ** -32;
    expect(drawn(most, [1, 2, 7])).toBe(7);
    expect(drawn(most, [1, 2, 7], 8)).toBe(GROUPS + 8);
    expect(drawn(most, [1, 2, 7], 8, 9)).toBe(GROUPS + WORKPLACES + 9);
    expect(drawn(most, [1, 2, 7], 8, 9, 6)).toBe(GROUPS + WORKPLACES + 6);
  });
});
