import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { circleColours, type FourCircle, fourCircles, HALF } from "../../views/index.ts";
import { optionWord, type Word } from "../../words/index.ts";
import type { RecordedDecision } from "../../worker/recordedDecision.ts";
import { language, t, theme } from "../laboratory/preferences.ts";
import { type Contact, contactsByWeek, type Outcome, outcomeAmong } from "./decision.ts";

/** Milliseconds for which a week is shown while the weeks are played. */
const PACE = 140;
const RADIUS = 10.5;
const whose = {
  party: "decisionParty",
  acquaintance: "decisionAcquaintance",
  interest: "decisionInterest",
  industry: "decisionIndustry",
} as const;

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
const hue = (circle: FourCircle) => circleColours[circle][theme.value];

/** One resident among four circles: whether they come if asked, and what would change it. */
export function Decision({ of }: { of: RecordedDecision }) {
  const weeks = useMemo(() => contactsByWeek(of), [of]);
  const at = useSignal(of.weeks - 1);
  const playing = useSignal(false);
  /** Residents of whom the opposite is supposed. */
  const turned = useSignal<ReadonlySet<number>>(new Set());
  useEffect(() => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    at.value = 0;
    playing.value = true;
  }, []);
  useEffect(() => {
    if (!playing.value) return;
    const timer = setInterval(() => {
      if (at.value < of.weeks - 1) at.value++;
      else playing.value = false;
    }, PACE);
    return () => clearInterval(timer);
  }, [playing.value]);
  const contacts = weeks[at.value].map((one) => (turned.value.has(one.resident) ? { ...one, came: !one.came } : one));
  const outcome = outcomeAmong(of, contacts, of.bars[at.value]);
  const show = (week: number) => {
    playing.value = false;
    turned.value = new Set();
    at.value = week;
  };
  const turn = (resident: number) => {
    playing.value = false;
    const next = new Set(turned.value);
    if (!next.delete(resident)) next.add(resident);
    turned.value = next;
  };
  const play = () => {
    if (!playing.value && at.value === of.weeks - 1) at.value = 0;
    turned.value = new Set();
    playing.value = !playing.value;
  };
  return (
    <section class="decision card" aria-labelledby="decision-title">
      <header>
        <h2 id="decision-title">{t("decisionTitle", { age: of.age })}</h2>
        <span class="help">{t("decisionPress")}</span>
      </header>
      <div class="circles-around">
        {outcome.parts.map(({ circle, came, of: all }) => (
          <p key={circle} class={`corner ${circle}`}>
            <strong>{t(`circle_${circle}`)}</strong>
            <span>{t("decisionCame", { came, of: all })}</span>
            <small>{t(whose[circle])}</small>
          </p>
        ))}
        <Around contacts={contacts} outcome={outcome} onTurn={turn} />
      </div>
      <Sum outcome={outcome} rule={of.rule.rule} moving={playing.value} />
      <div class="weeks">
        <button type="button" class="outline" onClick={play}>
          {t(playing.value ? "decisionStop" : "decisionPlay")}
        </button>
        <label>
          <span>{t("decisionWeek", { week: of.from + at.value })}</span>
          <input
            type="range"
            min={0}
            max={of.weeks - 1}
            value={at.value}
            aria-valuetext={t("decisionWeek", { week: of.from + at.value })}
            onInput={(event) => show(event.currentTarget.valueAsNumber)}
          />
        </label>
        {turned.value.size > 0 && (
          <button type="button" class="link" onClick={() => show(at.value)}>
            {t("decisionBack")}
          </button>
        )}
      </div>
      <p class="help note">
        {t("decisionNote", {
          memory: of.memory,
          weights: of.circles.map(({ circle, weight }) => `${t(whose[circle])} ${weight}`).join(language.value === "zh" ? "，" : ", "),
          rule: optionWord(language.value, of.rule.rule) ?? of.rule.rule,
          resident: of.resident,
          seed: of.seed,
        })}
      </p>
    </section>
  );
}

