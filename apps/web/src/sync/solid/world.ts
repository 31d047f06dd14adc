import type { AccountRow, ConversationId, MemberRow, UserId, UserRow } from "@parley/schema";
import { type Accessor, batch, createSignal } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { Engine } from "../engine/engine.ts";
import type { Fact } from "../engine/tabs.ts";
import { conversationOfCommand, conversationOfOwn, type Stored } from "../outbox/command.ts";
import { inConversationRange } from "../store/db.ts";
import type { LocalConversation } from "../store/rows.ts";
import type { Touched } from "../store/touched.ts";
import type { ConversationDetails, ShownPerson } from "../types.ts";
import type { Upload } from "../uploads/upload.ts";
import { aboutPeople, changedAbout, shownPerson } from "../view/about-people.ts";
import { conversationEntry } from "../view/conversation-entry.ts";
import { areSameEmoji, emojiByName } from "../view/emoji-by-name.ts";
import { inListOrder } from "../view/organised.ts";
import { makePresenceAsker } from "./ask-presence.ts";
import { createFacts } from "./facts.ts";
import { makeMuteAlarm } from "./mute-alarm.ts";

export type World = ReturnType<typeof createWorld>;

/** What the screens of one tab see of the device's copy, kept current as it is written. */
export function createWorld(engine: Engine) {
  const { db, userId } = engine;
  const locals = new Map<ConversationId, LocalConversation>();
  const people = new Map<UserId, ShownPerson>();
  const own = new Map<string, UserRow>();
  const wantedPeople = new Set<UserId>();
  const listeners = new Set<(touched: Touched) => void>();

  const [entries, setEntries] = createStore<Record<ConversationId, ConversationDetails | undefined>>({});
  const [order, setOrder] = createSignal<ConversationId[]>([]);
  const [personStore, setPeople] = createStore<Record<UserId, ShownPerson | undefined>>({});
  const [outbox, setOutbox] = createSignal<Stored[]>([]);
  const [uploads, setUploads] = createSignal<Upload[]>([]);
  const [ownVersion, setOwnVersion] = createSignal(0);
  const [emoji, setEmoji] = createSignal(emojiByName({ own, outbox: [] }), { equals: areSameEmoji });
  const [account, setAccount] = createSignal<AccountRow>();
  const [isLoaded, setLoaded] = createSignal(false);
  const facts = createFacts(userId);
  const presence = makePresenceAsker(engine.api);
  const alarm = makeMuteAlarm(engine.serverNow, (ids) => showConversations(ids));

  async function load() {
    const tx = db.transaction(["conversations", "own", "outbox", "uploads", "meta"]);
    const [conversations, ownRows, commands, files, accountRow] = await Promise.all([
      tx.objectStore("conversations").getAll(),
      tx.objectStore("own").getAll(),
      tx.objectStore("outbox").getAll(),
      tx.objectStore("uploads").getAll(),
      tx.objectStore("meta").get("account"),
    ]);
    for (const it of conversations) locals.set(it.id, it);
    for (const row of ownRows) own.set(`${row.kind}:${row.key}`, row);
    if (accountRow?.key === "account") people.set(userId, accountRow.account.person);
    setOutbox(commands as Stored[]);
    setUploads(files);
    await readPeople(conversations.flatMap((it) => [it.otherId, it.preview?.senderId ?? null]));
    batch(() => {
      if (accountRow?.key === "account") setAccount(accountRow.account);
      setEmoji(emojiByName({ own, outbox: outbox() }));
      showConversations([...locals.keys(), ...idsIn(commands as Stored[])]);
      setLoaded(true);
    });
  }

  /** Reads again what a write touched. */
  async function take(touched: Touched) {
    const ids = new Set(touched.conversations);
    const before = aboutPeople({ own, outbox: outbox() });
    // Before the command goes, so that what it left is never missing in between.
    if (touched.own) for (const id of await readOwn()) ids.add(id);
    if (touched.outbox) {
      const commands = (await db.getAll("outbox")) as Stored[];
      for (const id of idsIn([...outbox(), ...commands])) ids.add(id);
      if (JSON.stringify(commands) !== JSON.stringify(outbox())) setOutbox(commands);
    }
    if (touched.uploads) setUploads(await db.getAll("uploads"));
    for (const id of touched.conversations) {
      const it = await db.get("conversations", id);
      // Until there was a conversation with them, the server said nothing of them.
      if (it?.otherId && !locals.has(id)) presence.again([it.otherId]);
      if (it) locals.set(id, it);
      else locals.delete(id);
    }
    const about = changedAbout(before, aboutPeople({ own, outbox: outbox() }));
    await readPeople(
      [...touched.people, ...about].filter((id) => people.has(id) || wantedPeople.has(id)),
      true,
    );
    await readPeople([...ids].map((id) => locals.get(id)?.otherId ?? null));
    const moved = new Set([...touched.people, ...about]);
    if (moved.size) for (const it of locals.values()) if (it.otherId && moved.has(it.otherId)) ids.add(it.id);
    if (touched.account) {
      const row = await db.get("meta", "account");
      if (row?.key === "account") setAccount(row.account);
    }
    batch(() => {
      if (touched.own) setOwnVersion((version) => version + 1);
      if (touched.own || touched.outbox) setEmoji(emojiByName({ own, outbox: outbox() }));
      if (ids.size) showConversations([...ids]);
    });
    for (const listener of listeners) listener(touched);
  }

  /** Reads the user's own rows again; answers with the conversations they are about where they changed. */
  async function readOwn(): Promise<ConversationId[]> {
    const before = new Map(own);
    const rows = await db.getAll("own");
    own.clear();
    for (const row of rows) own.set(`${row.kind}:${row.key}`, row);
    for (const [key, row] of own)
      if (before.get(key)?.rev === row.rev) before.delete(key);
      else before.set(key, row);
    return [...before.values()].map(conversationOfOwn).filter((id) => id !== null);
  }

  function showConversations(ids: ConversationId[]) {
    const known = { userId, people, own, now: engine.serverNow() };
    for (const id of ids) {
      const entry = conversationEntry(id, locals.get(id), { ...known, outbox: outbox() });
      setEntries(id, entry ? reconcile(entry) : undefined);
    }
    const sorted = Object.values(entries)
      .filter((it) => it !== undefined)
      .sort(inListOrder);
    alarm.set(sorted);
    const inOrder = sorted.map((it) => it.id);
    if (inOrder.join() !== order().join()) setOrder(inOrder);
  }

  async function readPeople(ids: (UserId | null)[], isAgain = false) {
    const missing = [...new Set(ids)].filter((id): id is UserId => id !== null && (isAgain || !people.has(id)));
    if (!missing.length) return;
    const store = db.transaction("people").store;
    const rows = await Promise.all(missing.map((id) => store.get(id)));
    batch(() => {
      for (const row of rows) {
        if (!row) continue;
        const person = shownPerson(row, { own, outbox: outbox() });
        people.set(person.id, person);
        setPeople(person.id, reconcile({ ...person }));
      }
    });
  }

  let isWished = false;
  /** A person by id, read from the device the first time someone asks; those asked for in one moment together. */
  function person(id: UserId): ShownPerson | undefined {
    if (!people.has(id) && !wantedPeople.has(id)) {
      wantedPeople.add(id);
      if (!isWished) queueMicrotask(() => void readWished());
      isWished = true;
    }
    return personStore[id] ?? people.get(id);
  }

  async function readWished() {
    isWished = false;
    await readPeople([...wantedPeople]);
  }

  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    turn = turn.then(work).catch(() => undefined);
    return turn;
  };

  return {
    engine,
    load: () => inTurn(load),
    take: (touched: Touched) => inTurn(() => take(touched)),
    fact: (fact: Fact) => facts.take(fact),
    facts,
    isLoaded,
    order: order as Accessor<ConversationId[]>,
    entry: (id: ConversationId) => entries[id],
    person,
    account,
    outbox,
    uploads,
    emoji,
    /** Read it in whatever reads `own`, which is no signal itself. */
    ownChanges: ownVersion,
    own,
    members: (id: ConversationId): Promise<MemberRow[]> => db.getAll("members", inConversationRange(id)),
    listen(listener: (touched: Touched) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    local: (id: ConversationId) => locals.get(id),
    presence,
    stop() {
      alarm.stop();
      presence.stop();
    },
  };
}

function idsIn(commands: Stored[]): ConversationId[] {
  return commands
    .map((it) => (it.type === "setOwn" ? conversationOfOwn(it.input) : conversationOfCommand(it)))
    .filter((id) => id !== null);
}
