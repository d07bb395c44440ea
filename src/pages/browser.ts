// What some browsers lack or have wrong, put right before anything looks at it: imported first by the page, and by what looks at it
// while it is loaded, since a bundler may load that before the page itself.

/** A language that `Intl` takes; a browser started under LANG=C has "C" or "en-US@posix", which it throws at. */
function isLanguage(tag: unknown): boolean {
  try {
    return typeof tag === "string" && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

if (!isLanguage(navigator.language)) {
  const base = /^[a-z]{2,3}(?=[-_.@]|$)/i.exec(navigator.language ?? "")?.[0] ?? "en";
  Object.defineProperty(navigator, "language", { value: base, configurable: true });
}

/** Says no to every question, and never changes its mind. */
const never = (media: string): MediaQueryList =>
  Object.assign(new EventTarget(), { media, matches: false, onchange: null, addListener() {}, removeListener() {} });
if (typeof globalThis.matchMedia !== "function") globalThis.matchMedia = never;