/** The picture: circles, and everybody in them as a button. One of them is in the row of Tab; arrow keys lead to the others. */
function Around({ contacts, outcome, onTurn }: { contacts: readonly Contact[]; outcome: Outcome; onTurn: (resident: number) => void }) {
  const entry = useSignal<number | undefined>(undefined);
  const box = useRef<SVGSVGElement>(null);
  const seated = contacts.filter(({ seat }) => seat !== undefined);
  const first = seated.some(({ resident }) => resident === entry.value) ? entry.value : seated[0]?.resident;
  const walk = (event: KeyboardEvent, from: Contact) => {
    const towards = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (towards) {
      event.preventDefault();
      const next = neighbour(seated, from, towards as [number, number]);
      if (next === undefined) return;
      entry.value = next.resident;
      box.current?.querySelector<SVGElement>(`[data-resident="${next.resident}"]`)?.focus();
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onTurn(from.resident);
    }
  };
  const comes = outcome.chance >= 0.5;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture cannot be a fieldset
    <svg ref={box} viewBox={`${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}`} role="group" aria-label={t("decisionAround")}>
      {fourCircles.map(({ circle, x, y, r }) => (
        <circle key={circle} cx={x} cy={y} r={r} fill={hue(circle)} fill-opacity={0.08} stroke={hue(circle)} stroke-width={2} />
      ))}
      {seated
        .filter(({ came }) => came)
        .map(({ resident, seat, circles }) => (
          <line key={resident} x1={0} y1={0} x2={seat?.x} y2={seat?.y} stroke={hue(circles[0])} stroke-width={1.5} stroke-opacity={0.55} />
        ))}
      {seated.map((contact) => (
        // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
        <g
          key={contact.resident}
          role="button"
          class="contact"
          data-resident={contact.resident}
          tabindex={contact.resident === first ? 0 : -1}
          aria-pressed={contact.came}
          aria-label={t("decisionContact", {
            circles: contact.circles.map((circle) => t(`circle_${circle}` as Word)).join(" + "),
            state: t(contact.came ? "decisionDid" : "decisionDidNot"),
          })}
          transform={`translate(${contact.seat?.x} ${contact.seat?.y})`}
          onClick={() => {
            entry.value = contact.resident;
            onTurn(contact.resident);
          }}
          onKeyDown={(event) => walk(event, contact)}
        >
          <circle class="target" r={19} fill="transparent" />
          <Dot circles={contact.circles} came={contact.came} />
        </g>
      ))}
      <g class={comes ? "self comes" : "self"}>
        <circle r={27} />
        <circle class="head" cy={-7} r={7} />
        <path class="head" d="M-12 15a12 12 0 0 1 24 0z" />
      </g>
    </svg>
  );
}

/** Filled for who came, hollow for who did not, in the hues of up to two circles. */
function Dot({ circles, came }: Pick<Contact, "circles" | "came">) {
  const [left, right] = [hue(circles[0]), hue(circles[1] ?? circles[0])];
  if (left === right) return <circle r={RADIUS} fill={came ? left : "var(--paper)"} stroke={left} stroke-width={2} />;
  const half = (d: string, colour: string) => <path d={d} fill={came ? colour : "var(--paper)"} stroke={colour} stroke-width={2} />;
  return (
    <>
      {half(`M0 ${-RADIUS}A${RADIUS} ${RADIUS} 0 0 0 0 ${RADIUS}`, left)}
      {half(`M0 ${-RADIUS}A${RADIUS} ${RADIUS} 0 0 1 0 ${RADIUS}`, right)}
    </>
  );
}

/** The nearest in a direction. */
function neighbour(contacts: readonly Contact[], { seat, resident }: Contact, [x, y]: [number, number]): Contact | undefined {
  let best: Contact | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const other of contacts) {
    if (other.resident === resident || !other.seat || !seat) continue;
    const [dx, dy] = [other.seat.x - seat.x, other.seat.y - seat.y];
    const along = dx * x + dy * y;
    const aside = Math.abs(dx * y) + Math.abs(dy * x);
    if (along > 1 && along + 2 * aside < least) [best, least] = [other, along + 2 * aside];
  }
  return best;
}

/** The share around the resident as a sum of circles, beside the share from which they come. */
function Sum({ outcome: { parts, share, bar, chance }, rule, moving }: { outcome: Outcome; rule: string; moving: boolean }) {
  const end = Math.max(0.6, Math.min(1, Math.ceil(10 * Math.max(share, bar) + 1) / 10));
  const at = (of: number) => `${(100 * Math.min(end, Math.max(0, of))) / end}%`;
  const said =
    rule === "threshold"
      ? t(share >= bar ? "decisionComes" : "decisionStays", { share: percent(share) })
      : t("decisionChance", { share: percent(share), chance: percent(chance) });
  return (
    <div class="sum">
      {rule !== "conditional" && (
        <p class="bar-label" style={{ "--at": at(bar) }}>
          {bar <= 0 ? t("decisionBarNone") : bar > 1 ? t("decisionBarAll") : t("decisionBar", { bar: percent(bar) })}
        </p>
      )}
      <div class="parts" aria-hidden="true">
        {parts.map(({ circle, adds }) => (
          <i key={circle} class={circle} style={{ width: at(adds), background: hue(circle) }} />
        ))}
        {rule !== "conditional" && <b style={{ left: at(bar) }} />}
      </div>
      <p class="axis" aria-hidden="true">
        <span>0%</span>
        <span>{percent(end).replace(".0", "")}</span>
      </p>
      <p class="verdict" role="status" aria-live={moving ? "off" : "polite"}>
        {said}
      </p>
    </div>
  );
}
