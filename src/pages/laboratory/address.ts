import { batch, effect, signal } from "@preact/signals";
import { rememberRun } from "../front/lastRun.ts";
import { page, pages, start } from "./pages.ts";
import { place } from "./place.ts";
import { building, digest, loaded, opening, openLink, runLink, running } from "./session/index.ts";

/**
 * The address says all: #page?run, and #page/place?run where a part of a page is open; without one it is the first page. The page is the tab that is open; the run is written whenever it comes to rest, and
 * now and then while it goes on, so that the address is a link to what is shown and a reload goes on from there.
 */
const query = signal("");

/** Milliseconds between writings in mid-run: a writing costs less than one, and browsers refuse more than a few a second. */
const EVERY = 1000;

/** Pages of before, and where one finds what was there. */
const moved: Readonly<Record<string, string>> = { compare: "laboratory" };

const parts = () => {
  const [path, ...rest] = location.hash.slice(1).split("?");
  const [name, ...within] = path.split("/");
  const known = pages.find(({ id }) => id === (moved[name] ?? name))?.id;
  return { name: known ?? page.value, place: known ? legible(within.join("/")) : place.value, query: rest.join("?") };
};

/** A part of an address as it was before it was escaped; whoever wrote something else has meant nothing that there is. */
function legible(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return "";
  }
}

/** Opens what the address says, and keeps it true from then on. */
export function followAddress(): void {
  const first = parts();
  followed = location.hash;
  batch(() => {
    page.value = first.name;
    place.value = first.place;
    query.value = first.query;
  });
  if (first.query !== "") void openLink(first.query);
  // Some pages need no engine; whoever goes on from them finds the laboratory as it opens.
  effect(() => {
    const alone = pages.find(({ id }) => id === page.value)?.alone === true;
    if (!alone && !loaded.value && !building.value && !opening.peek()) void openLink("");
  });
  effect(() => {
    if (digest.value !== "" && !opening.value) void write();
  });
  effect(() => {
    if (!running.value || opening.value) return;
    const timer = setInterval(() => void write(), EVERY);
    return () => clearInterval(timer);
  });
  effect(show);
  addEventListener("hashchange", () => {
    followed = location.hash;
    const next = parts();
    batch(() => {
      page.value = next.name;
      place.value = next.place;
    });
    if (next.query !== "" && next.query !== query.value) void openLink(next.query);
    else show();
  });
}

/** The address that was written or followed last: another one is about to be followed, and must not be overwritten. */
let followed = location.hash;

function show(): void {
  if (location.hash !== followed) return;
  const plain = page.value === start && query.value === "";
  const path = place.value === "" ? page.value : `${page.value}/${place.value.split("/").map(encodeURIComponent).join("/")}`;
  history.replaceState(null, "", plain ? location.pathname + location.search : `#${path}${query.value && `?${query.value}`}`);
  followed = location.hash;
}

let writings = 0;

async function write(): Promise<void> {
  const mine = ++writings;
  const link = await runLink();
  if (mine !== writings || opening.value) return;
  query.value = link;
  if (link !== "") rememberRun(link);
  show(); // a link that could not be opened may stand there
}
