import { signal } from "@preact/signals";
import { type CircleName, circleColours, circleNames } from "../../../views/index.ts";
import { t, theme } from "../preferences.ts";

/** Circles that are shown, in the network and among the residents. */
export const shownCircles = signal<ReadonlySet<CircleName>>(new Set(circleNames));

/** A switch for each circle, which is its legend too. */
export function CircleSwitches({ circles }: { circles: readonly CircleName[] }) {
  return (
    <fieldset class="circles" aria-label={t("circles")}>
      {circles.map((circle) => (
        <label key={circle}>
          <input
            type="checkbox"
            checked={shownCircles.value.has(circle)}
            onChange={(event) => {
              const next = new Set(shownCircles.value);
              if (event.currentTarget.checked) next.add(circle);
              else next.delete(circle);
              shownCircles.value = next;
            }}
          />
          <i style={{ background: circleColours[circle][theme.value] }} />
          {t(`circle_${circle}`)}
        </label>
      ))}
    </fieldset>
  );
}
