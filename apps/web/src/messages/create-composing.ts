import { lengthOf, limits, type MessageId, newId, type UserId } from "@parley/schema";
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { type ConversationEntry, type Draft, type TimelineMessage, useSync } from "../sync/index.ts";

const pauseMs = 400;
/** From here on the length is shown. */
const nearLength = limits.messageLength * 0.9;

export type Written = Pick<ConversationEntry, "id" | "draft" | "lastSeq"> & { to: UserId | undefined };
/** How a message goes: without a sound, for a while (seconds), or at a time (UTC). */
export type SendOptions = { isSilent?: true; expiresAfter?: number; expiryStarts?: "read"; sendAt?: string };
export type Composing = ReturnType<typeof createComposing>;

/**
 * What is being written in one conversation: kept as a draft after each pause, taken over from other devices while
 * nobody writes here, and never thrown away by a refusal.
 */
export function createComposing(source: {
  conversation: Accessor<Written>;
  find(id: string): TimelineMessage | undefined;
  isFocused: Accessor<boolean>;
}) {
  const sync = useSync();
  const [text, setText] = createSignal("");
  const [editing, setEditing] = createSignal<TimelineMessage>();
  const [isSaved, setSaved] = createSignal(true);
  const [isRefused, setRefused] = createSignal(false);
  const length = createMemo(() => lengthOf(text().trim()));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let aside = "";
  let isTouched = false;

  const draft = (): Draft | null => {
    // Of an edit that pushed a draft aside, the draft is what must survive a reload.
    const editingId = aside ? undefined : editing()?.id;
    const kept = aside || text();
    if (!kept.trim() && !editingId) return null;
    return {
      text: [...kept.slice(0, limits.draftLength * 2)].slice(0, limits.draftLength).join(""),
      ...(editingId && { editingId }),
    };
  };
  const save = () => {
    clearTimeout(timer);
    if (isSaved()) return;
    setSaved(true);
    void sync.do.setDraft(source.conversation().id, draft()).catch(() => setSaved(false));
  };
  const write = (next: string) => {
    isTouched = true;
    setText(next);
    setRefused(false);
    setSaved(false);
    clearTimeout(timer);
    timer = setTimeout(save, pauseMs);
  };

  const onHide = () => document.visibilityState === "hidden" && save();
  document.addEventListener("visibilitychange", onHide);
  onCleanup(() => {
    document.removeEventListener("visibilitychange", onHide);
    save();
  });

  createEffect(
    on(
      () => source.conversation().draft,
      (kept) => {
        if (!isSaved() || (isTouched && source.isFocused())) return;
        if (editing() && !kept?.editingId) return;
        setText(kept?.text ?? "");
        setEditing(kept?.editingId ? source.find(kept.editingId) : undefined);
      },
    ),
  );

  const startEdit = (message: TimelineMessage) => {
    if (!editing()) aside = text();
    setEditing(message);
    write(message.text);
  };
  const leaveEdit = () => {
    setEditing(undefined);
    write(aside);
    aside = "";
  };

  return {
    text,
    editing,
    isSaved,
    /** Someone pressed send on too much text; the text stays. */
    isRefused,
    length,
    isNearLimit: () => length() >= nearLength,
    isTooLong: () => length() > limits.messageLength,
    write(next: string) {
      write(next);
      if (!editing()) sync.sayTyping(source.conversation().id, next.trim() !== "");
    },
    startEdit,
    leaveEdit,
    /** Sends or applies the edit; false when there is nothing to send, or too much. */
    submit({ sendAt, ...options }: SendOptions = {}): boolean {
      const { id, to, lastSeq } = source.conversation();
      const written = text().trim();
      const edited = editing();
      if (length() > limits.messageLength) setRefused(true);
      if (length() === 0 || length() > limits.messageLength) return false;
      if (edited) {
        if (written !== edited.text) {
          const again = putBack(id, () => {
            startEdit(edited);
            write(written);
          });
          void applyEdit(edited, written).catch(again);
        }
        leaveEdit();
      } else {
        const message = { conversationId: id, text: written, ...(to && lastSeq === 0 && { to }) };
        const sent = sendAt
          ? sync.do.setScheduled(newId<MessageId>(), { ...message, ...options, sendAt })
          : sync.do.sendMessage({ ...message, ...options });
        sent.catch(putBack(id, () => write(written)));
        write("");
        sync.sayTyping(id, false);
      }
      save();
      return true;
    },
  };

  /** The device is full even so: what was written is still only here. */
  function putBack(id: string, again: () => void): () => void {
    return () => {
      if (source.conversation().id === id && !text()) again();
    };
  }

  async function applyEdit(message: TimelineMessage, written: string) {
    await sync.do.editMessage({ conversationId: message.conversationId, messageId: message.id, text: written });
    if (message.sendState === "failed" && message.commandId) await sync.do.retry(message.commandId);
  }
}
