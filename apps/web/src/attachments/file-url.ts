import { attachmentPath, type FileId, type FileVariant, type MessageId } from "@parley/schema";
import { type Accessor, createEffect, createMemo, createRenderEffect, createSignal, on } from "solid-js";
import { type Sync, useSync } from "../sync/index.ts";

/** A ticket that ends sooner is not begun with. */
const leastLeftMs = 60_000;

type Held = { ticket: string; until: number };
type Tickets = { held?: Held; asking?: Promise<string | undefined> };

/** One ticket opens every file of a session, so the whole page needs but one. */
const tickets = new WeakMap<Sync, Tickets>();

/**
 * Where a file of a message is. Undefined until there is a ticket; without a network the address has none, and finds
 * what the device kept. It stays the same, so that what is shown is not loaded again.
 */
export function fileUrl(
  messageId: Accessor<MessageId>,
  fileId: Accessor<FileId>,
  variant: Accessor<FileVariant | undefined>,
): Accessor<string | undefined> {
  const sync = useSync();
  const [url, setUrl] = createSignal<string>();
  const path = createMemo(() => {
    const wanted = variant();
    return wanted && attachmentPath(messageId(), fileId(), wanted);
  });
  const take = (wanted: string) =>
    void takeTicket(sync).then((ticket) => path() === wanted && setUrl(withTicket(wanted, ticket)));
  createRenderEffect(
    on(path, (wanted) => {
      const held = goodTicket(sync);
      setUrl(wanted && held && withTicket(wanted, held));
      if (wanted && !held) take(wanted);
    }),
  );
  // What could not be had without a network comes with it.
  const isOnline = createMemo(() => sync.status().state === "online");
  createEffect(
    on(isOnline, (online) => {
      const shown = url();
      if (online && shown && shown === path()) take(shown);
    }),
  );
  return url;
}

/** The same, for one who can wait for it: with a ticket that is good for a while. */
export async function askFileUrl(
  sync: Sync,
  { messageId, fileId, variant }: { messageId: MessageId; fileId: FileId; variant: FileVariant },
): Promise<string> {
  return withTicket(attachmentPath(messageId, fileId, variant), goodTicket(sync) ?? (await takeTicket(sync)));
}

const withTicket = (path: string, ticket: string | undefined) => (ticket ? `${path}?ticket=${ticket}` : path);

function goodTicket(sync: Sync): string | undefined {
  const held = tickets.get(sync)?.held;
  return held && held.until - leastLeftMs > sync.serverNow() ? held.ticket : undefined;
}

async function takeTicket(sync: Sync): Promise<string | undefined> {
  const mine: Tickets = tickets.get(sync) ?? {};
  tickets.set(sync, mine);
  mine.asking ??= sync.api.files.ticket
    .query()
    .then(({ ticket, expiresAt }) => {
      mine.held = { ticket, until: Date.parse(expiresAt) };
      return ticket;
    })
    .catch(() => undefined)
    .finally(() => {
      mine.asking = undefined;
    });
  return mine.asking;
}
