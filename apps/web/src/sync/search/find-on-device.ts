import type { ConversationId, MessageRow, SavedTags, UserId } from "@parley/schema";
import { evaluate, namesMatch, parseQuery, type Query, withTag } from "@parley/schema/search";
import type { Stored } from "../outbox/command.ts";
import type { LocalDb } from "../store/db.ts";
import type { LocalConversation } from "../store/rows.ts";
import { ownValues } from "../view/own-value.ts";
import type { Blocks } from "./blocks.ts";
import { type Around, type Bits, has, type OpenBlock, setsOf } from "./find-in-block.ts";

export type DeviceSearch = {
  text: string;
  me: UserId;
  conversationId?: ConversationId | undefined;
  /** Only what comes after this one, which was found before. */
  after?: Place | undefined;
  limit: number;
  timeZone: string;
  /** In the server's time. */
  now: number;
};
/** Where a message stands among all that was found: newest first. */
export type Place = { sentAt: number; seq: number; conversationId: ConversationId };
export type DeviceAnswer = { messages: MessageRow[]; more: boolean; last: Place | null };

/** What this device finds in what it holds, newest first; the same as the server would of the same messages. */
export async function findOnDevice(copy: LocalDb, held: Blocks, search: DeviceSearch): Promise<DeviceAnswer> {
  const query = parseQuery(search.text);
  if (!query) return { messages: [], more: false, last: null };
  const around = await readAround(copy, search, query);
  const blocks = (await held.all(search.conversationId)).sort((a, b) => b.newestAt - a.newestAt);
  let places: Place[] = [];
  for (const block of blocks) {
    // What nearly all messages say is found in the newest of them: the rest need not be looked at for this page.
    const last = places[search.limit + spare];
    if (last && block.newestAt < last.sentAt) break;
    const found = placesIn(block, evaluate(query, setsOf(block, around(block.conversationId)), search), search);
    if (found.length > 0) places = [...places, ...found].sort(byNewest).slice(0, search.limit + spare + 1);
  }
  const page = await readPage(copy, places, search.limit);
  return { ...page, more: page.more || places.length > search.limit + spare };
}

/** A page may have to pass over so many that are hidden. */
const spare = 20;

function placesIn(block: OpenBlock, found: Bits, { after, now }: DeviceSearch): Place[] {
  const { conversationId } = block;
  const places: Place[] = [];
  for (const [message, seq] of block.seqs.entries()) {
    if (!has(found, message) || (block.expiresAt[message] ?? 0) <= now) continue;
    const place = { sentAt: block.sentAt[message] ?? 0, seq, conversationId };
    if (!after || byNewest(after, place) < 0) places.push(place);
  }
  return places;
}

function byNewest(a: Place, b: Place): number {
  return (
    b.sentAt - a.sentAt ||
    b.seq - a.seq ||
    (a.conversationId < b.conversationId ? 1 : a.conversationId > b.conversationId ? -1 : 0)
  );
}

/** The rows themselves, asked for at once; what is no longer there, or was hidden, is passed over. */
async function readPage(copy: LocalDb, places: Place[], limit: number): Promise<DeviceAnswer> {
  const messages: MessageRow[] = [];
  let last: Place | null = null;
  for (let from = 0; from < places.length; from += limit) {
    const some = places.slice(from, from + limit);
    const [hidden, rows] = await Promise.all([hiddenMessages(copy), readRows(copy, some)]);
    for (const [i, row] of rows.entries()) {
      if (messages.length === limit) return { messages, more: true, last };
      last = some[i] ?? last;
      if (row && !row.deletedAt && !hidden.has(row.id)) messages.push(row);
    }
    if (messages.length === limit) return { messages, more: from + some.length < places.length, last };
  }
  return { messages, more: false, last };
}

function readRows(copy: LocalDb, places: Place[]) {
  const { store } = copy.transaction("messages");
  return Promise.all(places.map(({ conversationId, seq }) => store.get([conversationId, seq])));
}

async function hiddenMessages(copy: LocalDb): Promise<Set<string>> {
  const rows = await copy.getAll("own", IDBKeyRange.bound(["hidden"], ["hidden", []]));
  return new Set(rows.filter((row) => row.value !== null).map((row) => row.key.split(":")[1] ?? ""));
}

/** Names, pins, kinds and the user's own tags, read only if the query asks for them. */
async function readAround(copy: LocalDb, { me }: DeviceSearch, query: Query) {
  const parts = [...partsOf(query)];
  const who = parts.flatMap((it) => (it.kind === "from" ? [it.who] : []));
  const people = who.length > 0 || parts.some((it) => it.kind === "in") ? await copy.getAll("people") : [];
  const users = new Map<string, UserId[]>();
  for (const { id, username } of people)
    if (who.includes(username)) users.set(username, [...(users.get(username) ?? []), id]);
  users.set("me", [me]);
  const byId = new Map(people.map((person) => [person.id, person]));
  const tags = parts.some((it) => it.kind === "tag") ? await readTags(copy) : [];
  const needsConversations = tags.length > 0 || parts.some((it) => it.kind === "in" || it.kind === "is");
  const locals = new Map((needsConversations ? await copy.getAll("conversations") : []).map((it) => [it.id, it]));

  const namesOf = (it: LocalConversation): string[] => {
    if (it.row.kind === "saved") return ["saved"];
    const other = it.otherId ? byId.get(it.otherId) : undefined;
    return [it.row.title, other?.displayName ?? "", other?.username ?? ""].filter(Boolean);
  };
  return (id: ConversationId): Around => {
    const it = locals.get(id);
    return {
      users,
      isNamed: (name) => it !== undefined && namesMatch(name, namesOf(it)),
      isSaved: it?.row.kind === "saved",
      tagged: (tag, isPrefix) =>
        new Set(it?.row.kind === "saved" ? withTag(tags, tag, isPrefix).map((it) => it.seq) : []),
      pinned: new Set(it?.pins.map((pin) => pin.seq)),
    };
  };
}

/** With what waits in the outbox: a tag given without a network is found without one. */
async function readTags(copy: LocalDb): Promise<SavedTags[]> {
  const [own, outbox] = [
    await copy.getAll("own", IDBKeyRange.bound(["tag"], ["tag", []])),
    await copy.getAll("outbox"),
  ];
  return [
    ...ownValues("tag", { own: new Map(own.map((row) => [row.key, row])), outbox: outbox as Stored[] }).values(),
  ] as SavedTags[];
}

function* partsOf(query: Query): Iterable<Query> {
  yield query;
  if (query.kind === "and" || query.kind === "or") for (const it of query.of) yield* partsOf(it);
  else if (query.kind === "not") yield* partsOf(query.of);
}
