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

async function ask({ engine }: World, { conversationId, id, seq }: Wanted) {
  const place = seq > 0 ? { seq } : { messageId: id };
  const around = () => engine.api.messages.around.query({ conversationId, ...place, limit: 20 });
  // Without a network it stays unknown, and whoever goes there asks again.
  await fetchPage(engine.db, conversationId, "around", seq, around, engine.tell).catch(() => undefined);
}

/** Looks for a message by its id: on the device, else with the server. Undefined when it is not there, or not reached. */
export function createMessageFinder(): (
  conversationId: ConversationId,
  id: MessageId,
) => Promise<MessageRow | undefined> {
  const { world } = useWorld();
  return async (conversationId, id) => {
    const it = world();
    if (!it) return undefined;
    const held = await it.engine.db.getFromIndex("messages", "id", id);
    if (held) return held;
    await ask(it, { conversationId, id, seq: 0 });
    return it.engine.db.getFromIndex("messages", "id", id);
  };
}
