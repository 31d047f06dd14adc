import { type Accessor, createSignal } from "solid-js";
import type { NewMessage } from "../../sync/index.ts";

/** What a message takes along of its files. */
export type Taken = Pick<NewMessage, "attachments" | "attached" | "files">;
/** The tray in which files wait to be sent: it is loaded with the first of them. */
export type Tray = {
  /** One for each message they fill; undefined while one of them cannot be sent, or is not ready: then `again` is called. */
  take(again: () => void): Taken[] | undefined;
};
export type Choosing = ReturnType<typeof createChoosing>;

/** The files that were chosen for the next message, in their order. */
export function createChoosing() {
  const [files, setFiles] = createSignal<readonly File[]>([]);
  const [isLeaving, setLeaving] = createSignal(false);
  let tray: Tray | undefined;
  return {
    files: files as Accessor<readonly File[]>,
    add: (more: readonly File[]) => setFiles((before) => [...before, ...more]),
    arrange: setFiles,
    /** They are being written into the outbox: shown neither here nor there, for a moment. */
    isLeaving,
    setTray: (made: Tray | undefined) => (tray = made),
    /** Sends what is in the tray by `send`, called for each message; what the device has no room for stays. */
    leave(send: (taken: Taken, at: number) => Promise<unknown>, again: () => void): Promise<unknown> | undefined {
      const taken = tray?.take(again);
      if (!taken) return undefined;
      const left = files();
      setLeaving(true);
      const sent = taken.reduce((before, it, at) => before.then(() => send(it, at)), Promise.resolve<unknown>(0));
      return sent
        .then(() => void setFiles((now) => now.filter((file) => !left.includes(file))))
        .finally(() => setLeaving(false));
    },
  };
}
