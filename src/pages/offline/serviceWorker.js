// Keeps the laboratory for use without a network. The build puts the list of files and their version before this text.
// Responses are kept whole, with their headers, so that a page that was isolated from others stays so.
/* global files, version */
const name = `four-circles-${version}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(files)));
});

self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((one) => one.startsWith("four-circles-") && one !== name);
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(old(names).map((one) => caches.delete(one))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  // Vary: Origin, which servers send, must not hide what was fetched without one.
  const kept = (what) => caches.open(name).then((cache) => cache.match(what, { ignoreSearch: true, ignoreVary: true }));
  // The page itself comes from the network while there is one, so that a new version is seen at once; the rest is named by content.
  event.respondWith(
    request.mode === "navigate"
      ? fetch(request).catch(async () => (await kept("./")) ?? Response.error())
      : kept(request).then((found) => found ?? fetch(request)),
  );
});
