import { type Accessor, createEffect, createSignal, onCleanup } from "solid-js";
import { type ConversationEntry, useSync } from "../sync/index.ts";

export type Unread = { afterSeq: number; count: number };

/**
 * Marks the conversation read while it is in sight, in focus and at its foot, and remembers where the new messages began:
 * the line above them stays until the conversation is left, or until more come while the reader is away.
 */
export function createReading(source: {
  conversation: Accessor<Pick<ConversationEntry, "id" | "lastSeq" | "readSeq" | "unread"> | undefined>;
  isAtFoot: Accessor<boolean>;
  isPlaced: Accessor<boolean>;
  markRead?: ((seq: number) => void) | undefined;
}) {
  const sync = useSync();
  const isFocused = createFocused();
  const [unread, setUnread] = createSignal<Unread>();
  let lastCount = 0;

  const isReading = () => source.isPlaced() && isFocused() && source.isAtFoot();

  createEffect(() => {
    const conversation = source.conversation();
    if (!conversation) return;
    const count = conversation.unread;
    if (count > 0 && lastCount === 0 && !isReading()) setUnread({ afterSeq: conversation.readSeq, count });
    else if (count > lastCount && !isReading()) setUnread((line) => line && { ...line, count });
    lastCount = count;
  });

  createEffect(() => {
    const conversation = source.conversation();
    if (conversation && isReading() && conversation.lastSeq > conversation.readSeq && conversation.unread > 0) {
      if (source.markRead) source.markRead(conversation.lastSeq);
      else void sync.do.markRead(conversation.id, conversation.lastSeq);
    }
  });

  return { unread };
}

/** Whether someone is looking at this page. */
export function createFocused(): Accessor<boolean> {
  const isNow = () => document.visibilityState === "visible" && document.hasFocus();
  const [isFocused, setFocused] = createSignal(isNow());
  const look = () => setFocused(isNow());
  const listening = new AbortController();
  for (const type of ["focus", "blur", "pageshow"]) window.addEventListener(type, look, { signal: listening.signal });
  document.addEventListener("visibilitychange", look, { signal: listening.signal });
  onCleanup(() => listening.abort());
  return isFocused;
}
