// The cafés without a connection. Pages always come from the site when it can be reached; what was read stands in when
// it cannot. What everybody reads is kept for everybody. A page of somebody signed in says whose it is (X-Offline-For,
// see cafecm/phone.py): it is kept apart, for them, and goes as soon as somebody else, or nobody, reads here, and when
// they sign out. Whatever says neither is not kept: no desk, no account, no form.

const SHELL = ["/offline/", "/en/offline/"];
const OF_EVERYBODY = /^\/(en\/)?((cafes|venues|specialties)\/([\w-]+\/)?|cafes\/\d+\/\d+\/|subscribe\/)?$/;
const FILES = /^\/(static|media)\//;
const AT_MOST = { pages: 40, files: 80 };
const CAFES_AHEAD = 3;
const AN_HOUR = 3600e3;
let looked_at = 0;
let reader; // whose page came last, as its word; null for nobody's; what comes in late is kept for nobody else

self.addEventListener("install", (event) => event.waitUntil(prepare().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim().then(begin)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method !== "GET") {
    // Whoever signs in or out posts a form; and whatever else is posted makes what was kept old.
    if (request.mode === "navigate") event.waitUntil(now_reads(null));
  } else if (request.mode === "navigate") {
    event.respondWith(page(event));
  } else if (FILES.test(pathname)) {
    event.respondWith(file(event));
  }
});

// The page that is there has not come through here: it is the first one, or stands at the end of a form.
self.addEventListener("message", (event) => event.waitUntil(read_again(new URL(event.source.url))));

async function read_again(address) {
  const answer = await fetch(address);
  if (!tells_the_reader(address.pathname, answer)) return;
  await now_reads(answer.headers.get("X-Offline-For"));
  await note(address, answer);
}

/** The page for an address that is not kept, and all that it is drawn with. */
async function prepare() {
  for (const address of SHELL) {
    const answer = await as_stranger(address);
    await put("shell", address, answer.clone());
    await with_files(await answer.text());
  }
}

async function begin() {
  const [here] = await self.clients.matchAll({ type: "window" });
  await look_ahead(here ? new URL(here.url).pathname : "/");
}

/** The coming cafés, as everybody reads them, in the language of this page; once an hour at most. */
async function look_ahead(pathname) {
  if (Date.now() < looked_at + AN_HOUR) return;
  looked_at = Date.now();
  const language = pathname.startsWith("/en/") ? "/en" : "";
  for (const address of [`${language}/`, `${language}/cafes/`]) {
    const answer = await as_stranger(address);
    if (!is_for_everybody(address, answer)) return;
    await put("pages", address, answer.clone());
    if (!address.endsWith("/cafes/")) continue;
    const list = (await answer.text()).split('class="menu"')[1] ?? "";
    const cafes = [...list.matchAll(/href="(\/(?:en\/)?cafes\/[\w-]+\/)"/g)].slice(0, CAFES_AHEAD);
    for (const [, cafe] of cafes) {
      const evening = await as_stranger(cafe);
      if (is_for_everybody(cafe, evening)) await put("pages", cafe, evening);
    }
  }
}

function as_stranger(address) {
  return fetch(address, { credentials: "omit" });
}

async function page(event) {
  try {
    const answer = await fetch(event.request);
    const address = new URL(event.request.url);
    if (tells_the_reader(address.pathname, answer)) {
      await now_reads(answer.headers.get("X-Offline-For"));
      event.waitUntil(note(address, answer.clone()));
    }
    return answer;
  } catch (trouble) {
    const { pathname } = new URL(event.request.url);
    const own = (await caches.keys()).filter((name) => name.startsWith("own "));
    for (const name of [...own, "pages", "shell"]) {
      const kept = await (await caches.open(name)).match(pathname, { ignoreVary: true });
      if (kept) return kept;
    }
    const shell = SHELL[pathname.startsWith("/en/") ? 1 : 0];
    const kept = await (await caches.open("shell")).match(shell, { ignoreVary: true });
    if (kept) return kept;
    throw trouble;
  }
}

/** Keeps a page that may be kept, for those who may read it. */
async function note({ pathname, search }, answer) {
  if (answer.status !== 200 || search) return;
  const whose = answer.headers.get("X-Offline-For");
  if (whose) {
    await put_aside(whose, pathname, answer.clone());
    for (const also of (answer.headers.get("X-Offline-Also") ?? "").split(" ").filter(Boolean)) {
      const more = await fetch(also);
      if (more.headers.get("X-Offline-For") === whose) await put_aside(whose, also, more);
    }
  } else if (is_for_everybody(pathname, answer)) {
    await put("pages", pathname, answer.clone());
  } else {
    return;
  }
  await with_files(await answer.text());
  await look_ahead(pathname);
}

function is_for_everybody(pathname, answer) {
  const rule = answer.headers.get("Cache-Control") ?? "";
  return answer.ok && OF_EVERYBODY.test(pathname) && !/private|no-store/.test(rule);
}

function tells_the_reader(pathname, answer) {
  return answer.headers.has("X-Offline-For") || is_for_everybody(pathname, answer);
}

/** Lets go of all that is somebody else's own. */
async function now_reads(whose) {
  reader = whose;
  const names = (await caches.keys()).filter((name) => name.startsWith("own ") && name !== `own ${whose}`);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** Keeps a page for this reader alone, unless somebody else has come meanwhile. */
async function put_aside(whose, pathname, answer) {
  if (whose !== reader) return;
  await put(`own ${whose}`, pathname, answer);
  if (whose !== reader) await caches.delete(`own ${whose}`);
}

async function file(event) {
  const cache = await caches.open("files");
  try {
    const answer = await fetch(event.request);
    if (answer.status === 200 && !/no-store|private/.test(answer.headers.get("Cache-Control") ?? ""))
      event.waitUntil(put("files", event.request.url, answer.clone()));
    return answer;
  } catch (trouble) {
    const kept = await cache.match(event.request.url, { ignoreVary: true });
    if (kept) return kept;
    throw trouble;
  }
}

/** Keeps the styles, scripts and the face that a page is drawn with: they came before this script was there. */
async function with_files(html) {
  const cache = await caches.open("files");
  for (const [, address] of html.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)) {
    if (await cache.match(address, { ignoreVary: true })) continue;
    const answer = await fetch(address);
    if (answer.ok) await put("files", address, answer);
  }
}

async function put(name, address, answer) {
  const cache = await caches.open(name);
  await cache.put(address, answer);
  const kept = await cache.keys();
  const spare = kept.length - (AT_MOST[name] ?? 20);
  for (const oldest of kept.slice(0, Math.max(0, spare))) await cache.delete(oldest);
}
