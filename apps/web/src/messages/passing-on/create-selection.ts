import type { MessageId } from "@parley/schema";
import { type Accessor, createMemo, createSignal } from "solid-js";
import type { TimelineMessage } from "../../sync/index.ts";

export type Selection = ReturnType<typeof createSelection>;

/** Which messages of a conversation are selected, for what can be done with several at once. */
export function createSelection(messages: Accessor<readonly TimelineMessage[]>) {
  const [ids, setIds] = createSignal<ReadonlySet<MessageId>>(new Set());
  let anchor: MessageId | undefined;
  const selected = createMemo(() => messages().filter((message) => ids().has(message.id)));

  const range = (to: MessageId) => {
    const all = messages();
    const at = all.findIndex((it) => it.id === anchor);
    const end = all.findIndex((it) => it.id === to);
    if (at < 0 || end < 0) return [to];
    return all
      .slice(Math.min(at, end), Math.max(at, end) + 1)
      .filter(canSelect)
      .map((it) => it.id);
  };

  return {
    /** In the order of the conversation. */
    selected,
    isOn: () => selected().length > 0,
    has: (id: MessageId) => ids().has(id),
    /** Selects one more or one less; with `isRange` all from the last one to it. */
    toggle(id: MessageId, isRange = false) {
      const message = messages().find((it) => it.id === id);
      if (!message || !canSelect(message)) return;
      if (isRange && anchor) setIds((before) => new Set([...before, ...range(id)]));
      else
        setIds((before) => {
          const next = new Set(before);
          if (!next.delete(id)) next.add(id);
          return next;
        });
      anchor = id;
    },
    clear() {
      anchor = undefined;
      setIds(new Set<MessageId>());
    },
  };
}

const canSelect = (message: TimelineMessage) => message.kind !== "event" && !message.deletedAt;
