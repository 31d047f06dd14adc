import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { type Authenticator, addAuthenticator, listCredentials } from "./authenticator.ts";
import { noteWhatHappens } from "./happened.ts";
import { launchInstalled } from "./launch-browser.ts";

/** How long anything may take to show; more than ever needed, less than a story's own limit, which keeps no evidence. */
const patienceMs = 60_000;

export type Person = {
  name: string;
  username: string;
  /** Where their Parley is. */
  url: string;
  /** One browser profile: storage, service worker and network of its own. */
  context: BrowserContext;
  page: Page;
  authenticator: Authenticator;
  /** What their pages have complained about so far. */
  complaints: string[];
  /** Another tab of the same browser. */
  openTab(path?: string): Promise<Page>;
  cutNetwork(): Promise<void>;
  mendNetwork(): Promise<void>;
};

export type PersonWithDevices = Person & {
  /** The same person with another device, on which their passkey is, as phones and laptops share them. Not signed in yet. */
  withAnotherDevice(options?: BrowserContextOptions): Promise<PersonWithDevices>;
};

export type PersonOptions = BrowserContextOptions & { username?: string };

/** Somebody with a browser and a screen lock of their own, who has not been to this Parley yet. */
export async function newPerson(
  browser: Browser,
  url: string,
  name: string,
  options: PersonOptions = {},
): Promise<PersonWithDevices> {
  const { username = usernameFor(name), ...contextOptions } = options;
  return personWith({ browser, url, name, username, contextOptions, passkeys: [] });
}

type Parts = {
  browser: Browser;
  url: string;
  name: string;
  username: string;
  contextOptions: BrowserContextOptions;
  passkeys: Awaited<ReturnType<typeof listCredentials>>;
};

async function personWith({
  browser,
  url,
  name,
  username,
  contextOptions,
  passkeys,
}: Parts): Promise<PersonWithDevices> {
  const viewport = { width: 1280, height: 800 };
  const context = await browser.newContext({
    baseURL: url,
    locale: "en-GB",
    viewport,
    extraHTTPHeaders: fromAnAddressOfItsOwn(),
    ...contextOptions,
  });
  const person = await personIn(context, { url, name, username, passkeys });
  return {
    ...person,
    async withAnotherDevice(options = {}) {
      const copied = await listCredentials(person.authenticator);
      return personWith({ browser, url, name, username, contextOptions: options, passkeys: copied });
    },
  };
}

/** Somebody whose browser keeps a profile in `folder`, as a real one does: only such a browser has Background Sync. */
export async function installedPerson(
  folder: string,
  url: string,
  name: string,
  options: PersonOptions = {},
): Promise<Person> {
  const { username = usernameFor(name), ...contextOptions } = options;
  return personIn(
    await launchInstalled(folder, url, { extraHTTPHeaders: fromAnAddressOfItsOwn(), ...contextOptions }),
    { url, name, username, passkeys: [] },
  );
}

type Somebody = Pick<Parts, "url" | "name" | "username" | "passkeys">;

async function personIn(context: BrowserContext, { passkeys, ...somebody }: Somebody): Promise<Person> {
  context.setDefaultTimeout(patienceMs);
  const complaints = listenTo(context);
  await noteWhatHappens(context);
  const page = await context.newPage();
  const authenticator = await addAuthenticator(page, passkeys);

  return {
    ...somebody,
    context,
    page,
    authenticator,
    complaints,
    async openTab(path = "/") {
      const tab = await context.newPage();
      await addAuthenticator(tab, page.isClosed() ? [] : await listCredentials(authenticator));
      await tab.goto(path);
      return tab;
    },
    cutNetwork: () => context.setOffline(true),
    mendNetwork: () => context.setOffline(false),
  };
}

function listenTo(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on("weberror", (it) => complaints.push(it.error().stack ?? it.error().message));
  context.on("console", (it) => {
    if (it.type() === "error") complaints.push(it.text());
  });
  return complaints;
}

/** Limits count by address: whoever comes with this has theirs to themselves. */
export function fromAnAddressOfItsOwn(): { "x-forwarded-for": string } {
  const part = () => Math.floor(Math.random() * 256);
  return { "x-forwarded-for": `10.${part()}.${part()}.${part()}` };
}

/** Unlike any other name in the same Parley, and short enough to read in a failure. */
function usernameFor(name: string): string {
  const suffix = Math.floor(Math.random() * 1e6).toString(36);
  return `${name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}.${suffix}`;
}
