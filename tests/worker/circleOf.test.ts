import { expect, it } from "vitest";
import { circleOf } from "../../src/worker/circleOf.ts";

const of = (writes: string[], reads: string[] = []) => circleOf({ partyBuilding: false, reads, writes });

it("names the circle whose columns a mechanism writes, else the one that it reads", () => {
  expect(of(["residents.homeBranch"])).toBe("party");
  expect(of(["residents.workBranch"])).toBe("party");
  expect(of(["branches.members"])).toBe("party");
  expect(of(["residents.groups"], ["ties"])).toBe("interest");
  expect(of(["residents.fatigue"], ["residents.workplace"])).toBe("industry");
  expect(of(["residents.fatigue"], ["residents.age"])).toBe("district");
  expect(circleOf({ partyBuilding: true, reads: [], writes: ["ties"] })).toBe("party");
});
