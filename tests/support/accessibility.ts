import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";

type Violation = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number];

/** The rule that is broken, and the first places where. */
const told = ({ id, nodes }: Violation) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))];

/** Only what is wrong is told, in a page that has no frames: in both ways axe takes two fifths of the time, to the same violations. */
async function found(page: Page, within?: string): Promise<readonly Violation[]> {
  const axe = new AxeBuilder({ page: page as never }).setLegacyMode(true).options({ resultTypes: ["violations"], preload: false });
  return (await (within ? axe.include(within) : axe).analyze()).violations;
}

/** All that axe finds wrong with a page. @param within  selector of the part that is looked at */
export const violations = async (page: Page, within?: string) => (await found(page, within)).map(told);

/** What axe finds serious or critical. @param within  selector of the part that is looked at */
export const serious = async (page: Page, within?: string) =>
  (await found(page, within)).filter(({ impact }) => impact === "serious" || impact === "critical").map(told);
