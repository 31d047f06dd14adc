import type { Changes, Head, Person, StartAnswer, StartCursor, UserRow } from "@parley/schema";
import { conversationOf, emptyConversation, fromHead, keepPeople, mergeMember, setPreview } from "./apply-rows.ts";
import { type CacheTx, type LocalDb, orAbort, writeCache } from "./db.ts";
import { isLeft } from "./rows.ts";
import { nothingTouched, type Touched } from "./touched.ts";

/** Heads, the user's own rows and the cursor, in one transaction: a crash in between leaves the old cursor. */
export async function applyStart(db: LocalDb, answer: StartAnswer): Promise<Touched> {
  const touched = nothingTouched();
  const tx = writeCache(db);
  await orAbort(tx, async () => {
    const before = await startCursor(tx);
    const isOtherEpoch = before !== null && before.epoch !== answer.cursor.epoch;
    if (isOtherEpoch) await compareAllHeads(tx, answer.heads, touched);
    await keepPeople(tx, answer.people, touched);
    for (const head of answer.heads) await keepHead(tx, head, touched);
    const known = isOtherEpoch ? 0 : (before?.userRev ?? 0);
    if (isOtherEpoch) await tx.objectStore("own").clear();
    if (answer.user.rev >= known) await keepOwn(tx, answer.user, touched);
    await keepRows(tx, answer.shared, touched);
    await tx
      .objectStore("meta")
      .put({ key: "start", cursor: { ...answer.cursor, userRev: Math.max(known, answer.user.rev) } });
  });
  return touched;
}

/** Heads told by the user room. */
export async function applyHeads(db: LocalDb, heads: Head[], people: Person[]): Promise<Touched> {
  const touched = nothingTouched();
  const tx = writeCache(db);
  await orAbort(tx, async () => {
    await keepPeople(tx, people, touched);
    for (const head of heads) await keepHead(tx, head, touched);
  });
  return touched;
}

/** Rows that everybody has, told by the user room. */
export async function applyShared(db: LocalDb, rows: UserRow[], people: Person[]): Promise<Touched> {
  const touched = nothingTouched();
  const tx = writeCache(db);
  await orAbort(tx, async () => {
    await keepPeople(tx, people, touched);
    await keepRows(tx, rows, touched);
  });
  return touched;
}

/** Changes of the user's own things, told by the user room. */
export async function applyUserChanges(
  db: LocalDb,
  changes: Changes,
): Promise<{ outcome: "applied" | "old" | "gap"; touched: Touched }> {
  const touched = nothingTouched();
  const tx = writeCache(db);
  const outcome = await orAbort(tx, async () => {
    const cursor = await startCursor(tx);
    if (!cursor || changes.from > cursor.userRev) return "gap";
    if (changes.rev <= cursor.userRev) return "old";
    await keepOwn(tx, changes, touched);
    await tx.objectStore("meta").put({ key: "start", cursor: { ...cursor, userRev: changes.rev } });
    return "applied";
  });
  return { outcome, touched };
}

export async function startCursor(tx: CacheTx): Promise<StartCursor | null> {
  const point = await tx.objectStore("meta").get("start");
  return point?.key === "start" ? point.cursor : null;
}

async function keepHead(tx: CacheTx, head: Head, touched: Touched): Promise<void> {
  touched.conversations.add(head.conversation.id);
  const it = await conversationOf(tx, head.conversation.id);
  if (!it) return void (await tx.objectStore("conversations").put(fromHead(head)));
  if (head.conversation.rev >= it.row.rev) {
    it.row = head.conversation;
    setPreview(it, head.preview);
    it.isGone = false;
  }
  if (head.conversation.rev >= it.cursor) it.mentions = head.mentions;
  it.me = mergeMember(it.me, head.me);
  it.otherId = head.otherId ?? it.otherId;
  it.headRev = Math.max(it.headRev, head.conversation.rev);
  await tx.objectStore("conversations").put(it);
}

async function keepOwn(tx: CacheTx, changes: Changes, touched: Touched): Promise<void> {
  const { account, own } = changes.rows;
  await keepRows(tx, own, touched);
  await keepPeople(tx, changes.people, touched);
  if (account) {
    await tx.objectStore("meta").put({ key: "account", account });
    touched.account = true;
    await keepPeople(tx, [account.person], touched);
  }
}

async function keepRows(tx: CacheTx, rows: UserRow[] = [], touched: Touched): Promise<void> {
  for (const row of rows) {
    const before = await tx.objectStore("own").get([row.kind, row.key]);
    if (!before || before.rev <= row.rev) await tx.objectStore("own").put(row);
    touched.own = true;
  }
}

/**
 * [F34] The database is another than the one this copy was made from: its revs and xids say nothing about ours.
 * Only a conversation whose newest message and rev are the very same is trusted; the others are fetched anew.
 */
async function compareAllHeads(tx: CacheTx, heads: Head[], touched: Touched): Promise<void> {
  const byId = new Map(heads.map((head) => [head.conversation.id, head]));
  for (const it of await tx.objectStore("conversations").getAll()) {
    const head = byId.get(it.id);
    if (!head && isLeft(it)) continue;
    const isSame =
      head &&
      head.conversation.rev === it.cursor &&
      head.preview?.id === it.preview?.id &&
      head.preview?.rev === it.preview?.rev;
    if (isSame) continue;
    touched.conversations.add(it.id);
    touched.messages.set(it.id, "many");
    touched.members.add(it.id);
    await emptyConversation(tx, it);
    if (head) Object.assign(it, { ...fromHead(head), openedAt: it.openedAt });
    else it.isGone = true;
    await tx.objectStore("conversations").put(it);
  }
}
