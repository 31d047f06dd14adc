import type { CDPSession, Page } from "playwright-core";
import type { Person } from "./person.ts";

export type WorkerOfPerson = {
  /** Closes Parley's page; the browser stays. */
  leavePage(): Promise<void>;
  /** What the browser does by itself once the network is back. */
  sync(tag: string): Promise<void>;
};

/** The service worker of an installed person, reachable while no page of Parley is open. */
export async function serviceWorkerOf(person: Person): Promise<WorkerOfPerson> {
  const { page, context } = person;
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const elsewhere = await context.newPage();
  const session = await context.newCDPSession(elsewhere);
  const registrationId = await registrationIn(session, page);
  return {
    async leavePage() {
      await page.close();
    },
    async sync(tag) {
      const origin = new URL(person.url).origin;
      await session.send("ServiceWorker.dispatchSyncEvent", { origin, registrationId, tag, lastChance: false });
    },
  };
}

async function registrationIn(session: CDPSession, page: Page): Promise<string> {
  const origin = new URL(page.url()).origin;
  const found = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find((it) => it.scopeURL.startsWith(origin) && !it.isDeleted);
      if (own) resolve(own.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  return found;
}
