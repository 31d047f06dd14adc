import { type ConversationId, limits, type UserId } from "@parley/schema";
import { createStore, produce } from "solid-js/store";
import type { Fact } from "../engine/tabs.ts";

type Passing = { typing: Record<UserId, number | undefined>; present: UserId[] };

/** Who is here and who is writing, in the conversations this device has open. */
export function createFacts(me: UserId) {
  const [facts, setFacts] = createStore<Record<ConversationId, Passing | undefined>>({});
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  function change(id: ConversationId, work: (passing: Passing) => void) {
    setFacts(
      produce((all) => {
        all[id] ??= { typing: {}, present: [] };
        work(all[id]);
      }),
    );
  }

  function typing(id: ConversationId, userId: UserId, isTyping: boolean) {
    const key = `${id}${userId}`;
    clearTimeout(timers.get(key));
    // The room says when it ends; should that be lost, it ends by itself.
    if (isTyping)
      timers.set(
        key,
        setTimeout(() => typing(id, userId, false), limits.typingMs + 1_500),
      );
    else timers.delete(key);
    change(id, (passing) => {
      if (isTyping) passing.typing[userId] ??= Date.now();
      else delete passing.typing[userId];
    });
  }

  function take(fact: Fact) {
    if (fact.kind === "typing")
      return fact.userId === me ? undefined : typing(fact.conversationId, fact.userId, fact.isTyping);
    if (!fact.isPresent && fact.isWhole) {
      for (const userId of Object.keys(facts[fact.conversationId]?.typing ?? {}))
        typing(fact.conversationId, userId as UserId, false);
    }
    change(fact.conversationId, (passing) => {
      if (fact.isWhole) passing.present = fact.isPresent ? fact.userIds : [];
      else
        passing.present = [
          ...passing.present.filter((id) => !fact.userIds.includes(id)),
          ...(fact.isPresent ? fact.userIds : []),
        ];
    });
  }

  return {
    take,
    typing: (id: ConversationId) => Object.keys(facts[id]?.typing ?? {}) as UserId[],
    isPresent: (userId: UserId) => Object.values(facts).some((it) => it?.present.includes(userId)),
  };
}
