import { type Accessor, createContext, createSignal, useContext } from "solid-js";

export type Updates = { isReady: Accessor<boolean>; update(): void; later(): void };
export const UpdatesContext = createContext<Updates>();

const checkEveryMs = 60 * 60_000;

/** Registers the service worker in idle time and tells when a new version waits. Nothing reloads unasked. */
export function createUpdates(): Updates {
  const [waiting, setWaiting] = createSignal<ServiceWorker>();
  const [isPutOff, setPutOff] = createSignal(false);
  if (import.meta.env.PROD && "serviceWorker" in navigator) whenIdle(() => void register(setWaiting));

  return {
    isReady: () => waiting() !== undefined && !isPutOff(),
    later: () => setPutOff(true),
    update() {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting()?.postMessage({ type: "SKIP_WAITING" });
    },
  };
}

export function useUpdates(): Updates {
  const updates = useContext(UpdatesContext);
  if (!updates) throw new Error("useUpdates needs an UpdatesContext around it.");
  return updates;
}

async function register(found: (worker: ServiceWorker) => void) {
  const registration = await navigator.serviceWorker.register("/service-worker.js");
  const look = () => {
    // Without a controller this is the first visit: the worker is new, the version is not.
    if (registration.waiting && navigator.serviceWorker.controller) found(registration.waiting);
  };
  look();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  setInterval(() => void registration.update().catch(() => {}), checkEveryMs);
}

function whenIdle(work: () => void) {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 3_000 });
  else setTimeout(work, 1_000);
}
