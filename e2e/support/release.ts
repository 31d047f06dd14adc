import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const dist = resolve(import.meta.dirname, "../../apps/web/dist");

/** A folder of its own with the built web app, to be served and to be followed by a newer one. */
export async function copyOfWeb(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "parley-web-"));
  await cp(dist, folder, { recursive: true });
  return folder;
}

/** What the next build would leave there: another page, and a service worker that knows it by its fingerprint. */
export async function releaseNext(folder: string, version: string): Promise<void> {
  const page = await change(join(folder, "index.html"), (html) =>
    html.replace("</head>", `<meta name="parley-version" content="${version}"></head>`),
  );
  const revision = createHash("md5").update(page).digest("hex");
  await change(join(folder, "service-worker.js"), (script) =>
    script.replace(/"revision":"\w+","url":"index\.html"/, `"revision":"${revision}","url":"index.html"`),
  );
}

async function change(file: string, edit: (text: string) => string): Promise<string> {
  const before = await readFile(file, "utf8");
  const after = edit(before);
  if (after === before) throw new Error(`${file} is not as it was when this was written.`);
  await writeFile(file, after);
  return after;
}
