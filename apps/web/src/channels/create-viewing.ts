import type { ConversationId } from "@parley/schema";
import { type Accessor, onCleanup } from "solid-js";
import { useSync } from "../sync/index.ts";

const gatherMs = 1_000;
/** What a post has had is asked for again when it comes into sight after this long. */
const freshMs = 20_000;
const mostAtOnce = 100;

/** Notes which of a channel's posts came into sight, and says so now and then. Offline nothing is kept: views are not words. */
export function createViewing(conversationId: Accessor<ConversationId>): (seq: number) => void {
  const sync = useSync();
  const askedAt = new Map<number, number>();
  const waiting = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  function say() {
    timer = undefined;
    const seqs = [...waiting].slice(-mostAtOnce);
    waiting.clear();
    if (sync.status().state === "offline" || document.visibilityState === "hidden") {
      for (const seq of seqs) askedAt.delete(seq);
      return;
    }
    void sync.do.viewMessages(conversationId(), seqs).catch(() => {
      for (const seq of seqs) askedAt.delete(seq);
    });
  }

  return (seq) => {
    if (seq === 0 || Date.now() - (askedAt.get(seq) ?? 0) < freshMs) return;
    askedAt.set(seq, Date.now());
    waiting.add(seq);
    timer ??= setTimeout(say, gatherMs);
  };
}
