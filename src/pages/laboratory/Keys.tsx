import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Word } from "../../words/index.ts";
import { useSignalEffect } from "./Boundary.tsx";
import { keysOn, t } from "./preferences.ts";

const open = signal(false);
export const showKeys = () => (open.value = true);

/** Keys that do one thing, or one in the one and one in the other direction. */
export interface Key {
  keys: readonly string[];
  word: Word;
  act(event: KeyboardEvent): void;
}

/** How a key is written. */
const caps: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Escape: "Esc",
};
const capOf = (key: string): string => (key === " " ? t("key_space") : (caps[key] ?? key));

/** Letters, digits and marks can be spoken or hit by mistake: these alone can be switched off. */
const isSign = (key: string): boolean => key.length === 1 && key !== " ";

const TYPING = "input:not([type=range]):not([type=checkbox]):not([type=radio]), select, textarea";
/** What takes the key itself: buttons and links Space and Enter, sliders arrows. */
const takes = (target: HTMLElement, key: string): boolean =>
  target.closest(TYPING) !== null ||
  (key === " " && target.closest("button, a, summary, input") !== null) ||
  (/^(Arrow|Page|Home|End)/.test(key) && target.closest("input, [role=slider]") !== null);

/** Keys that work anywhere on the page, and the list of them; those that are signs can be switched off. */
export function Keys({ keys }: { keys: readonly Key[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || dialog.current?.open) return;
      if (!keysOn.value && isSign(event.key)) return;
      if (event.target instanceof HTMLElement && takes(event.target, event.key)) return;
      const found = keys.find((one) => one.keys.includes(event.key));
      if (!found) return;
      event.preventDefault();
      found.act(event);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [keys]);
  useSignalEffect(() => {
    if (open.value) dialog.current?.showModal();
    else dialog.current?.close();
  });
  return (
    <dialog class="keys" ref={dialog} aria-labelledby="keys-title" onClose={() => (open.value = false)}>
      <article>
        <h2 id="keys-title">{t("keys")}</h2>
        <p class="help">{t("keysHelp")}</p>
        <dl>
          {keys.map(({ keys: some, word }) => (
            <div key={word}>
              <dt>
                {some.map((key) => (
                  <kbd key={key}>{capOf(key)}</kbd>
                ))}
              </dt>
              <dd>{t(word)}</dd>
            </div>
          ))}
        </dl>
        <label>
          <input type="checkbox" checked={keysOn.value} onChange={(event) => (keysOn.value = event.currentTarget.checked)} />
          {t("keysOn")}
        </label>
        <button type="button" onClick={() => (open.value = false)}>
          {t("close")}
        </button>
      </article>
    </dialog>
  );
}
