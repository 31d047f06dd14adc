import type { ConversationId, MessageId, SavedTags } from "@parley/schema";
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { HeldMessage } from "../store/rows.ts";
import type { Timeline, TimelineMessage } from "../types.ts";
import { fetchPage } from "../view/fetch-page.ts";
import { hiddenIn, ownValue } from "../view/own-value.ts";
import { type Shown, timelineMessages } from "../view/timeline-messages.ts";
import { useWorld } from "./sync-context.ts";
import type { World } from "./world.ts";

/** The tags of one saved message, as they will be. */
export function createTagsOf(id: Accessor<MessageId>): Accessor<string[]> {
  const { world } = useWorld();
  return createMemo(() => {
    const it = world();
    it?.ownChanges();
    const value = it && ownValue("tag", id(), { own: it.own, outbox: it.outbox() });
    return (value as SavedTags | null | undefined)?.tags ?? [];
  });
}

/**
 * Saved messages at these seqs, as a timeline of their own; those that this device does not hold are asked for. `leave`
 * hears of a message that is gone to and stands in the whole timeline only.
 */
export function createTaggedTimeline(
  id: Accessor<ConversationId>,
  seqs: Accessor<readonly number[]>,
  leave: (message: Pick<HeldMessage, "conversationId" | "id" | "seq">) => void,
): Timeline {
  const { world } = useWorld();
  const [messages, setMessages] = createStore<TimelineMessage[]>([]);
  const [rows, setRows] = createSignal<HeldMessage[]>([]);
  const [isFilling, setFilling] = createSignal(false);
  const shown: Shown = new WeakMap();

  createEffect(
    on([world, id, seqs], ([it, conversationId, wanted]) => {
      if (!it) return;
      let isCurrent = true;
      const read = async () => {
        const found = await Promise.all(wanted.map((seq) => it.engine.db.get("messages", [conversationId, seq])));
        if (isCurrent) setRows(found.filter((row) => row !== undefined));
        return wanted.filter((_, i) => !found[i]);
      };
      const fill = async () => {
        setFilling(true);
        for (const seq of await read()) if (isCurrent) await ask(it, conversationId, seq);
        setFilling(false);
      };
      const stop = it.listen((touched) => touched.messages.has(conversationId) && void read());
      void fill();
      onCleanup(() => {
        isCurrent = false;
        stop();
      });
    }),
  );

  createEffect(() => {
    const it = world();
    if (!it) return;
    it.ownChanges();
    const outbox = it.outbox();
    const changes = outbox.filter(
      (command) =>
        command.type !== "sendMessage" && "conversationId" in command.input && command.input.conversationId === id(),
    );
    const gone = hiddenIn(id(), { own: it.own, outbox });
    const all = timelineMessages(rows(), changes, it.engine.userId, it.engine.serverNow(), shown);
    setMessages(
      reconcile(
        all.filter((message) => !message.deletedAt && !gone.has(message.id)),
        { merge: false },
      ),
    );
  });

  return {
    messages,
    hasOlder: () => false,
    hasNewer: () => false,
    isFilling,
    olderBy: async () => undefined,
    newerBy: async () => undefined,
    async jumpTo(target) {
      const row = target === "latest" ? undefined : await world()?.engine.db.get("messages", [id(), target]);
      if (row) leave(row);
    },
    marks: () => [],
  };
}

async function ask({ engine: { db, api, tell } }: World, conversationId: ConversationId, seq: number): Promise<void> {
  if (await db.get("messages", [conversationId, seq])) return;
  const around = () => api.messages.around.query({ conversationId, seq, limit: 20 });
  // Without a network it is left out until it is asked for again.
  await fetchPage(db, conversationId, "around", seq, around, tell).catch(() => undefined);
}
