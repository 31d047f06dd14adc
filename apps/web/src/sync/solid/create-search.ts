import type { ConversationId, MessageRow, Person, UserId } from "@parley/schema";
import { type Accessor, batch, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { Place } from "../search/find-on-device.ts";
import type { SearchResults } from "../types.ts";
import { type Found, mergeFound } from "../view/merge-found.ts";
import { useWorld } from "./sync-context.ts";

export type SearchFor = { text: string; conversationId?: ConversationId | undefined };

const pageSize = 20;
/** Typing pauses before the server is asked; the device answers at once. */
const pauseMs = 220;
const nothing: Found = { messages: [], more: false };

/** What a search finds: on this device at once, and with the server's answer what is only there. */
export function createSearch(wanted: Accessor<SearchFor | undefined>): SearchResults {
  const { world, searchDevice, status } = useWorld();
  const [text, setText] = createSignal("");
  const [device, setDevice] = createSignal<Found>();
  const [server, setServer] = createSignal<Found>();
  const [isUnreached, setUnreached] = createSignal(false);
  const [people, setPeople] = createSignal<ReadonlyMap<UserId, Person>>(new Map());
  const isOffline = () => status().state === "offline";
  const asked = createMemo(() => wanted(), undefined, {
    equals: (a, b) => a?.text === b?.text && a?.conversationId === b?.conversationId,
  });
  let lastOnDevice: Place | null = null;
  let run = 0;

  async function askDevice(after?: Place): Promise<void> {
    const it = asked();
    const current = world();
    const mine = run;
    if (!it || !current) return;
    const { userId: me, serverNow } = current.engine;
    const answer = await searchDevice({
      ...{ text: it.text, conversationId: it.conversationId, me, after, limit: pageSize },
      ...{ timeZone: timeZone(), now: serverNow() },
    });
    if (mine !== run) return;
    lastOnDevice = answer?.last ?? null;
    const before = after ? (device()?.messages ?? []) : [];
    batch(() => {
      setText(it.text);
      setDevice(answer ? { messages: [...before, ...answer.messages], more: answer.more } : nothing);
    });
  }

  async function askServer(after?: MessageRow): Promise<void> {
    const it = asked();
    const api = world()?.engine.api;
    const mine = run;
    if (!it || !api || isOffline()) return void setUnreached(true);
    const { text: query, conversationId } = it;
    const input = { query, conversationId, after: after?.id, limit: pageSize, timeZone: timeZone() };
    const answer = await api.search.messages.query(input).catch(() => null);
    if (mine !== run) return;
    batch(() => {
      setUnreached(answer === null);
      if (!answer) return;
      setText(it.text);
      setPeople((known) => new Map([...known, ...answer.people.map((person) => [person.id, person] as const)]));
      const before = after ? (server()?.messages ?? []) : [];
      setServer({ messages: [...before, ...answer.messages], more: answer.more });
    });
  }

  createEffect(
    on([asked, world, isOffline], ([it]) => {
      run++;
      batch(() => {
        setServer(undefined);
        setUnreached(false);
        if (!it?.text.trim()) setDevice(undefined);
      });
      if (!it?.text.trim()) return;
      void askDevice();
      const timer = setTimeout(() => void askServer(), isOffline() ? 0 : pauseMs);
      onCleanup(() => clearTimeout(timer));
    }),
  );

  const merged = createMemo<Found>((before) => {
    const now = mergeFound([device() ?? nothing, server() ?? nothing]);
    return { ...now, messages: sameAsBefore(now.messages, before?.messages) };
  });
  return {
    text,
    messages: () => merged().messages,
    hasMore: () => merged().more,
    isSearching: () => asked() !== undefined && (!device() || (!server() && !isUnreached())),
    isDeviceOnly: isUnreached,
    personOf: (id) => world()?.person(id) ?? people().get(id),
    async more() {
      const onServer = server();
      await Promise.all([
        device()?.more && lastOnDevice ? askDevice(lastOnDevice) : undefined,
        onServer?.more ? askServer(onServer.messages.at(-1)) : undefined,
      ]);
    },
  };
}

/** A message that was found before, and has not changed, stays the very same: its line need not be built anew. */
function sameAsBefore(messages: MessageRow[], before: MessageRow[] = []): MessageRow[] {
  const known = new Map(before.map((message) => [message.id, message]));
  return messages.map((message) => {
    const same = known.get(message.id);
    return same?.rev === message.rev && same.text === message.text ? same : message;
  });
}

const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
