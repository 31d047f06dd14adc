import { type ConversationId, lengthOf, limits, type MessageId, newId, type UserId } from "@parley/schema";
import { type Accessor, batch, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { createChoosing, type Leaving } from "../attachments/choosing/create-choosing.ts";
import {
  type AsShown,
  type ConversationEntry,
  createMessage,
  type Draft,
  type TimelineMessage,
  useSync,
} from "../sync/index.ts";
import { draftOf, sameDraft } from "./drafts.ts";

const pauseMs = 400;
/** From here on the length is shown. */
const nearLength = limits.messageLength * 0.9;

export type Written = Pick<ConversationEntry, "id" | "draft" | "lastSeq"> & { to: UserId | undefined };
/** The message that is edited or answered; without its words while this device does not know them. */
export type About = Pick<TimelineMessage, "id"> &
  Partial<
    Pick<
      TimelineMessage,
      "kind" | "text" | "content" | "attachments" | "mentions" | "senderId" | "sendState" | "commandId" | "deletedAt"
    >
  >;
/** How a message goes: without a sound, for a while (seconds), or at a time (UTC). */
export type SendOptions = { isSilent?: true; expiresAfter?: number; expiryStarts?: "read"; sendAt?: string };
/** In which thread a message stands, and whether in the conversation as well. */
export type ThreadPlace = { threadId: MessageId; isInTimeline?: true };
export type Composing = ReturnType<typeof createComposing>;

/**
 * What is being written in one conversation: kept as a draft after each pause, taken over from other devices while
 * nobody writes here, and never thrown away by a refusal.
 */
export function createComposing(source: {
  conversation: Accessor<Written>;
  find(id: string): TimelineMessage | undefined;
  isFocused: Accessor<boolean>;
  /** Whom a text mentions, as far as this device knows. */
  mentionsIn(text: string): NonNullable<AsShown["shown"]>;
  /** What is written here stands in this thread. */
  thread?: { id: MessageId; place: Accessor<ThreadPlace> };
}) {
  const sync = useSync();
  const [text, setText] = createSignal("");
  const [editingId, setEditingId] = createSignal<MessageId>();
  const [replyToId, setReplyToId] = createSignal<MessageId>();
  const [isSaved, setSaved] = createSignal(true);
  const [isRefused, setRefused] = createSignal(false);
  const length = createMemo(() => lengthOf(text().trim()));
  const choosing = createChoosing({
    key: () => draftKey(),
    conversationId: () => source.conversation().id,
    changed: () => noteChange(),
    save: () => save(),
  });
  const draftKey = () => (source.thread?.id ?? source.conversation().id) as ConversationId;
  const sayTyping = (isTyping: boolean) => sync.sayTyping(source.conversation().id, isTyping, source.thread?.id);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let aside: Draft["aside"];
  let isTouched = false;
  /** What was saved here and is not yet seen in the device's copy: until then that copy is the older one. */
  let awaited: string | undefined;

  const about = (id: Accessor<MessageId | undefined>) => {
    const wanted = () => {
      const messageId = id();
      return messageId && { id: messageId, conversationId: source.conversation().id, seq: 0 };
    };
    const stored = createMessage(wanted);
    // By its id it is known at once, by its words when the timeline or the device has told them.
    return createMemo((): About | undefined => {
      const messageId = id();
      return messageId && (source.find(messageId) ?? stored() ?? { id: messageId });
    });
  };
  const editing = about(editingId);
  const replying = about(replyToId);

  const draft = () =>
    draftOf({
      text: text(),
      attachments: choosing.drafted(),
      editingId: editingId(),
      replyToId: replyToId(),
      aside,
    });
  const save = async () => {
    clearTimeout(timer);
    if (isSaved()) return;
    setSaved(true);
    const saved = draft();
    const echo = JSON.stringify(saved);
    awaited = echo === kept() ? undefined : echo;
    await sync.do.setDraft(draftKey(), saved).catch(() => {
      awaited = undefined;
      setSaved(false);
    });
  };
  const noteChange = () => {
    setSaved(false);
    clearTimeout(timer);
    timer = setTimeout(() => void save(), pauseMs);
  };
  const write = (next: string) => {
    isTouched = next !== "";
    setText(next);
    setRefused(false);
    noteChange();
  };

  const onHide = () => void (document.visibilityState === "hidden" && save());
  document.addEventListener("visibilitychange", onHide);
  onCleanup(() => {
    document.removeEventListener("visibilitychange", onHide);
    void save();
  });

  // A copy: the stored one changes in place, and no database takes it.
  const kept = createMemo(() => JSON.stringify(source.conversation().draft));
  createEffect(
    on([kept, source.isFocused], ([stored]) => {
      if (awaited !== undefined && awaited !== stored) return;
      awaited = undefined;
      // What is being written here is never taken from under the cursor; it waits until one has left it.
      if (!isSaved() || (isTouched && source.isFocused())) return;
      const taken = JSON.parse(stored) as Draft | null;
      if (sameDraft(taken, draft())) return;
      aside = taken?.aside;
      setText(taken?.text ?? "");
      setEditingId(taken?.editingId);
      setReplyToId(taken?.replyToId);
      choosing.take(taken?.attachments);
    }),
  );

  // Each in one step: half of it would look like a draft that was changed elsewhere.
  const startEdit = (message: Pick<TimelineMessage, "id" | "text">) =>
    batch(() => {
      if (!editingId() && (text().trim() || replyToId()))
        aside = { text: text(), ...(replyToId() && { replyToId: replyToId() }) };
      setReplyToId(undefined);
      setEditingId(message.id);
      write(message.text);
    });
  const leaveEdit = () =>
    batch(() => {
      setEditingId(undefined);
      setReplyToId(aside?.replyToId);
      write(aside?.text ?? "");
      aside = undefined;
    });
  const answer = (id: MessageId | undefined) =>
    batch(() => {
      if (id && editingId()) leaveEdit();
      setReplyToId(id);
      write(text());
      void save();
    });

  /** Where a message of now belongs, and what it answers. */
  const place = () => {
    const { id, to, lastSeq } = source.conversation();
    const replyTo = replyToId();
    return {
      conversationId: id,
      ...(replyTo && { replyToId: replyTo }),
      ...(to && lastSeq === 0 && { to }),
      ...source.thread?.place(),
    };
  };

  return {
    text,
    choosing,
    editing,
    replying,
    isSaved,
    /** Someone pressed send on too much text; the text stays. */
    isRefused,
    length,
    isNearLimit: () => length() >= nearLength,
    isTooLong: () => length() > limits.messageLength,
    write(next: string) {
      write(next);
      if (!editingId()) sayTyping(next.trim() !== "");
    },
    startEdit,
    leaveEdit,
    startReply: (message: Pick<TimelineMessage, "id">) => answer(message.id),
    leaveReply: () => answer(undefined),
    /** Where it is written: the conversation, or the thread. */
    key: draftKey,
    /** For what is sent and not written: where it belongs and what it answers, which is then answered. */
    takePlace() {
      const taken = place();
      if (taken.replyToId) answer(undefined);
      return taken;
    },
    /** Sends or applies the edit; false when there is nothing to send, or too much. */
    submit({ sendAt, ...options }: SendOptions = {}): boolean {
      const { id } = source.conversation();
      const written = text().trim();
      const edited = editing();
      if (length() > limits.messageLength) setRefused(true);
      const hasFiles = !edited && choosing.chosen().length > 0;
      if ((length() === 0 && !hasFiles) || length() > limits.messageLength) return false;
      if (edited) {
        if (written !== edited.text) {
          const again = putBack(id, () => {
            startEdit({ id: edited.id, text: written });
          });
          void applyEdit(edited, written).catch(again);
        }
        leaveEdit();
      } else {
        const replyTo = replyToId();
        const message = { ...place(), text: written, ...options };
        const shown = source.mentionsIn(written);
        const go = ({ drafted, ...files }: Partial<Leaving> = {}, at = 0) => {
          // What was written stands with the first of several messages.
          const first = at ? { ...message, text: "" } : message;
          if (!sendAt) return sync.do.sendMessage({ ...first, ...(!at && { shown }), ...files });
          return sync.do.setScheduled(newId<MessageId>(), {
            ...first,
            ...(drafted && { attachments: drafted }),
            sendAt,
          });
        };
        const sent = hasFiles ? choosing.leave(go, () => this.submit({ sendAt, ...options })) : go();
        if (!sent) return false;
        sent.catch(
          putBack(id, () =>
            batch(() => {
              setReplyToId(replyTo);
              write(written);
            }),
          ),
        );
        setReplyToId(undefined);
        write("");
        sayTyping(false);
      }
      void save();
      return true;
    },
  };

  /** The device is full even so: what was written is still only here. */
  function putBack(id: string, again: () => void): () => void {
    return () => {
      if (source.conversation().id === id && !text()) again();
    };
  }

  async function applyEdit(message: About, written: string) {
    const shown = source.mentionsIn(written);
    await sync.do.editMessage({
      conversationId: source.conversation().id,
      messageId: message.id,
      text: written,
      shown,
    });
    if (message.sendState === "failed" && message.commandId) await sync.do.retry(message.commandId);
  }
}
