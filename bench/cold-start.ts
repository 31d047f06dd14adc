import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchInstalled } from "../e2e/support/launch-browser.ts";
import type { Watched } from "./browser/probes.ts";
import { inList, inTimeline, openTab, signIn } from "./browser/sign-in.ts";
import { textOf } from "./parley/history.ts";
import { addInbox, type Inbox } from "./parley/inbox.ts";
import { startSite } from "./parley/start-site.ts";
import { against, type Benchmark, plain } from "./support/benchmark.ts";
import { median, percentilesOf } from "./support/percentiles.ts";

const conversations = 50;
const messages = 60;
const starts = 7;

/** The app opened in a browser that has just been started, with no network and no server: shell and messages are the device's own. */
export const coldStart: Benchmark = {
  name: "cold-start",
  async run() {
    const profile = await mkdtemp(join(tmpdir(), "parley-bench-profile-"));
    try {
      const { url, inbox } = await useOnce(profile);
      const measured = { conversation: [] as number[], list: [] as number[] };
      const chosen = inbox.conversations[0]!;
      const newest = textOf(messages);
      for (let n = 0; n < starts; n++) {
        measured.conversation.push(await startOffline(profile, url, `/c/${chosen}`, inTimeline(newest)));
        measured.list.push(await startOffline(profile, url, "/", inList(chosen, newest)));
      }
      return { tables: [tableOf(measured)], measured };
    } finally {
      await rm(profile, { recursive: true, force: true });
    }
  },
};

/** A device that has been used: everything is on it, the service worker too. Then the server goes away for good. */
async function useOnce(profile: string): Promise<{ url: string; inbox: Inbox }> {
  const site = await startSite();
  const inbox = await addInbox(site.db, { conversations, messages });
  const context = await launchInstalled(profile, site.url);
  await signIn(context, site.url, inbox.owner);
  const page = await openTab(context, [inTimeline(textOf(messages))]);
  await page.goto("/");
  await page.evaluate(
    ({ userId, conversations, messages }) => window.probes.caughtUp(userId, conversations, messages),
    { userId: inbox.owner.userId, conversations, messages },
  );
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.goto(`/c/${inbox.conversations[0]}`);
  await page.evaluate(() => window.probes.watched);
  await page.waitForTimeout(1_000);
  await context.close();
  await site.stop();
  return { url: site.url, inbox };
}

/** From the start of the navigation until the newest message stands painted. */
async function startOffline(profile: string, url: string, path: string, watched: Watched): Promise<number> {
  const context = await launchInstalled(profile, url);
  try {
    await context.setOffline(true);
    const page = await openTab(context, [watched]);
    await page.goto(path, { waitUntil: "commit" });
    const [time = 0] = await page.evaluate(() => window.probes.watched);
    return time;
  } finally {
    await context.close();
  }
}

function tableOf({ conversation, list }: { conversation: number[]; list: number[] }) {
  return {
    title: `Cold start without a network, ${conversations} conversations on the device, median of ${starts}`,
    rows: [
      against("browser just started → messages of the open conversation painted", median(conversation), 600),
      plain("the slowest", percentilesOf(conversation).most),
      against("browser just started → list painted", median(list), 600),
      plain("the slowest", percentilesOf(list).most),
    ],
  };
}
