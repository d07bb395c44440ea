import { expect, it } from "vitest";
import { odd } from "../../src/exports/index.ts";
import { sealed } from "../../src/scenario/index.ts";
import { withDistrict } from "../support/scenarios.ts";

it("says what the tables of a district give, and what is assumed in place of the rest", async () => {
  const district = sealed({
    communities: [
      { name: "A", subdistrict: 0, residents: 900, elders: 200 },
      { name: "B", subdistrict: 0, residents: 600 },
    ],
    subdistricts: ["甲"],
    margins: [{ of: "owners", value: 0.9 }],
  });
  const text = odd(await withDistrict(district));
  expect(text).toContain(district.digest);
  expect(text).toMatch(/\| residents of 60 and over \| given for 1 of 2 communities \| `population.elders` \|/);
  expect(text).toMatch(/\| owners \| 1 given, 1 of them of the district \|/);
  expect(text).toMatch(/\| interest groups \| not given \| `population.groupsPerCommunity` \|/);
});
