import { createResource, createSignal } from "solid-js";
import { useSync } from "../sync/index.ts";

const dismissedKey = "parley.demoDismissed";

/** Whether this is a demo and says so; dismissed until the browser is closed. */
export function createDemo() {
  const sync = useSync();
  const [isDismissed, setDismissed] = createSignal(sessionStorage.getItem(dismissedKey) !== null);
  const [config] = createResource(() => sync.api.app.config.query().catch(() => undefined));
  return {
    // Not config() while it loads: that would suspend the page around it.
    isShown: () => config.state === "ready" && config.latest?.isDemo === true && !isDismissed(),
    dismiss() {
      sessionStorage.setItem(dismissedKey, "yes");
      setDismissed(true);
    },
  };
}
