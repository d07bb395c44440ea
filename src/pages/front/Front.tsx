import "./front.css";
import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { RecordedDecision } from "../../worker/recordedDecision.ts";
import { goTo } from "../laboratory/goTo.ts";
import { inWords, language, t } from "../laboratory/preferences.ts";
import { saidOfError } from "../laboratory/saidOfError.ts";
import { titleOf, watchProgrammeStop } from "../laboratory/session/index.ts";
import { HowToTeach } from "../lessons/HowToTeach.tsx";
import { Decision } from "./Decision.tsx";
import { type LastRun, lastRun } from "./lastRun.ts";

const YEARS = 3;

/** Pages that one may want to begin with, in this order; those that there are. The register is a part of the claims where they stand. */
const doors = ["lessons", "laboratory", "claims", "register", "experiments"] as const;
const open = (pages: readonly string[]) => {
  const there = doors.filter((door) => pages.includes(door));
  return there.filter((door) => door !== "register" || !there.includes("claims"));
};

/** The recorded decision once it is there, or why it is not; fetched once. */
const recorded = signal<RecordedDecision | Error | undefined>(undefined);
async function fetchDecision(): Promise<void> {
  if (recorded.value !== undefined && !(recorded.value instanceof Error)) return;
  try {
    recorded.value = (await (await fetch("./recorded-decision.json")).json()) as RecordedDecision;
  } catch (error) {
    recorded.value = error as Error;
  }
}

/** What this is, a question, one thing to press, and a decision to play with. */
export function Front({ pages }: { pages: readonly string[] }) {
  const last = useSignal<LastRun | undefined>(undefined);
  useEffect(() => {
    void fetchDecision();
    void lastRun().then((run) => (last.value = run));
  }, []);
  const decision = recorded.value;
  const known = decision !== undefined && !(decision instanceof Error);
  return (
    <main class="front">
      <div class="opening">
        <h1>{t("frontQuestion")}</h1>
        <p class="what">{t("frontWhat", { residents: known ? decision.residents.toLocaleString(language.value) : "65,854" })}</p>
        <nav aria-label={t("frontDoors")}>
          <button
            type="button"
            class="door main"
            onClick={() => {
              void watchProgrammeStop(YEARS);
              goTo("laboratory");
            }}
          >
            <strong>{t("doorWatch")}</strong>
            <span>{t("doorWatchHelp")}</span>
          </button>
          {last.value && (
            <a class="door" href={last.value.href}>
              <strong>{t("doorGoOn")}</strong>
              <span>{t("doorGoOnHelp", { title: titleOf(last.value.file, language.value), week: last.value.week })}</span>
            </a>
          )}
          {open(pages).map((door) => (
            <a key={door} class="door" href={`#${door}`}>
              <strong>{t(`door_${door}`)}</strong>
              <span>{t(`door_${door}Help`)}</span>
            </a>
          ))}
        </nav>
        <HowToTeach />
        <p class="synthetic">{t("frontSynthetic")}</p>
      </div>
      {known && <Decision of={decision} />}
      {decision instanceof Error && (
        <p role="alert" class="alarm">
          {t("partFailed", { message: inWords(saidOfError(decision)) })}
        </p>
      )}
    </main>
  );
}
