import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { type AgentEvent, drifting, type Story, type StoryKind, storyKinds } from "../../../observation/index.ts";
import { type CircleName, circleColours } from "../../../views/index.ts";
import { columnName, type Line, percent, short, tellEvent, valueInWords, type Word } from "../../../words/index.ts";
import { goTo } from "../goTo.ts";
import { givenNames, nameInStory } from "../names.ts";
import { language, t, theme } from "../preferences.ts";
import { query } from "../registerSearch.ts";
import { askWhy } from "./askWhy.ts";
import { meaning, titleOf } from "./terms.ts";

const PAGE = 60; // entries shown at once

/** A mechanism by its name, which leads to its specification in the register. */
function Mechanism({ id }: { id: string }) {
  if (id === "") return <span>{titleOf(id)}</span>;
  const openSheet = () => {
    query.value = id;
    goTo("register");
  };
  return (
    <button type="button" class="link" onClick={openSheet}>
      {titleOf(id)}
    </button>
  );
}

/** The number drawn beside the probability that it was compared with. */
function Draw({ u, p }: { u: number; p: number }) {
  return (
    <svg class="draw" viewBox="0 0 100 10" role="img" aria-label={t("whyDraw", { u: short(u), p: percent(p) })} preserveAspectRatio="none">
      <rect class="all" x="0" y="2" width="100" height="6" />
      <rect class="chance" x="0" y="2" width={Math.max(0.6, p * 100)} height="6" />
      <rect class="drawn" x={Math.min(99, u * 100)} y="0" width="1.2" height="10" />
    </svg>
  );
}

function Told({ line, event, onOtherwise }: { line: Line; event: AgentEvent; onOtherwise: OnOtherwise | undefined }) {
  const { text, whom, circle, draw } = line;
  const isChance = draw !== undefined && draw.p.length === 2;
  return (
    <li>
      {circle && <i class="circle" style={{ background: circleColours[circle as CircleName][theme.value] }} />}
      {text}{" "}
      {whom
        .filter(({ kind }) => storyKinds.includes(kind as StoryKind))
        .map(({ kind, index }) => (
          <button key={`${kind}${index}`} type="button" class="link whom" onClick={() => askWhy(kind as StoryKind, index)}>
            {nameInStory({ kind, index })}
          </button>
        ))}
      {isChance && <Draw u={draw.u} p={draw.p[1]} />}
      {isChance && onOtherwise && (
        <button type="button" class="link otherwise" onClick={() => onOtherwise(event.mechanism, event.week, draw)}>
          {t("whyOtherwise")}
        </button>
      )}
    </li>
  );
}

type OnOtherwise = (mechanism: string, week: number, draw: NonNullable<Line["draw"]>) => void;

/** A story as a timeline in words, the newest first, and what it comes to. */
export function StoryView({ story, onOtherwise }: { story: Story; onOtherwise?: OnOtherwise }) {
  const drift = useSignal(false);
  const most = useSignal(PAGE);
  const { agent } = story;
  const entries = story.events.filter(({ turning }) => turning || drift.value).reverse();
  const shown = entries.slice(0, most.value);
  return (
    <div class="story">
      <label>
        <input type="checkbox" checked={drift.value} onChange={(event) => (drift.value = event.currentTarget.checked)} /> {t("whyDrift")}
      </label>
      {entries.length === 0 ? <p>{t("story_empty")}</p> : <p class="help">{t("whyShown", { shown: shown.length, all: entries.length })}</p>}
      <ol class="story-line">
        {shown.map((event) => (
          <li key={`${event.week} ${event.mechanism} ${story.events.indexOf(event)}`}>
            <h3>
              <span class="when">{t("weekShort", { week: event.week })}</span> <Mechanism id={event.mechanism} />
            </h3>
            <ul>
              {tellEvent(language.value, agent, event, meaning, givenNames.value).map((line, k) => (
                <Told key={`${k} ${line.text}`} line={line} event={event} onOtherwise={onOtherwise} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {entries.length > most.value && (
        <button type="button" onClick={() => (most.value += PAGE)}>
          {t("whyMore")}
        </button>
      )}
      <Chances story={story} />
      {agent.kind !== "matter" && <Attributions story={story} />}
    </div>
  );
}

/** A table that opens on demand. */
function FoldedTable({ title, columns, children }: { title: Word; columns: readonly Word[]; children: ComponentChildren }) {
  return (
    <details>
      <summary>{t(title)}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="wide" tabIndex={0} aria-label={t(title)}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
    </details>
  );
}

function Chances({ story }: { story: Story }) {
  if (story.chances.length === 0) return null;
  return (
    <FoldedTable title="story_chances" columns={["whyMechanism", "whyChance", "whyTaken", "whyCame", "whyExpected", "whyNearest"]}>
      {story.chances.map(({ mechanism, stream, draw, taken, came, expected, nearest }) => (
        <tr key={`${mechanism}${stream}${draw}`}>
          <td>
            <Mechanism id={mechanism} />
          </td>
          <td>{meaning(mechanism, stream, draw)?.[language.value]}</td>
          <td>{taken}</td>
          <td>{came}</td>
          <td>{short(expected)}</td>
          <td>
            {t("weekShort", { week: nearest.week })} <Draw u={nearest.u} p={nearest.p} /> {short(nearest.u)} / {percent(nearest.p)}
          </td>
        </tr>
      ))}
    </FoldedTable>
  );
}

/** How far a mechanism moved a value; of codes, names and dates how often, for their sums mean nothing. */
const howFar = (unit: string, { sum, times }: Story["attribution"][number]["by"][number]) =>
  drifting.has(unit) ? `${sum > 0 ? "+" : ""}${short(sum)}` : `${times}×`;

function Attributions({ story }: { story: Story }) {
  const moved = story.attribution.filter(({ column }) => column !== "minutesMonth");
  if (moved.length === 0) return null;
  const { kind } = story.agent;
  return (
    <FoldedTable title="story_attribution" columns={["measure", "whyBefore", "whyAfter", "whyBy"]}>
      {moved.map((value) => (
        <tr key={`${value.column}${value.place}`}>
          <td>{columnName(language.value, kind, value.column, value.place)}</td>
          <td>{valueInWords(language.value, kind, value, value.before, givenNames.value)}</td>
          <td>{valueInWords(language.value, kind, value, value.after, givenNames.value)}</td>
          <td>
            {value.by.map((by) => (
              <span key={by.mechanism} class="by">
                <Mechanism id={by.mechanism} /> {howFar(value.unit, by)}
              </span>
            ))}
          </td>
        </tr>
      ))}
    </FoldedTable>
  );
}
