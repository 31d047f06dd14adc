import { createHash } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../e2e/support/launch-browser.ts";
import { fillCopy } from "./browser/fill-copy.ts";
import { timeFrames, whenIndexed } from "./browser/search-probes.ts";
import { inList, openTab, signIn } from "./browser/sign-in.ts";
import { createApiClient } from "./parley/api-client.ts";
import { fillArchive } from "./parley/fill-archive.ts";
import { readEverything, textOf, writeHistory } from "./parley/history.ts";
import { addInbox } from "./parley/inbox.ts";
import { addPeople, cookieOf } from "./parley/populate.ts";
import { type Site, startSite } from "./parley/start-site.ts";
import { against, type Benchmark, plain } from "./support/benchmark.ts";
import { percentilesOf } from "./support/percentiles.ts";

const archive = { conversations: 5_000, messages: 1_000_000, memberOf: 200, vocabulary: 20_000 };
const rounds = 40;
const held = 100_000;

/** Finding among a million messages on the server, and among a hundred thousand on the device, without a network. */
export const search: Benchmark = {
  name: "search",
  async run() {
    const site = await startSite();
    const browser = await launchBrowser();
    try {
      const onDevice = await measureDevice(site, browser);
      const onServer = await measureServer(site);
      return { tables: [serverTable(onServer), deviceTable(onDevice)], measured: { onServer, onDevice } };
    } finally {
      await browser.close();
      await site.stop();
    }
  },
};

/** The word of a number, as the archive has it: 1 is the commonest. */
const word = (n: number) =>
  createHash("md5")
    .update(String(n))
    .digest("hex")
    .slice(0, 5)
    .replaceAll(/\d/g, (digit) => "ghijklmnop".charAt(Number(digit)));

const kinds: Record<string, (n: number) => string> = {
  "the commonest words": (n) => `${word(1 + (n % 3))} `,
  "a word of a hundred": (n) => `${word(20 + n)} `,
  "a rare word": (n) => `${word(3_000 + n * 17)} `,
  "a word nobody said": (n) => `zz${n}zz `,
  "the beginning of words, two letters": (n) => word(n + 5).slice(0, 2),
  "two words": (n) => `${word(1)} ${word(10 + n)} `,
  "one or another, but not a third": (n) => `(${word(30 + n)} OR ${word(60 + n)}) -${word(2)} `,
  "two words in a row": (n) => `"${word(1)} ${word(2 + (n % 5))}" `,
};

async function measureServer(site: Site) {
  const [me] = await addPeople(site.db, 1);
  if (!me) throw new Error("nobody came");
  const conversationId = await fillArchive(site.db, me.userId, archive);
  const api = createApiClient(site.port);
  const ask = async (query: string, within?: string) => {
    const started = performance.now();
    await api.query("search.messages", cookieOf(me), { query, ...(within && { conversationId: within }) });
    return performance.now() - started;
  };
  for (const queryOf of Object.values(kinds)) await ask(queryOf(0));

  const times: Record<string, number[]> = {};
  for (const [kind, queryOf] of Object.entries(kinds)) {
    const all: number[] = [];
    for (let n = 1; n <= rounds; n++) all.push(await ask(queryOf(n)));
    times[kind] = all;
  }
  const within: number[] = [];
  for (let n = 1; n <= rounds; n++) within.push(await ask(`${word(n)} `, conversationId));
  api.close();
  return { ...times, "within the largest conversation": within };
}

function serverTable(times: Record<string, number[]>) {
  const all = percentilesOf(Object.values(times).flat());
  return {
    title: "A member of 200 among 5,000 conversations searches 1,000,000 messages, over HTTP",
    rows: [
      against("all of them, p95", all.p95, 50),
      plain("all of them, p50", all.p50),
      ...Object.entries(times).map(([kind, some]) => plain(`${kind}, p95`, percentilesOf(some).p95)),
    ],
  };
}

async function measureDevice(site: Site, browser: Browser) {
  const inbox = await addInbox(site.db, { conversations: 3, messages: 60 });
  const chosen = inbox.conversations[0]!;
  await writeHistory(site.db, [chosen], held - 60);
  await readEverything(site.db, inbox.owner.userId);
  const context = await browser.newContext({ baseURL: site.url, viewport: { width: 1280, height: 800 } });
  await signIn(context, site.url, inbox.owner);
  const page = await openTab(context, [inList(chosen, textOf(held))]);
  await start(page);
  await page.evaluate(({ userId }) => window.probes.caughtUp(userId, 2, 60), inbox.owner);
  await page.waitForTimeout(2_000);
  await fillCopy(page, inbox.owner.userId, chosen, held);

  await page.goto("/");
  await page.evaluate(() => window.probes.watched);
  const [indexing, indexedMs] = await Promise.all([
    page.evaluate(timeFrames, 12_000),
    page.evaluate(whenIndexed, inbox.owner.userId),
  ]);
  const idle = await page.evaluate(timeFrames, 6_000);

  await context.setOffline(true);
  await page.waitForTimeout(3_000);
  const searches = await type(page);
  return { indexedMs, indexing, idle, searches };
}

async function start(page: Page): Promise<void> {
  await page.goto("/");
  await page.evaluate(() => window.probes.watched);
}

/** From a text in the field until the hit stands painted. */
async function type(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n <= rounds * 2; n++) {
    const seq = 1_000 + n * 611;
    // In turn one message among all, and what nearly all of them say.
    const [text, expected] = n % 2 ? [`${seq} `, textOf(seq)] : ["see you at the ramen", textOf(held)];
    const took = await page.evaluate(([typed, hit]) => window.probes.typeUntilPainted(typed, hit), [
      text,
      { selector: "[data-hit]", text: expected },
    ] as const);
    // The first one opens the results and reads the index.
    if (n > 0) times.push(took);
    await page.waitForTimeout(150);
  }
  return times;
}

type Device = Awaited<ReturnType<typeof measureDevice>>;

function deviceTable({ indexedMs, indexing, idle, searches }: Device) {
  const found = percentilesOf(searches);
  return {
    title: "100,000 messages on the device, without a network, in Chromium",
    rows: [
      against("typed → hits painted, p95", found.p95, 80),
      plain("typed → hits painted, p50", found.p50),
      plain("the slowest", found.most),
      plain("a new index: begun after 4 s, done after", indexedMs),
      against("the longest frame while it is made", indexing.longest, 50),
      against("the page's own longest work in one piece then, if over 50 ms", indexing.task, 50),
      plain("frames over 50 ms while it is made", indexing.over50, ""),
      plain("frames meanwhile", indexing.frames, ""),
      plain("the longest frame when it is done, nothing going on", idle.longest),
      plain("frames over 50 ms then", idle.over50, ""),
    ],
  };
}
