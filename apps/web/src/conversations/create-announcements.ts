import type { UserId } from "@parley/schema";
import { type Accessor, createEffect } from "solid-js";
import { useAnnounce } from "../app/announce.tsx";
import { useI18n } from "../i18n/index.ts";
import { createMessageLine } from "../messages/kinds/create-message-line.ts";
import { type ConversationEntry, createPerson } from "../sync/index.ts";

const longest = 300;

/** Reads out what others write while the conversation is open; what was there before, and one's own words, stay silent. */
export function createAnnouncements(source: {
  conversation: Accessor<Pick<ConversationEntry, "preview"> | undefined>;
  me: Accessor<UserId>;
  isGroup: Accessor<boolean>;
}): void {
  const { t } = useI18n();
  const line = createMessageLine();
  const announce = useAnnounce();
  const preview = () => source.conversation()?.preview;
  const sender = createPerson(() => preview()?.senderId);
  let known: number | undefined;

  createEffect(() => {
    const message = preview();
    if (!source.conversation()) return;
    const seq = message?.seq ?? 0;
    const isNew = known !== undefined && seq > known;
    known = Math.max(known ?? 0, seq);
    if (!message || !isNew || message.senderId === source.me() || message.kind === "event" || message.deletedAt) return;
    announce(t("messages.announced", { name: sender()?.displayName ?? "", text: line(message).slice(0, longest) }));
  });
}
