// Keeps the laboratory for use without a network. The build puts the version and the list of files, each with its SHA-256, before
// this text. Responses are kept whole, with their headers, so that a page that was isolated from others stays so.
/* global files, version */
const { scope } = registration;
const mine = `four-circles ${new URL(scope).pathname} `; // another deployment on the same origin has caches of its own
const name = mine + version;

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(dropOld().then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});

/** Keeps all files of this version or none: until then what was kept before stays in use. */
async function keepAll() {
  const responses = await Promise.all(files.map(fetched));
  const cache = await caches.open(name);
  try {
    await Promise.all(responses.map(([path, response]) => cache.put(path, response)));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

/** A file of this version: from the server, past what the browser has kept of another one, and not kept there either. */
async function fetched([path, sum]) {
  const response = await fetch(path, { cache: "no-store" });
  const bytes = await response.clone().arrayBuffer();
  const hash = Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (byte) => byte.toString(16).padStart(2, "0"));
  if (!response.ok || hash.join("") !== sum) throw new Error(`${path}: is not that of version ${version}.`);
  return [path, response];
}

/** Drops what other versions of this deployment have kept, those too whose caches were not yet named by their scope. */
async function dropOld() {
  const old = async (one) => {
    if (one === name) return false;
    if (one.startsWith(mine)) return true;
    return /^four-circles-[0-9a-f]{12}$/.test(one) && (await (await caches.open(one)).match(scope)) !== undefined;
  };
  for (const one of await caches.keys()) if (await old(one)) await caches.delete(one);
}

/** What is kept of this version; nothing where the browser forbids it. */
async function kept(what) {
  try {
    const cache = await caches.open(name);
    return await cache.match(what, { ignoreSearch: true, ignoreVary: true }); // Vary: Origin must not hide what was fetched without one
  } catch {
    return undefined;
  }
}

/**
 * The page comes from the server while there is one that works, so that a new version is seen at once: the browser may keep one of
 * another version than the scripts that are kept here, and has to ask.
 */
async function page(request) {
  const { pathname } = new URL(request.url);
  const home = new URL(scope).pathname;
  const what = pathname === `${home}index.html` ? scope : request;
  try {
    const response = await fetch(request, { cache: "no-cache" });
    return response.status < 500 ? response : ((await kept(what)) ?? response);
  } catch {
    return (await kept(what)) ?? Response.error();
  }
}

/** All else is named by its content. */
const file = async (request) => (await kept(request)) ?? fetch(request);
