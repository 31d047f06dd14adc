import { createSignal } from "solid-js";
import { useSync } from "../sync/index.ts";

const dismissedKey = "parley.demoDismissed";

/** Whether this is a demo and says so; dismissed until the browser is closed. */
export function createDemo() {
  const sync = useSync();
  const [isDismissed, setDismissed] = createSignal(sessionStorage.getItem(dismissedKey) !== null);
  if (!sync.config()) void sync.askConfig();
  return {
    isShown: () => sync.config()?.isDemo === true && !isDismissed(),
    dismiss() {
      sessionStorage.setItem(dismissedKey, "yes");
      setDismissed(true);
    },
  };
}
