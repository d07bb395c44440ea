import { goTo } from "../laboratory/goTo.ts";
import { build, description, loaded } from "../laboratory/session/index.ts";
import { encodeLink } from "../laboratory/session/linkText.ts";
import { armChanges, lastWeek, mainArms } from "./claimPlan.ts";
import { districtFile } from "./here.ts";
import { type Claim, record } from "./shipped.ts";

/** Seed of the first pair. */
const seed = `${record.seed}/0`;

/** The address under which the laboratory runs an arm of a claim, to the last week that the claim looks at. */
export async function linkToArm({ contrast }: Claim, arm: string): Promise<string> {
  const { set, interventions } = armChanges(contrast, arm);
  const program = description.value?.program ?? "";
  const run = { file: districtFile, seed, changed: set, interventions, week: lastWeek(contrast), digest: "", program };
  return `#laboratory?${await encodeLink(run)}`;
}

/** Whether both worlds of a claim can stand side by side: what differs later than at the start has no place in Compare. */
export function standsSideBySide({ contrast }: Claim): boolean {
  const [first, second] = mainArms(contrast);
  return [first, second].every((arm) => contrast.arms[arm].interventions.length === 0);
}

/** Runs the arm that is subtracted in the laboratory and, beside it, the other one as a counterfactual of it. */
export async function openBoth({ contrast }: Claim): Promise<void> {
  const [first, second] = mainArms(contrast).map((arm) => armChanges(contrast, arm).set);
  const { branch, branchWeek, changes } = await import("../laboratory/compare/counterfactual.ts");
  const stands = await build({ file: districtFile, seed, changed: second, interventions: [] }, lastWeek(contrast));
  if (!stands) return;
  const ofFile = Object.fromEntries(Object.keys(second).map((path) => [path, loaded.value?.values[path]]));
  const other = { ...ofFile, ...first };
  changes.value = Object.fromEntries(
    Object.entries(other).filter(([path, value]) => JSON.stringify(value) !== JSON.stringify(second[path])),
  );
  branchWeek.value = 1;
  goTo("compare");
  await branch();
}
