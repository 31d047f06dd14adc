import type { AccountRow, ConversationId, MemberRow, UserId } from "@parley/schema";
import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import type { ConversationDetails, ConversationEntry, Folder, MemberEntry, ShownPerson } from "../types.ts";
import { memberEntries } from "../view/member-entries.ts";
import { ownValue, ownValues } from "../view/own-value.ts";
import { createOwn } from "./own.ts";
import { useWorld } from "./sync-context.ts";

/** Every conversation of the user, newest first; what strangers ask for is left to `createRequests`. */
export function createConversations(): Accessor<ConversationEntry[]> {
  return createEntries("list");
}

/** What strangers wrote, and was not answered yet. */
export function createRequests(): Accessor<ConversationEntry[]> {
  return createEntries("requests");
}

function createEntries(place: ConversationEntry["place"]): Accessor<ConversationEntry[]> {
  const { world } = useWorld();
  return createMemo(() => {
    const it = world();
    return it
      ? it
          .order()
          .map((id) => it.entry(id))
          .filter((entry) => entry !== undefined)
          .filter((entry) => entry.place === place)
      : [];
  });
}

export function createConversation(
  id: Accessor<ConversationId | undefined>,
): Accessor<ConversationDetails | undefined> {
  const { world } = useWorld();
  return () => {
    const wanted = id();
    return wanted && world()?.entry(wanted);
  };
}

export function createMembers(id: Accessor<ConversationId>): Accessor<MemberEntry[]> {
  const { world } = useWorld();
  const rows = createMemberRows(id);
  return createMemo(() => {
    const it = world();
    if (!it) return [];
    const commands = it
      .outbox()
      .filter((command) => "conversationId" in command.input && command.input.conversationId === id());
    return memberEntries(rows(), commands, it.person);
  });
}

/** The member rows of a conversation as stored, those who left included. */
export function createMemberRows(id: Accessor<ConversationId>): Accessor<MemberRow[]> {
  const { world } = useWorld();
  const [rows, setRows] = createSignal<MemberRow[]>([]);
  createEffect(() => {
    const it = world();
    const wanted = id();
    let isCurrent = true;
    setRows([]);
    if (!it) return;
    const read = async () => {
      const found = await it.members(wanted);
      if (isCurrent) setRows(found);
    };
    void read();
    const stop = it.listen((touched) => touched.members.has(wanted) && void read());
    onCleanup(() => {
      isCurrent = false;
      stop();
    });
  });
  return rows;
}

export function createPerson(id: Accessor<UserId | null | undefined>): Accessor<ShownPerson | undefined> {
  const { world } = useWorld();
  return () => {
    const wanted = id();
    return wanted ? world()?.person(wanted) : undefined;
  };
}

/** A way to anybody whom this device knows, for who does not know beforehand whom to ask for. */
export function createPersonFinder(): (id: UserId | undefined) => ShownPerson | undefined {
  const { world } = useWorld();
  return (id) => id && world()?.person(id);
}

/** Those of them whom this device knows. */
export function createPeople(ids: Accessor<UserId[]>): Accessor<ShownPerson[]> {
  const { world } = useWorld();
  return createMemo(() => ids().flatMap((id) => world()?.person(id) ?? []));
}

export function createAccount(): Accessor<AccountRow | undefined> {
  const { world } = useWorld();
  return () => world()?.account();
}

export function createPreference(key: string): Accessor<unknown> {
  const { world } = useWorld();
  return createMemo(() => {
    const it = world();
    if (!it) return null;
    it.ownChanges();
    return ownValue("preference", key, { own: it.own, outbox: it.outbox() });
  });
}

/** Whom the user has blocked. */
export function createBlocks(): Accessor<UserId[]> {
  const blocks = createOwn("block");
  return () => blocks().map((row) => row.key as UserId);
}

/** The user's folders, in their order. */
export function createFolders(): Accessor<Folder[]> {
  const { world } = useWorld();
  return createMemo(
    () => {
      const it = world();
      if (!it) return [];
      it.ownChanges();
      return [...ownValues("folder", { own: it.own, outbox: it.outbox() })]
        .map(([id, value]) => ({ ...(value as Folder), id: id as Folder["id"] }))
        .sort((a, b) => a.place - b.place || a.id.localeCompare(b.id));
    },
    [],
    // Every key in a draft changes the user's own things.
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
}
