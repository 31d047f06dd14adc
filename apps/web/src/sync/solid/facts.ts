import { type ConversationId, limits, type MessageId, type UserId } from "@parley/schema";
import { createStore, produce } from "solid-js/store";
import type { Fact } from "../engine/tabs.ts";

/** Who writes is kept by where: under the thread, or under the conversation itself. */
type Passing = { typing: { userId: UserId; at: string }[]; present: UserId[] };

/** Who is here and who is writing, in the conversations this device has open. */
export function createFacts(me: UserId) {
  const [facts, setFacts] = createStore<Record<ConversationId, Passing | undefined>>({});
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  function change(id: ConversationId, work: (passing: Passing) => void) {
    setFacts(
      produce((all) => {
        all[id] ??= { typing: [], present: [] };
        work(all[id]);
      }),
    );
  }

  function typing(id: ConversationId, userId: UserId, isTyping: boolean, at: string = id) {
    const key = `${at}${userId}`;
    clearTimeout(timers.get(key));
    // The room says when it ends; should that be lost, it ends by itself.
    if (isTyping)
      timers.set(
        key,
        setTimeout(() => typing(id, userId, false, at), limits.typingMs + 1_500),
      );
    else timers.delete(key);
    change(id, (passing) => {
      const place = passing.typing.findIndex((it) => it.userId === userId && it.at === at);
      if (isTyping && place < 0) passing.typing.push({ userId, at });
      if (!isTyping && place >= 0) passing.typing.splice(place, 1);
    });
  }

  function take(fact: Fact) {
    if (fact.kind === "typing")
      return fact.userId === me ? undefined : typing(fact.conversationId, fact.userId, fact.isTyping, fact.threadId);
    if (!fact.isPresent && fact.isWhole) {
      for (const { userId, at } of [...(facts[fact.conversationId]?.typing ?? [])])
        typing(fact.conversationId, userId, false, at);
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
    typing: (id: ConversationId, threadId?: MessageId) =>
      (facts[id]?.typing ?? []).filter((it) => it.at === (threadId ?? id)).map((it) => it.userId),
    isPresent: (userId: UserId) => Object.values(facts).some((it) => it?.present.includes(userId)),
  };
}
