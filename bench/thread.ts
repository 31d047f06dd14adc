import { type MessageId, newId } from "@parley/schema";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../e2e/support/launch-browser.ts";
import { inList, inTimeline, openTab, rowOf, signIn } from "./browser/sign-in.ts";
import { createApiClient } from "./parley/api-client.ts";
import { readEverything, textOf, writeThread } from "./parley/history.ts";
import { addInbox, type Inbox } from "./parley/inbox.ts";
import { cookieOf } from "./parley/populate.ts";
import { type Site, startSite } from "./parley/start-site.ts";
import { against, type Benchmark, plain } from "./support/benchmark.ts";
import { median, percentilesOf } from "./support/percentiles.ts";

const messages = 60;
const replies = 10_000;
const openings = 7;
const sends = 10;

const foot = ".threadfoot";
const inThread = (text: string) => ({ selector: '.thread [role="log"] [data-message]', text });

/** A thread of ten thousand replies: opening it, going far back in it, hearing of a new one, and writing in it. */
export const thread: Benchmark = {
  name: "thread",
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
  const inbox = await addInbox(site.db, { conversations: 2, messages });
  const [chosen] = inbox.conversations;
  const last = messages + replies;
  // The newest message of the timeline is the root; the newest reply quotes the hundredth.
  const rootId = await writeThread(site.db, chosen!, replies, 100);
  await readEverything(site.db, inbox.owner.userId);
  const context = await browser.newContext({ baseURL: site.url, viewport: { width: 1280, height: 800 } });
  await signIn(context, site.url, inbox.owner);
  const page = await openTab(context, [inList(chosen!)]);
  await page.goto("/");
  await page.evaluate(() => window.probes.watched);
  await page.waitForTimeout(3_000);
  await click(page, rowOf(chosen!), inTimeline(textOf(messages)));
  await page.waitForTimeout(1_000);

  const cold = await click(page, foot, inThread(textOf(last)));
  const cached: number[] = [];
  for (let n = 0; n < openings; n++) {
    await close(page);
    cached.push(await click(page, foot, inThread(textOf(last))));
    await page.waitForTimeout(300);
  }
  const jump = await click(page, `.thread [role="log"] [data-message] button.quote`, inThread(textOf(messages + 100)));
  await close(page);
  await click(page, foot, inThread(textOf(last)));
  const heard = await hear(site, page, inbox, rootId);
  const sent = await write(page);
  await close(page);
  const unread = await countUnread(site, page, inbox, rootId);
  return { cold, cached, jump, heard, sent, unread };
}

async function click(page: Page, selector: string, until: { selector: string; text: string }): Promise<number> {
  await page.locator(selector).first().waitFor();
  return page.evaluate(([clicked, it]) => window.probes.clickUntilPainted(clicked, it), [selector, until] as const);
}

async function close(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>(".thread .not-phone.iconbtn")?.click());
  await page.locator(".thread").waitFor({ state: "detached" });
  await page.waitForTimeout(300);
}

/** Somebody else replies; from their sending until it stands painted in the open thread. */
async function hear(site: Site, page: Page, inbox: Inbox, rootId: MessageId): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < sends; n++) {
    const text = `An answer from elsewhere (${n})`;
    const painted = page.evaluate((it) => window.probes.painted(it).then(() => undefined), inThread(text));
    const started = performance.now();
    await reply(site, inbox, rootId, text);
    await painted;
    times.push(performance.now() - started);
    await page.waitForTimeout(300);
  }
  return times;
}

/** From the press of the button until one's own reply stands painted, on its way. */
async function write(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < sends; n++) {
    const text = `An answer of my own (${n})`;
    await page.locator(".thread textarea").fill(text);
    await page.waitForTimeout(100);
    times.push(await click(page, `.thread button[aria-label="Send"]`, inThread(text)));
    await page.waitForTimeout(300);
  }
  return times;
}

/** With the thread closed: from somebody's reply until its root says how many there are now. */
async function countUnread(site: Site, page: Page, inbox: Inbox, rootId: MessageId): Promise<number[]> {
  const times: number[] = [];
  for (let n = 1; n <= sends; n++) {
    const count = (replies + 2 * sends + n).toLocaleString("en");
    const painted = page.evaluate((it) => window.probes.painted(it).then(() => undefined), {
      selector: foot,
      text: count,
    });
    const started = performance.now();
    await reply(site, inbox, rootId, `One more (${n})`);
    await painted;
    times.push(performance.now() - started);
    await page.waitForTimeout(300);
  }
  return times;
}

async function reply(site: Site, { other, conversations: [conversationId] }: Inbox, threadId: MessageId, text: string) {
  const api = createApiClient(site.port);
  const message = { conversationId, messageId: newId<MessageId>(), text, threadId };
  await api.mutate("messages.send", cookieOf(other), message);
  api.close();
}

function tableOf({ cold, cached, jump, heard, sent, unread }: Awaited<ReturnType<typeof measure>>) {
  return {
    title: `A thread of ${replies.toLocaleString("en")} replies, in Chromium`,
    rows: [
      plain("opened for the first time, from the server, until its newest replies are painted", cold),
      against("opened again, from the device, median", median(cached), 150),
      plain("the slowest of them", percentilesOf(cached).most),
      plain("a jump from a quote to what was said 9,900 replies before, not on the device", jump),
      plain("somebody's reply, sent → painted in the open thread, median", median(heard)),
      plain("the slowest of them", percentilesOf(heard).most),
      against("one's own reply, pressed → painted, p95", percentilesOf(sent).p95, 100),
      plain("the thread is closed: somebody's reply, sent → counted on its root, median", median(unread)),
    ],
  };
}
