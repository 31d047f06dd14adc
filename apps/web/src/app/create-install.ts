import { type Accessor, createContext, createSignal, useContext } from "solid-js";

/** Chromium's event; other browsers never send it. */
type InstallEvent = Event & { prompt(): Promise<void> };
type Kept = Pick<Storage, "getItem" | "setItem">;

export type Install = {
  /** How this browser installs, if now is a moment to ask: after a second visit, never after a "later". */
  offer: Accessor<"prompt" | "ios" | undefined>;
  accept(): void;
  dismiss(): void;
};

const visitsKey = "parley.visits";
const dismissedKey = "parley.installDismissed";

export const InstallContext = createContext<Install>();

/** The browser's event comes once, early, before any screen is there: it is held here until a fitting moment. */
export function createInstall(page: Window & typeof globalThis): Install {
  const [event, setEvent] = createSignal<InstallEvent>();
  const [isDone, setDone] = createSignal(false);
  countVisit(page.sessionStorage, page.localStorage);
  page.addEventListener("beforeinstallprompt", (prompt) => {
    prompt.preventDefault();
    setEvent(prompt as InstallEvent);
  });
  page.addEventListener("appinstalled", () => setDone(true));
  // Only Safari on iOS has `standalone`; false means a tab.
  const isIosTab = "standalone" in page.navigator && page.navigator.standalone === false;

  return {
    offer() {
      if (isDone() || !mayAsk(page.localStorage)) return undefined;
      return event() ? "prompt" : isIosTab ? "ios" : undefined;
    },
    accept() {
      void event()?.prompt();
      setDone(true);
    },
    dismiss() {
      page.localStorage.setItem(dismissedKey, "yes");
      setDone(true);
    },
  };
}

export function useInstall(): Install {
  const install = useContext(InstallContext);
  if (!install) throw new Error("useInstall needs an InstallContext around it.");
  return install;
}

/** One visit per browser session, however many pages it loads. */
export function countVisit(session: Kept, device: Kept): void {
  if (session.getItem(visitsKey)) return;
  session.setItem(visitsKey, "counted");
  device.setItem(visitsKey, String(Number(device.getItem(visitsKey) ?? 0) + 1));
}

/** From the second visit on, unless the person said later. */
export function mayAsk(device: Kept): boolean {
  return Number(device.getItem(visitsKey) ?? 0) >= 2 && device.getItem(dismissedKey) === null;
}
