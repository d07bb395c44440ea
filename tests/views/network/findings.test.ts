import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeOf, findingsOf } from "../../../src/views/index.ts";
import { tellBlocks, tellChange, tellLayers, tellMatrix, tellPerson } from "../../../src/words/index.ts";
import { network } from "../../support/network.ts";

const [PARTY, ACQUAINTANCE, INTEREST, WORK, GOVERNMENT] = [0, 1, 2, 3, 4];
type Tie = [number, number, number];
/** Two pairs of neighbours joined by one tie of work, one organization tied to a workplace only, one to nobody. */
const ties: Tie[] = [
  [0, 1, ACQUAINTANCE],
  [2, 3, ACQUAINTANCE],
  [1, 2, WORK],
];
const toOthers: [number, number][] = [
  [4, INTEREST],
  [5, GOVERNMENT],
];
const six = network({ communities: [0, 0, 1, 1, 1, 0], ties, toOthers });
const two = (...among: Tie[]) => findingsOf(network({ communities: [0, 0], ties: among }));

describe("findings of a network", () => {
  it("count members, ties and what holds together, also without one circle", () => {
    const found = findingsOf(six);
    expect(found).toMatchObject({ organizations: 6, ties: 3, largest: 4, isolated: 2, inCircles: [1, 3, 2, 0, 0] });
    expect(found.circles[PARTY]).toEqual({ members: 0, ties: 0, across: 0, toOthers: 0, largest: 0, largestWithout: 4, only: 0 });
    expect(found.circles[ACQUAINTANCE]).toEqual({ members: 4, ties: 2, across: 0, toOthers: 0, largest: 2, largestWithout: 2, only: 2 });
    expect(found.circles[INTEREST]).toEqual({ members: 1, ties: 0, across: 0, toOthers: 1, largest: 0, largestWithout: 4, only: 1 });
    expect(found.circles[WORK]).toEqual({ members: 2, ties: 1, across: 1, toOthers: 0, largest: 2, largestWithout: 2, only: 0 });
  });

  it("leave out organizations that have closed", () => {
    expect(findingsOf(network({ communities: [0, 0], ties: [], closed: [1] })).organizations).toBe(1);
  });

  it("never find a larger web without a circle than with all", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(3)), { maxLength: 30 }), (drawn) => {
        const found = findingsOf(network({ communities: new Array(10).fill(0), ties: drawn.filter(([a, b]) => a !== b) }));
        for (const { largest, largestWithout } of found.circles)
          expect(Math.max(largest, largestWithout)).toBeLessThanOrEqual(found.largest);
        expect(found.inCircles.reduce((a, b) => a + b, 0)).toBe(10);
      }),
    );
  });
});

describe("change between two weeks or worlds", () => {
  it("tells ties lost, kept and gained by their ends and circle, in whatever order they come", () => {
    const later = network({ communities: [0, 0, 1, 1, 1, 0], ties: [ties[2], [4, 5, PARTY], ties[0]] });
    const counts = changeOf(later, six);
    expect(counts).toEqual([
      { kept: 0, lost: 0, gained: 1 },
      { kept: 1, lost: 1, gained: 0 },
      { kept: 0, lost: 0, gained: 0 },
      { kept: 1, lost: 0, gained: 0 },
    ]);
    expect(changeOf(six, six).every(({ lost, gained }) => lost + gained === 0)).toBe(true);
    expect(tellChange("en", counts)).toBe("Of 3 ties, 1 were lost and 2 kept; 1 are new");
    expect(tellChange("zh", counts)).toBe("原有 3 条关系中失去 1 条、保持 2 条；新增 1 条");
  });
});

describe("titles of the network pictures", () => {
  const found = findingsOf(six);
  it("say what the blocks show", () => {
    expect(tellBlocks("en", found)).toBe("2 of 6 organizations are in two or more circles, 1 in none");
    expect(tellBlocks("zh", found)).toBe("6 个社会组织中 2 个处于两个及以上圈层，1 个不在任何圈层");
  });

  it("name the circle without which the web falls apart, if there is one", () => {
    expect(tellLayers("en", found)).toBe("Without the acquaintance circle the largest web falls from 4 to 2 organizations");
    expect(tellLayers("zh", found)).toBe("去掉熟人圈，最大连通网由 4 个组织降至 2 个");
    const twice = two([0, 1, PARTY], [0, 1, WORK]);
    expect(tellLayers("en", twice)).toBe("No circle alone holds the web of 2 organizations together");
    expect(tellLayers("zh", twice)).toBe("没有哪个圈层单独维系 2 个组织的连通网");
    expect(tellLayers("en", two())).toBe("No two organizations are tied");
    expect(tellPerson("en", "Organization 3", [0, 2, 0, 14])).toBe("Organization 3 has ties in 2 of four circles: Acquaintance 2, Work 14");
    expect(tellPerson("zh", "社会组织 3", [0, 0, 0, 14])).toBe("社会组织 3 在四个圈层中的 1 个有关系：业缘圈 14");
    expect(tellPerson("zh", "社会组织 3", [0, 0, 0, 0])).toBe("社会组织 3 在四个圈层中均无关系");
  });

  it("say how much of the exchange crosses communities", () => {
    expect(tellMatrix("en", found)).toBe("33% of 3 ties between organizations join two communities");
    expect(tellMatrix("zh", found)).toBe("组织间 3 条关系中 33% 跨社区");
  });
});
