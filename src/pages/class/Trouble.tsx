import type { ClassState } from "../../teaching/index.ts";
import { t } from "../laboratory/preferences.ts";

/** What keeps the class from going on, if anything does. */
export function Trouble({ state: { trouble } }: { state: ClassState }) {
  return trouble ? (
    <p role="alert" class="alarm">
      {t(`trouble_${trouble}`)}
    </p>
  ) : null;
}
