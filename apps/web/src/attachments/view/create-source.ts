import type { Attachment, FileId, FileVariant, MessageRow } from "@parley/schema";
import { type Accessor, createMemo, createRenderEffect, createSignal, on, onCleanup } from "solid-js";
import { useSync } from "../../sync/index.ts";
import { fileUrl } from "../file-url.ts";

export type Source = {
  /** This device's own bytes of a file it sent; null when it has none, undefined until that is known. */
  own: Accessor<string | null | undefined>;
  /** This browser cannot show them: it is asked of the server, which can. */
  giveUpOwn(): void;
  message: Accessor<Pick<MessageRow, "id" | "seq">>;
  fileId: Accessor<FileId>;
};

/** Where a file's bytes are: here, while they are on their way and for a while after, else with the server. */
export function createSource(
  message: Accessor<Pick<MessageRow, "id" | "seq">>,
  file: Accessor<Pick<Attachment, "fileId" | "playable">>,
  isOwn: Accessor<boolean>,
): Source {
  const sync = useSync();
  const [own, setOwn] = createSignal<string | null>();
  const fileId = createMemo(() => file().fileId);
  // What few browsers play, this one may not play either.
  const hasOwn = createMemo(() => isOwn() && !file().playable);
  createRenderEffect(
    on([fileId, hasOwn], ([wanted, mine]) => {
      setOwn(mine ? undefined : null);
      if (!mine) return;
      let url: string | undefined;
      let isOver = false;
      void sync
        .localFile(wanted)
        .catch(() => null)
        .then((blob) => {
          if (isOver) return;
          url = blob ? URL.createObjectURL(blob) : undefined;
          setOwn(url ?? null);
        });
      onCleanup(() => {
        isOver = true;
        if (url) URL.revokeObjectURL(url);
      });
    }),
  );
  return { own, giveUpOwn: () => setOwn(null), message, fileId };
}

/** Where the server has a variant of it, once it has the message, and when this device has no bytes of its own. */
export function createServed(
  source: Accessor<Source>,
  variant: Accessor<FileVariant | undefined>,
): Accessor<string | undefined> {
  return fileUrl(
    () => source().message().id,
    () => source().fileId(),
    () => (source().own() === null && source().message().seq > 0 ? variant() : undefined),
  );
}
