import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Word } from "../../words/index.ts";
import { useSignalEffect } from "./Boundary.tsx";
import { keysOn, t } from "./preferences.ts";
import { build, copyLink, loaded, pause, run, running, stepOnce } from "./session/index.ts";

const open = signal(false);
export const showKeys = () => (open.value = true);

const keys: readonly { key: string; word: Word; act: () => void }[] = [
  { key: "r", word: "keyRun", act: () => (running.value ? pause() : void run()) },
  { key: "s", word: "keyStep", act: () => void stepOnce() },
  { key: "0", word: "keyReset", act: () => loaded.value && void build() },
  { key: "/", word: "keySearch", act: () => document.querySelector<HTMLElement>(".controls input[type=search]")?.focus() },
  { key: "l", word: "keyLink", act: () => void copyLink() },
  { key: "?", word: "keyHelp", act: showKeys },
];

/** Keys that work anywhere on the page, and the list of them; they can be switched off. */
export function Keys() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest("input:not([type=range]):not([type=checkbox]):not([type=radio]), select, textarea");
      if (!keysOn.value || typing || event.ctrlKey || event.metaKey || event.altKey || dialog.current?.open) return;
      const found = keys.find(({ key }) => key === event.key);
      if (!found) return;
      event.preventDefault();
      found.act();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
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
          {keys.map(({ key, word }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
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
