import { settingOf, type UserId } from "@parley/schema";
import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import { type TimelineMessage, useSync } from "../sync/index.ts";
import type { ConversationView } from "./create-view.ts";
import { keepsOrder } from "./group-rights.ts";

/** Seconds until one may write again where slow mode is on; 0 when one may. */
export function createSlowMode(source: {
  view: Accessor<ConversationView>;
  messages: Accessor<readonly TimelineMessage[]>;
  me: Accessor<UserId>;
}): Accessor<number> {
  const sync = useSync();
  const [now, setNow] = createSignal(sync.serverNow());
  const pause = () => {
    const entry = source.view().entry;
    if (!entry || (entry.kind !== "group" && entry.kind !== "channel") || keepsOrder(entry.me.role)) return 0;
    return settingOf(entry, "slowModeSeconds");
  };
  const endsAt = createMemo(() => {
    const seconds = pause();
    if (!seconds) return 0;
    const last = source
      .messages()
      .findLast((it) => it.senderId === source.me() && it.kind !== "event" && it.sendState !== "failed");
    return last ? Date.parse(last.createdAt) + seconds * 1_000 : 0;
  });
  createEffect(() => {
    const until = endsAt();
    setNow(sync.serverNow());
    if (until <= sync.serverNow()) return;
    const timer = setInterval(() => {
      setNow(sync.serverNow());
      if (sync.serverNow() >= until) clearInterval(timer);
    }, 500);
    onCleanup(() => clearInterval(timer));
  });
  return () => Math.max(0, Math.ceil((endsAt() - now()) / 1_000));
}
