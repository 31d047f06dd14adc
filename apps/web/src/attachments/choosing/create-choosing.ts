import { type ConversationId, type DraftFile, type FileId, newId } from "@parley/schema";
import { type Accessor, createMemo, createSignal } from "solid-js";
import type { NewMessage } from "../../sync/index.ts";

/** What a message takes along of its files. */
export type Taken = Pick<NewMessage, "attachments" | "attached" | "files">;
/** The same, with what a scheduled message keeps of it until then. */
export type Leaving = Taken & { drafted: DraftFile[] };
/** A file in the tray: as it was chosen here, where it was, and as the draft has it as soon as it is ready. */
export type Chosen = { id: FileId; file?: File; isOriginal?: boolean; alt?: string; drafted?: DraftFile };
/** The tray in which files wait to be sent: it is loaded with the first of them. */
export type Tray = {
  /** One for each message they fill; undefined while one of them cannot be sent, or is not ready: then `again` is called. */
  take(again: () => void): Leaving[] | undefined;
};
export type Choosing = ReturnType<typeof createChoosing>;

/** The files that were chosen for the next message, in their order. `draft` is where they are kept until then. */
export function createChoosing(draft: {
  key: Accessor<string>;
  conversationId: Accessor<ConversationId>;
  /** What the draft holds has changed here. */
  changed(): void;
  save(): Promise<unknown>;
}) {
  const [chosen, setChosen] = createSignal<readonly Chosen[]>([]);
  /** How many messages they leave in. */
  const [leaving, setLeaving] = createSignal(0);
  // What leaves in one message is part of no draft from then on: a reload right after must not find it again.
  const drafted = createMemo(() => (leaving() === 1 ? [] : chosen().flatMap((it) => it.drafted ?? [])));
  const arrange = (change: (before: readonly Chosen[]) => readonly Chosen[]) => {
    setChosen(change);
    draft.changed();
  };
  let tray: Tray | undefined;
  return {
    draft,
    chosen,
    drafted,
    add: (files: readonly File[]) =>
      setChosen((before) => [...before, ...files.map((file) => ({ id: newId<FileId>(), file }))]),
    /** What was chosen before a reload, and has not become part of the draft. */
    restore: (found: readonly Chosen[]) =>
      setChosen((before) => [...before, ...found.filter((it) => !before.some(({ id }) => id === it.id))]),
    arrange,
    change: (id: FileId, change: Partial<Chosen>) =>
      arrange((before) => before.map((it) => (it.id === id ? { ...it, ...change } : it))),
    /** The draft as it was left, here or on another device; what is not ready yet stays. */
    take: (files: readonly DraftFile[] = []) =>
      setChosen((before) => [
        ...files.map((file) => ({
          id: file.fileId,
          ...before.find((it) => it.drafted?.fileId === file.fileId),
          drafted: file,
        })),
        ...before.filter((it) => !it.drafted),
      ]),
    /** They are being written into the outbox: shown neither here nor there, for a moment. */
    isLeaving: () => leaving() > 0,
    setTray: (made: Tray | undefined) => (tray = made),
    /** Sends what is in the tray by `send`, called for each message; what the device has no room for stays. */
    leave(send: (taken: Leaving, at: number) => Promise<unknown>, again: () => void): Promise<unknown> | undefined {
      const taken = tray?.take(again);
      if (!taken) return undefined;
      setLeaving(taken.length);
      const leave = async (message: Leaving, at: number) => {
        await send(message, at);
        // Should the next find no room, this one is not sent again.
        const fileIds = message.drafted.map((it) => it.fileId);
        setChosen((now) => now.filter((it) => !it.drafted || !fileIds.includes(it.drafted.fileId)));
      };
      const [first, ...others] = taken;
      // At once: the draft that is cleared after it is the later of the two.
      const sent = first ? leave(first, 0) : Promise.resolve();
      return others
        .reduce((before, it, at) => before.then(() => leave(it, at + 1)), sent)
        .finally(() => {
          setLeaving(0);
          draft.changed();
          void draft.save();
        });
    },
  };
}
