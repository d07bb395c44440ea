/** Keeps the laboratory for use without a network, once the page has all that it needs now. */
export function keepOffline(): void {
  if (import.meta.env.MODE !== "production" || !("serviceWorker" in navigator)) return;
  const register = async () => {
    try {
      await navigator.serviceWorker.register("./sw.js");
    } catch {} // some browsers forbid it, or have no room; all else works
  };
  if (document.readyState === "complete") void register();
  else addEventListener("load", () => void register());
}
