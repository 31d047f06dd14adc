export type ShellFile = { url: string; revision: string | null };

const prefix = "parley-shell:";

export type Shell = ReturnType<typeof makeShell>;

/** The files of one build, kept whole or not at all, so that the app opens without a network. */
export function makeShell(files: ShellFile[], origin: string) {
  const keys = new Map(files.map((file) => [new URL(file.url, origin).href, keyOf(file)]));
  const name = prefix + fingerprint([...keys.values()].join());
  let opened: Promise<Cache> | undefined;

  /** Takes from the build before what has not changed, and the rest from the network, past the browser's own cache. */
  async function install(): Promise<void> {
    const before = (await caches.keys()).filter((it) => it.startsWith(prefix) && it !== name);
    const cache = await caches.open(name);
    const missing = [...keys].map(async ([url, key]) => {
      if (await cache.match(key)) return;
      const kept = (await Promise.all(before.map((it) => caches.match(key, { cacheName: it })))).find(
        (it) => it !== undefined,
      );
      const answer = kept ?? (await fetch(url, { cache: "reload" }));
      if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
      await cache.put(key, answer.redirected ? new Response(answer.body, answer) : answer);
    });
    await Promise.all(missing);
  }

  async function forgetOlder(): Promise<void> {
    const older = (await caches.keys()).filter((it) => it.startsWith(prefix) && it !== name);
    await Promise.all(older.map((it) => caches.delete(it)));
  }

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.mode === "navigate" ? "/index.html" : request.url, origin);
    const key = keys.get(url.origin + url.pathname);
    if (!key) return fetch(request);
    opened ??= caches.open(name);
    return (await (await opened).match(key)) ?? fetch(request);
  }

  function keyOf({ url, revision }: ShellFile): string {
    const it = new URL(url, origin);
    if (revision) it.searchParams.set("revision", revision);
    return it.href;
  }

  return { install, forgetOlder, answer };
}

function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
