import { describe, expect, it } from "vitest";
import { cases } from "../../proof/cases.ts";
import { pageDrivers } from "../../proof/pages.ts";
import { pages } from "../../src/pages/laboratory/pages.ts";
import { runWeeks, scenario } from "../support/scenarios.ts";

const community = cases.find(({ name }) => name === "one community");
if (community === undefined) throw new Error("no such case");
const WEEKS = 12;

for (const driver of await pageDrivers()) {
  it(`has ${driver.name}: nothing is skipped where CI is set`, () => {
    if (process.env.CI) expect(driver.version, `it is not here: ${driver.get}`).toBeDefined();
  });

  describe.skipIf(driver.version === undefined)(`${driver.name} (needs it: ${driver.get})`, () => {
    it("runs one community to the bits of Node, and opens every room", async () => {
      const page = await driver.open();
      try {
        const inNode = runWeeks(await scenario("community"), WEEKS).stateDigest();
        expect(await page.digest({ ...community, weeks: WEEKS })).toBe(inNode);
        for (const { id } of pages) {
          // A room stands when it has content and nothing of it is still to come; what failed says so in an alert.
          const standing = `document.querySelector("#content .busy, .stage .busy") ? "" : document.querySelector("[role=alert]")?.textContent || document.querySelector("#content, .stage")?.textContent.trim() || ""`;
          const told = await page.see(`#${id}`, standing);
          expect(told, id).not.toMatch(/\bfailed\b|went wrong|undefined|NaN/);
        }
      } finally {
        await page.close();
      }
    });
  });
}
