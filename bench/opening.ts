import { newId } from "@parley/schema";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../e2e/support/launch-browser.ts";
import { fillCopy } from "./browser/fill-copy.ts";
import type { ReadUpward } from "./browser/probes.ts";
import { inList, inTimeline, openTab, rowOf, signIn } from "./browser/sign-in.ts";
import { createApiClient } from "./parley/api-client.ts";
import { readEverything, textOf, writeHistory } from "./parley/history.ts";
import { addInbox, type Inbox } from "./parley/inbox.ts";
import { cookieOf } from "./parley/populate.ts";
import { type Site, startSite } from "./parley/start-site.ts";
import { against, type Benchmark, plain } from "./support/benchmark.ts";
import { median, percentilesOf } from "./support/percentiles.ts";

const others = 30;
const messages = 60;
const big = 100_000;
const openings = 9;
/** A reader who scrolls fast: fifteen screens a second, past the most rows that are held at once. */
const scroll = { frames: 900, pixels: 200 };
const typing = { keys: 200, everyMs: 60, messagesPerSecond: 50 };

/** A conversation of 100,000 messages, all of them on the device: opening it, reading upward in it, writing in it. */
export const opening: Benchmark = {
  name: "opening",
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

type Measured = Awaited<ReturnType<typeof measure>>;

async function measure(site: Site, browser: Browser) {
  const inbox = await addInbox(site.db, { conversations: others, messages });
  const chosen = inbox.conversations[0]!;
  const other = inbox.conversations[1]!;
  await writeHistory(site.db, [chosen], big - messages);
  await readEverything(site.db, inbox.owner.userId);
  const context = await browser.newContext({ baseURL: site.url, viewport: { width: 1280, height: 800 } });
  await signIn(context, site.url, inbox.owner);

  const page = await openTab(context, [inList(chosen, textOf(big))]);
  await start(page);
  await page.evaluate(({ userId, count, messages }) => window.probes.caughtUp(userId, count, messages), {
    userId: inbox.owner.userId,
    count: others - 1,
    messages,
  });
  await fillCopy(page, inbox.owner.userId, chosen, big);

  await start(page);
  const times: number[] = [];
  for (let n = 0; n < openings; n++) {
    times.push(await open(page, chosen, big));
    await open(page, other, messages);
  }
  await open(page, chosen, big);
  // Whatever the app still has to say about its connection moves the messages too.
  await page.waitForTimeout(3_000);
  const reading = await page.evaluate(({ frames, pixels }) => window.probes.readUpward(frames, pixels), scroll);
  await open(page, other, messages);
  await open(page, chosen, big);
  const keys = await type(page, site, inbox);
  return { firstOpening: times[0]!, openings: times.slice(1), reading: summed(reading), keys: percentilesOf(keys) };
}

function summed({ shifts, frameMs, ...counts }: ReadUpward) {
  // A message that is gone has moved as far as can be.
  const moved = shifts.map((it) => it ?? 100_000);
  return {
    ...counts,
    worstShift: Math.max(...moved),
    shiftedFrames: moved.filter((it) => it > 1).length,
    frame: percentilesOf(frameMs),
  };
}

async function start(page: Page): Promise<void> {
  await page.goto("/");
  await page.evaluate(() => window.probes.watched);
  await page.waitForTimeout(1_000);
}

async function open(page: Page, conversationId: string, newest: number): Promise<number> {
  const took = await page.evaluate(([row, message]) => window.probes.clickUntilPainted(row, message), [
    rowOf(conversationId),
    inTimeline(textOf(newest)),
  ] as const);
  await page.waitForTimeout(300);
  return took;
}

/** Types while others write; answers with the time of each key until it was painted, none below the 16 ms that can be told. */
async function type(page: Page, site: Site, { other, conversations: [conversationId] }: Inbox): Promise<number[]> {
  const api = createApiClient(site.port);
  const send = () =>
    api.mutate("messages.send", cookieOf(other), {
      conversationId,
      messageId: newId(),
      text: "On my way, five minutes",
    });
  const failures: unknown[] = [];
  const writing = setInterval(
    () => void send().catch((error: unknown) => failures.push(error)),
    1_000 / typing.messagesPerSecond,
  );
  await page.getByRole("textbox", { name: /^Message to/ }).focus();
  const stop = await page.evaluateHandle(() => window.probes.timeKeys());
  for (let n = 0; n < typing.keys; n++) {
    await page.keyboard.press(n % 6 === 5 ? "Space" : "a");
    await page.waitForTimeout(typing.everyMs);
  }
  clearInterval(writing);
  await page.waitForTimeout(500);
  const slow = await page.evaluate((stop) => stop(), stop);
  api.close();
  if (failures.length) throw new Error("others could not write", { cause: failures[0] });
  return [...slow, ...Array.from({ length: Math.max(0, typing.keys - slow.length) }, () => 16)];
}

function tableOf({ firstOpening, openings, reading, keys }: Measured) {
  return {
    title: `A conversation of ${big.toLocaleString("en")} messages on the device, in Chromium`,
    rows: [
      against("opened from the list until painted, median", median(openings), 150),
      plain("the slowest of them", percentilesOf(openings).most),
      plain("the first after the app has started, with loading its code", firstOpening),
      against(
        `reading upward while ${reading.prepends} pages come in front: a message moves by`,
        reading.worstShift,
        1,
        "px",
      ),
      against("frames after which it had moved by more than a pixel", reading.shiftedFrames, 0, ""),
      against("frames after which it had been built anew", reading.rebuilt, 0, ""),
      plain("frames in which the reader had to wait for the device", reading.stalls, ""),
      plain("a frame while reading upward, p95", reading.frame.p95),
      against(`key → paint at ${typing.messagesPerSecond} messages/s, p95`, keys.p95, 50),
      plain("the slowest key", keys.most),
    ],
  };
}
