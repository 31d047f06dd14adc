import { type Accessor, createSignal, onCleanup } from "solid-js";
import { useSync } from "../sync/index.ts";

/** The time by the server's clock, moving on each minute: for words like "12 min ago". */
export function createMinute(): Accessor<number> {
  const sync = useSync();
  const [now, setNow] = createSignal(sync.serverNow());
  const timer = setInterval(() => setNow(sync.serverNow()), 60_000);
  onCleanup(() => clearInterval(timer));
  return now;
}
