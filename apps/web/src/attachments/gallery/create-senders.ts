import type { ConversationId, UserId } from "@parley/schema";
import { type Accessor, createMemo } from "solid-js";
import { createMe } from "../../conversations/create-view.ts";
import { useI18n } from "../../i18n/index.ts";
import { createConversations, createMembers, type Gallery } from "../../sync/index.ts";

/** Whose things can be asked for: oneself, then the others by name. */
export function createSenders(
  conversationId: Accessor<ConversationId | undefined>,
  gallery: Gallery,
): Accessor<{ value: string; label: string }[]> {
  const { t, language } = useI18n();
  const me = createMe();
  const members = createMembers(() => conversationId() ?? ("" as ConversationId));
  const conversations = createConversations();
  /** Whoever was seen once stays to be chosen. */
  const seen = createMemo<ReadonlySet<UserId>>(
    (before) => new Set([...before, ...gallery.messages().map((it) => it.senderId)]),
    new Set(),
  );
  return createMemo(
    () => {
      const known = conversationId()
        ? members().flatMap((it) => (it.leftAt ? [] : it.userId))
        : conversations().flatMap((it) => it.otherId ?? []);
      const others = [...new Set([...known, ...seen()])].filter((id) => id !== me());
      const named = others.flatMap((id) => {
        const label = gallery.personOf(id)?.displayName;
        return label ? [{ value: id as string, label }] : [];
      });
      const { compare } = new Intl.Collator(language());
      return [{ value: me() as string, label: t("app.you") }, ...named.sort((a, b) => compare(a.label, b.label))];
    },
    [],
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
}
