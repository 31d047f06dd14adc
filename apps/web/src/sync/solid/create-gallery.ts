import type { ConversationId, GalleryKind, MessageId, MessageRow, Person, Time, UserId } from "@parley/schema";
import { type Accessor, batch, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { Place } from "../search/find-on-device.ts";
import type { Touched } from "../store/touched.ts";
import type { ConversationDetails } from "../types.ts";
import { type GalleryWanted, galleryHolds } from "../view/gallery-holds.ts";
import { type Found, mergeFound, withChanged } from "../view/merge-found.ts";
import { createOwn } from "./own.ts";
import { useWorld } from "./sync-context.ts";

export type GalleryFor = GalleryWanted & { pageSize?: number };

/** The messages of a gallery, the newest first: those on this device at once, with the server's answer the others. */
export type Gallery = {
  /** What these were found by; it follows what is asked for with the answer. */
  wanted(): GalleryFor | undefined;
  messages(): MessageRow[];
  hasMore(): boolean;
  isLooking(): boolean;
  /** The server was not reached: there may be more than this device holds. */
  isDeviceOnly(): boolean;
  personOf(id: UserId): Person | undefined;
  conversationOf(id: ConversationId): ConversationDetails | undefined;
  /** Before this nothing was sent there. */
  since(): Time | undefined;
  more(): Promise<void>;
};

const usualPage = 60;
const pauseMs = 220;
/** Whoever looks for a name or a sender must not wait for this device to go through all it holds. */
const mostPages = 20;
const nothing: Found = { messages: [], more: false };
const inSearch: Record<GalleryKind, string> = {
  media: "has:image OR has:video",
  files: "has:file",
  links: "has:link",
  voice: "has:audio",
};

export function createGallery(source: Accessor<GalleryFor>): Gallery {
  const { world, searchDevice, status } = useWorld();
  const [wanted, setWanted] = createSignal<GalleryFor>();
  const [device, setDevice] = createSignal<Found>();
  const [server, setServer] = createSignal<Found>();
  const [isUnreached, setUnreached] = createSignal(false);
  const [people, setPeople] = createSignal<ReadonlyMap<UserId, Person>>(new Map());
  const hiddenRows = createOwn<unknown>("hidden");
  const isOffline = () => status().state === "offline";
  const asked = createMemo(source, undefined, { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  let lastOnDevice: Place | undefined;
  let run = 0;

  async function askDevice(after?: Place): Promise<void> {
    const it = asked();
    const current = world();
    const mine = run;
    if (!current) return;
    const { userId: me, serverNow } = current.engine;
    const limit = it.pageSize ?? usualPage;
    const found: MessageRow[] = [];
    // The newest come first: a month begins where the next one ends.
    let last =
      after ?? (it.to ? { sentAt: Date.parse(it.to), seq: 0, conversationId: "" as ConversationId } : undefined);
    let more = true;
    for (let page = 0; more && found.length < limit && page < mostPages; page++) {
      const answer = await searchDevice({
        ...{ text: inSearch[it.kind], conversationId: it.conversationId, me, after: last, limit },
        ...{ timeZone: "UTC", now: serverNow() },
      });
      if (mine !== run) return;
      found.push(...(answer?.messages ?? []).filter((message) => galleryHolds(it, message)));
      last = answer?.last ?? last;
      more = (answer?.more ?? false) && !(it.from && last && last.sentAt < Date.parse(it.from));
    }
    lastOnDevice = last;
    const before = after ? (device()?.messages ?? []) : [];
    batch(() => {
      setWanted(it);
      setDevice({ messages: [...before, ...found], more });
    });
  }

  async function askServer(after?: MessageRow): Promise<void> {
    const { pageSize, ...it } = asked();
    const api = world()?.engine.api;
    const mine = run;
    if (!api || isOffline()) return void setUnreached(true);
    const input = {
      ...it,
      senderId: it.senderId as UserId | undefined,
      after: after?.id,
      limit: pageSize ?? usualPage,
    };
    const answer = await api.files.list.query(input).catch(() => null);
    if (mine !== run) return;
    batch(() => {
      setUnreached(answer === null);
      if (!answer) return;
      setWanted(asked());
      setPeople((known) => new Map([...known, ...answer.people.map((person) => [person.id, person] as const)]));
      const before = after ? (server()?.messages ?? []) : [];
      setServer({ messages: [...before, ...answer.messages], more: answer.more });
    });
  }

  /** What comes, changes and goes while it is looked at. */
  function take({ messages }: Touched) {
    const it = asked();
    for (const [id, rows] of messages) {
      if (it.conversationId && id !== it.conversationId) continue;
      if (rows === "many") void askDevice();
      else
        batch(() => {
          setDevice((before) => before && withChanged(before, rows, (row) => galleryHolds(it, row)));
          setServer((before) => before && withChanged(before, rows, (row) => galleryHolds(it, row)));
        });
    }
  }

  createEffect(
    on([asked, world, isOffline], ([it, current], before) => {
      run++;
      const isOther = before?.[0] !== it;
      batch(() => {
        setUnreached(false);
        if (isOther) setServer(undefined);
      });
      void askDevice();
      const timer = setTimeout(() => void askServer(), isOther && it.name ? pauseMs : 0);
      const stop = current?.listen(take);
      onCleanup(() => {
        clearTimeout(timer);
        stop?.();
      });
    }),
  );

  const gone = createMemo(() => {
    const hidden = hiddenRows().map(({ key }) => key.split(":")[1] as MessageId);
    const deleted = (world()?.outbox() ?? []).flatMap((it) => (it.type === "deleteMessage" ? it.input.messageId : []));
    return new Set([...hidden, ...deleted]);
  });
  /** A server that cannot be asked for more does not keep back what this device holds. */
  const told = (): Found => ({ ...(server() ?? nothing), ...(isUnreached() && { more: false }) });
  /** What a stranger sent who is not answered yet stands in their own chat alone. */
  const isShown = ({ conversationId }: MessageRow) =>
    wanted()?.conversationId !== undefined || (world()?.entry(conversationId)?.place ?? "list") === "list";
  const merged = createMemo(() => mergeFound([device() ?? nothing, told()]));
  return {
    wanted,
    messages: createMemo(() => merged().messages.filter((message) => !gone().has(message.id) && isShown(message))),
    hasMore: () => merged().more,
    isLooking: () => wanted() !== asked() || !device() || (!server() && !isUnreached()),
    isDeviceOnly: isUnreached,
    personOf: (id) => world()?.person(id) ?? people().get(id),
    conversationOf: (id) => world()?.entry(id),
    since: createMemo(() => {
      const { conversationId } = asked();
      const all = conversationId ? [conversationId] : (world()?.order() ?? []);
      const begun = all.flatMap((id) => world()?.local(id)?.row.createdAt ?? []);
      return begun.sort()[0];
    }),
    async more() {
      const onServer = told();
      await Promise.all([
        device()?.more && lastOnDevice ? askDevice(lastOnDevice) : undefined,
        onServer.more ? askServer(onServer.messages.at(-1)) : undefined,
      ]);
    },
  };
}
