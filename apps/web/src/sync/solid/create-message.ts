import type { ConversationId, MessageId, MessageRow } from "@parley/schema";
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { fetchPage } from "../view/fetch-page.ts";
import { useWorld } from "./sync-context.ts";
import type { World } from "./world.ts";

type Wanted = { conversationId: ConversationId; id: MessageId; seq: number };

/** One message wherever in its conversation it stands: from the device, and asked for once if it is not held there. */
export function createMessage(wanted: Accessor<Wanted | undefined>): Accessor<MessageRow | undefined> {
  const { world } = useWorld();
  const [message, setMessage] = createSignal<MessageRow>();
  const id = createMemo(() => wanted()?.id);

  createEffect(
    on([world, id], ([it]) => {
      const of = wanted();
      setMessage(undefined);
      if (!it || !of) return;
      let isCurrent = true;
      const read = async () => {
        const found = await it.engine.db.getFromIndex("messages", "id", of.id);
        if (isCurrent) setMessage(found);
        return found;
      };
      void read().then((found) => (found ? undefined : ask(it, of)));
      const stop = it.listen((touched) => touched.messages.has(of.conversationId) && void read());
      onCleanup(() => {
        isCurrent = false;
        stop();
      });
    }),
  );
  return message;
}

async function ask({ engine }: World, { conversationId, seq }: Wanted) {
  if (seq === 0) return;
  const around = (kind: "before" | "after" | "around", at: number) =>
    engine.api.messages[kind].query({ conversationId, seq: at, limit: 20 });
  // Without a network it stays unknown, and whoever goes there asks again.
  await fetchPage(engine.db, conversationId, "around", seq, around, engine.tell).catch(() => undefined);
}
