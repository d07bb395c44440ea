import type { ArmOrPair } from "../../../experiment/index.ts";
import { t } from "../preferences.ts";
import { arms, chosenArms } from "./chosen.ts";
import type { Results } from "./conduct.ts";
import { armsLabel } from "./names.ts";

/** Chooses the arm, or the two, whose factors are looked at, where there are several. */
export function ArmsSelect({ of, all }: { of: Results["of"]; all: readonly ArmOrPair[] }) {
  if (all.length < 2) return null;
  return (
    <label>
      {t("planOfArm")}
      <select value={chosenArms(all).join()} onChange={(event) => (arms.value = event.currentTarget.value)}>
        {all.map((one) => (
          <option key={one.join()} value={one.join()}>
            {armsLabel(of, one)}
          </option>
        ))}
      </select>
    </label>
  );
}
