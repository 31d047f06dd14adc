import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import { useSync } from "../sync/index.ts";

/** The time by the server's clock, moving on each minute: for words like "12 min ago", and for what today is. */
export function createMinute(): Accessor<number> {
  const sync = useSync();
  const [now, setNow] = createSignal(sync.serverNow());
  const timer = setInterval(() => setNow(sync.serverNow()), 60_000);
  onCleanup(() => clearInterval(timer));
  // [F33] The server's clock is heard of when the connection comes; until then there is only the device's own.
  createEffect(on(sync.status, () => setNow(sync.serverNow()), { defer: true }));
  return now;
}
