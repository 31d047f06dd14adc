import { type JSX, onCleanup } from "solid-js";
import { browserDevice } from "../engine/device.ts";
import { createSync } from "./create-sync.ts";
import { SyncContext } from "./sync-context.ts";

/** Opens this device's copy for everything inside. */
export function SyncProvider(props: { children: JSX.Element }) {
  const sync = createSync(browserDevice());
  onCleanup(sync.close);
  return <SyncContext.Provider value={sync}>{props.children}</SyncContext.Provider>;
}
