import type { Browser, BrowserContext } from "playwright-core";
import { launchBrowser } from "../e2e/support/launch-browser.ts";
import { inList, openTab, signIn } from "./browser/sign-in.ts";
import { textOf, writeHistory } from "./parley/history.ts";
import { addInbox, type Inbox } from "./parley/inbox.ts";
import { type Site, startSite } from "./parley/start-site.ts";
import { type Benchmark, plain } from "./support/benchmark.ts";

const conversations = 200;
/** Each conversation had so many when the device was last here, and has grown by so many since. */
const before = 60;
const missed = 50;

type Caught = { listFromDevice: number; listIsNew: number; allPulled: number; requests: number };

/** A device that was away: until its list says what is new, and until all of it can be read offline. */
export const catchUp: Benchmark = {
  name: "catch-up",
  async run() {
    const site = await startSite();
    const browser = await launchBrowser();
    try {
      const measured = await measure(site, browser);
      return { tables: [tableOf(measured)], measured };
    } finally {
      await browser.close();
      await site.stop();
    }
  },
};

async function measure(site: Site, browser: Browser) {
  const inbox = await addInbox(site.db, { conversations, messages: before });
  const context = await browser.newContext({ baseURL: site.url, viewport: { width: 1280, height: 800 } });
  await signIn(context, site.url, inbox.owner);

  const fresh = await start(context, inbox, before);
  await writeHistory(site.db, inbox.conversations, missed);
  const returning = await start(context, inbox, before + missed);
  return { fresh, returning };
}

async function start(context: BrowserContext, inbox: Inbox, messages: number): Promise<Caught> {
  const newest = inbox.conversations[0]!;
  const page = await openTab(context, [inList(newest), inList(newest, textOf(messages))]);
  let requests = 0;
  page.on("request", (it) => {
    if (it.url().includes("/trpc/")) requests++;
  });
  await page.goto("/", { waitUntil: "commit" });
  const [[listFromDevice = 0, listIsNew = 0], allPulled] = await page.evaluate(
    ({ userId, conversations, messages }) =>
      Promise.all([window.probes.watched, window.probes.caughtUp(userId, conversations, messages)]),
    { userId: inbox.owner.userId, conversations, messages },
  );
  await page.close();
  return { listFromDevice, listIsNew, allPulled, requests };
}

function tableOf({ fresh, returning }: { fresh: Caught; returning: Caught }) {
  const total = (conversations * missed).toLocaleString("en");
  return {
    title: `Catching up: ${conversations} conversations`,
    rows: [
      plain(`${total} messages behind: the list as it was`, returning.listFromDevice),
      plain(`${total} messages behind: the list says what is new`, returning.listIsNew),
      plain(`${total} messages behind: all of it is on the device`, returning.allPulled),
      plain("requests for that", returning.requests, ""),
      plain("a new device: the list stands", fresh.listIsNew),
      plain(`a new device: ${before} messages of each conversation are on it`, fresh.allPulled),
      plain("requests for that", fresh.requests, ""),
    ],
  };
}
