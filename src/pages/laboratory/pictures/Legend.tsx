import type { LegendEntry } from "../../../views/index.ts";
import { theme } from "../preferences.ts";

/** What the colours of a picture mean. */
export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul class="legend">
      {entries.map(({ text, colour }) => (
        <li key={text}>
          <svg class="swatch" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d="M1,1h10v10h-10z" fill={colour[theme.value]} />
          </svg>{" "}
          {text}
        </li>
      ))}
    </ul>
  );
}
