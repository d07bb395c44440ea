import { armChanges } from "../../experiment/index.ts";
import { want } from "../laboratory/baseline/baseline.ts";
import { goTo } from "../laboratory/goTo.ts";
import { build, type Changes, description, unchanged } from "../laboratory/session/index.ts";
import { encodeLink } from "../laboratory/session/linkText.ts";
import { lastWeek, mainArms } from "./claimPlan.ts";
import { districtFile } from "./here.ts";
import { type Claim, record } from "./shipped.ts";

/** Seed of the first pair. */
const seed = `${record.seed}/0`;

/** The address under which the laboratory runs an arm of a claim, to the last week that the claim looks at. */
export async function linkToArm({ contrast }: Claim, arm: string): Promise<string> {
  const program = description.value?.program ?? "";
  const run = {
    file: districtFile,
    seed,
    ...changesOfArm(contrast, arm),
    baseline: unchanged,
    week: lastWeek(contrast),
    digest: "",
    program,
  };
  return `#laboratory?${await encodeLink(run)}`;
}

/** Runs the two arms of a claim in the laboratory: the one that is subtracted is the baseline of the other. */
export async function openBoth({ contrast }: Claim): Promise<void> {
  const [run, baseline] = mainArms(contrast).map((arm) => changesOfArm(contrast, arm));
  want(true); // whoever opens both wants the other one too, however large the district
  const stands = await build({ file: districtFile, seed, ...run, baseline }, lastWeek(contrast));
  if (stands) goTo("laboratory");
}

function changesOfArm(contrast: Claim["contrast"], arm: string): Changes {
  const { set, interventions } = armChanges(contrast, arm);
  return { changed: set, interventions };
}
