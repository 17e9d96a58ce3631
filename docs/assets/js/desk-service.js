// Keeps the page «Gửi số liệu» for use without a network. The build puts this file beside that page, and its scope is
// that page alone. What lies under assets/py/ has names that change with its content, so what is kept is right; all
// else is asked of the network first.

const KEPT = "desk";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => event.waitUntil(keep(event.data).then(() => event.ports[0]?.postMessage("kept"))));

async function keep({ files, names }) {
  const cache = await caches.open(KEPT);
  for (const { url } of await cache.keys()) {
    if (isPython(url) && !names.some((name) => url.includes(name))) await cache.delete(url);
  }
  const missing = [];
  for (const file of files) if (!(await cache.match(file, { ignoreSearch: true }))) missing.push(file);
  await Promise.all(missing.map((file) => cache.add(file).catch(() => null)));
}

const isPython = (url) => /\/assets\/py\/(?!names\.js)/.test(new URL(url).pathname);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(isPython(request.url) ? keptFirst(request) : freshFirst(request));
});

async function keptFirst(request) {
  const cache = await caches.open(KEPT);
  return (await cache.match(request)) ?? asked(cache, request);
}

async function freshFirst(request) {
  const cache = await caches.open(KEPT);
  try {
    return await asked(cache, request);
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

async function asked(cache, request) {
  const answer = await fetch(request);
  if (answer.ok) await cache.put(new URL(request.url.split(/[?#]/)[0]), answer.clone());
  return answer;
}
