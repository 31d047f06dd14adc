import { readdir } from "node:fs/promises";

export type Chunk = {
  file: string;
  src?: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
};

export type Measured = {
  name: string;
  budget:
    | "signIn"
    | "chat"
    | "messages"
    | "lazyChunk"
    | "opening"
    | "app"
    | "everything"
    | "pdf"
    | "colours"
    | "serviceWorker";
  kilobytes: number;
};

/** The screens whose first JavaScript has a budget, by the source files that are loaded for them. */
const screens = {
  signIn: /\/SignInPage\.tsx$|\/i18n\/en\/door\.ts$/,
  chat: /\/app\/(Shell|ConversationPage)\.tsx$|\/i18n\/en\/chat\.ts$/,
  messages: /\/app\/(Shell|ConversationPage)\.tsx$|\/i18n\/en\/chat\.ts$|^_world-/,
};

/** What draws PDFs is foreign, large, and fetched by whoever opens one: it has a budget of its own and is part of no other. */
const drawsPdf = /(^|\/)pdf[.-][^/]*$/;
/** What knows the languages of programs is foreign too, and read by whoever is sent code: the app's own code does not count it. */
const colours = /(^|\/)colours-[^/]*\.js$/;

/** Sizes of what a browser loads, from Vite's manifest. */
export async function measureBundle(
  manifest: Record<string, Chunk>,
  dist: string,
  sizeOf: (file: string) => Promise<number>,
): Promise<Measured[]> {
  const scripts = async (keys: Iterable<string>) => {
    let sum = 0;
    for (const key of keys) {
      const file = manifest[key]?.file ?? "";
      if (isScript(manifest[key]) && !drawsPdf.test(file) && !colours.test(file)) sum += await sizeOf(file);
    }
    return sum;
  };
  const entry = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const first = (screen: RegExp) =>
    closure(manifest, [...entry, ...Object.keys(manifest).filter((key) => screen.test(key))]);
  const atFirst = new Set([...first(screens.signIn), ...first(screens.messages)]);
  const lazy = Object.keys(manifest).filter((key) => isScript(manifest[key]) && !atFirst.has(key));

  // A person reads one language: of the others' words, nothing is loaded.
  const inOneLanguage = Object.keys(manifest).filter((key) => !/\/i18n\/(vi|ar)\//.test(key));

  const measured: Measured[] = [
    { name: "sign-in, first JavaScript", budget: "signIn", kilobytes: await scripts(first(screens.signIn)) },
    { name: "open chat, first JavaScript", budget: "chat", kilobytes: await scripts(first(screens.chat)) },
    { name: "open chat with its messages", budget: "messages", kilobytes: await scripts(first(screens.messages)) },
    { name: "user app, all JavaScript", budget: "app", kilobytes: await scripts(inOneLanguage) },
    {
      name: "everything that is text",
      budget: "everything",
      kilobytes: await allText(dist, sizeOf, (it) => !drawsPdf.test(it)),
    },
    { name: "colouring code", budget: "colours", kilobytes: await allText(dist, sizeOf, (it) => colours.test(it)) },
    { name: "drawing PDFs", budget: "pdf", kilobytes: await allText(dist, sizeOf, (it) => drawsPdf.test(it)) },
  ];
  for (const key of lazy) {
    const kilobytes = await scripts([key]);
    if (kilobytes > 20) measured.push({ name: `chunk ${key}`, budget: "lazyChunk", kilobytes });
  }
  // A file that is opened later brings others along, and those others.
  let most = { key: "", kilobytes: 0 };
  for (const key of lazy) {
    const kilobytes = await scripts([...closure(manifest, [key])].filter((it) => !atFirst.has(it)));
    if (kilobytes > most.kilobytes) most = { key, kilobytes };
  }
  measured.push({ name: `most to open later (${most.key})`, budget: "opening", kilobytes: most.kilobytes });
  const worker = (await readdir(dist)).find((file) => /^(sw|service-worker)\.m?js$/.test(file));
  if (worker) measured.push({ name: "service worker", budget: "serviceWorker", kilobytes: await sizeOf(worker) });
  return measured;
}

/** These chunks and all they import before they run. */
function closure(manifest: Record<string, Chunk>, keys: string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of manifest[key]?.imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  return seen;
}

async function allText(
  dist: string,
  sizeOf: (file: string) => Promise<number>,
  counts: (file: string) => boolean,
): Promise<number> {
  let sum = 0;
  for (const file of await readdir(dist, { recursive: true })) {
    if (/\.(m?js|css|html|svg|txt|json|webmanifest)$/.test(file) && counts(file)) sum += await sizeOf(file);
  }
  return sum;
}

function isScript(chunk: Chunk | undefined): boolean {
  return /\.m?js$/.test(chunk?.file ?? "");
}
