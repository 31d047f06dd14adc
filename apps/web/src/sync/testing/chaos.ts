import { type App, startApp } from "@parley/api/testing";
import { freshDb } from "@parley/db/testing";
import { startRooms } from "@parley/party/runtime";
import type { ConversationId, MessageId, UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { inConversationRange } from "../store/db.ts";
import { type Random, randomFrom } from "./random.ts";
import { startDevice, type TestDevice, until } from "./test-device.ts";

const people = [cast.alice, cast.bob, cast.dana];
const secret = "a secret that only this test knows";

export type Chaos = Awaited<ReturnType<typeof startChaos>>;

/** A real server with real rooms, three people with five devices, and a network that loses, repeats and reorders. */
export async function startChaos(seed: number) {
  const random = randomFrom(seed);
  const database = await freshDb();
  const rooms = await startRooms({ secret, heartbeatMs: 1_000 });
  let app = await startApp({ db: database, rooms: { url: rooms.url, secret } });
  const port = Number(new URL(app.url).port);
  const cookies = new Map<UserId, string>();
  for (const { id, displayName } of people) {
    await app.addUser(displayName, id);
    cookies.set(id, await app.sessionCookieOf({ id }));
  }

  const devices: TestDevice[] = [];
  let isCalm = false;
  const takenBack = new Set<MessageId>();
  const sent = new Map<MessageId, { conversationId: ConversationId; by: UserId }>();

  async function addDevice(userId: UserId, prefix?: string) {
    const device = await startDevice(app.url, userId, cookies.get(userId)!, prefix ? { prefix } : {});
    trouble(device, random, () => isCalm);
    devices.push(device);
    return device;
  }
  for (const { id } of [...people, cast.alice, cast.bob]) await addDevice(id);

  return {
    random,
    devices,
    sent,
    takenBack,
    db: database.db,
    addDevice,
    async restartDevice(device: TestDevice) {
      devices.splice(devices.indexOf(device), 1);
      await device.stop();
      await addDevice(device.userId, device.device.prefix);
    },
    restartRooms: () => rooms.restart(),
    async restartApi() {
      await app.close();
      app = await startApp({ db: database, rooms: { url: rooms.url, secret }, config: { port } });
    },
    calm() {
      isCalm = true;
      for (const device of devices) device.goOnline();
    },
    async close() {
      await Promise.all(devices.map((device) => device.stop()));
      await app.close();
      await rooms.close();
      await database.close();
    },
    app: (): App => app,
  };
}

/** Requests get lost, answers get lost, requests arrive twice; what rooms say is lost, doubled or late. */
function trouble({ network }: TestDevice, random: Random, isCalm: () => boolean) {
  network.around = async (send) => {
    if (isCalm()) return send();
    const luck = random.next();
    if (luck < 0.06) throw new TypeError("The request was lost.");
    if (luck < 0.14) {
      await send().catch(() => undefined);
      throw new TypeError("The answer was lost.");
    }
    if (luck < 0.2) await send().catch(() => undefined);
    return send();
  };
  network.heard = (text, deliver) => {
    if (isCalm()) return deliver(text);
    const luck = random.next();
    if (luck < 0.1) return;
    if (luck < 0.2) deliver(text);
    if (luck < 0.35) setTimeout(() => deliver(text), random.below(80));
    else deliver(text);
  };
}

/** One random thing that someone does, or that happens. */
export async function doSomething(chaos: Chaos, conversations: ConversationId[]): Promise<void> {
  const { random, devices } = chaos;
  const device = random.pick(devices);
  const conversationId = random.pick(conversations);
  const mine = () =>
    [...chaos.sent]
      .filter(([, it]) => it.by === device.userId && it.conversationId === conversationId)
      .map(([id]) => id);
  const luck = random.next();

  if (luck < 0.5) {
    const threadId = random.chance(0.3) ? await someRoot(chaos, device, conversationId) : undefined;
    const place = threadId && { threadId, ...(random.chance(0.2) && { isInTimeline: true as const }) };
    const messageId = await device.do.sendMessage({ conversationId, text: `${random.below(1e6)}`, ...place });
    chaos.sent.set(messageId, { conversationId, by: device.userId });
  } else if (luck < 0.6) {
    const messageId = random.pick(mine());
    if (messageId) await device.do.editMessage({ conversationId, messageId, text: `edited ${random.below(1e6)}` });
  } else if (luck < 0.65) {
    const messageId = random.pick(mine());
    if (!messageId) return;
    chaos.takenBack.add(messageId);
    await device.do.deleteMessage({ conversationId, messageId });
  } else if (luck < 0.71) {
    const message = random.pick(await device.db.getAll("messages", inConversationRange(conversationId)));
    if (message?.kind !== "text" || message.deletedAt) return;
    const about = { conversationId, messageId: message.id };
    if (random.chance(0.2)) await device.do.pinMessage({ ...about, isPinned: random.chance(0.6) });
    else await device.do.reactToMessage({ ...about, emoji: random.pick(["👍", "❤️", "🎉"]), isOn: random.chance(0.6) });
  } else if (luck < 0.76)
    await device.do.markRead(conversationId, (await device.db.get("conversations", conversationId))?.row.lastSeq ?? 0);
  else if (luck < 0.77) await device.do.setPreference(random.pick(["theme", "density"]), random.below(100));
  else if (luck < 0.79) await organise(device, random, conversationId);
  else if (luck < 0.8) await device.do.updateConversation({ conversationId, title: `Lunch ${random.below(100)}` });
  else if (luck < 0.86) device.goOffline();
  else if (luck < 0.92) device.goOnline();
  else if (luck < 0.94) device.cut();
  else if (luck < 0.96) device.engine.open(random.chance(0.7) ? conversationId : null);
  else if (luck < 0.98) await chaos.restartDevice(device);
  else if (luck < 0.99) await chaos.restartRooms();
  else await chaos.restartApi();
}

async function organise({ do: act }: TestDevice, random: Random, id: ConversationId): Promise<void> {
  const isUndone = random.chance(0.3);
  const field = random.pick(["pin", "archive", "unread", "level", "mute"] as const);
  if (isUndone) await act.organise(id, field, null);
  else if (field === "level") await act.organise(id, field, random.pick(["all", "mentions", "nothing"]));
  else if (field === "mute") await act.organise(id, field, "changed");
  else await act.organise(id, field, random.below(100));
}

/** A message that can be answered in a thread. */
async function someRoot({ random }: Chaos, device: TestDevice, id: ConversationId) {
  const rows = await device.db.getAll("messages", inConversationRange(id));
  return random.pick(rows.filter((row) => row.kind !== "event" && !row.threadId && row.rev > 0))?.id;
}

/** What a device holds of a conversation, in the words of the database. */
export async function heldBy(device: TestDevice, id: ConversationId) {
  const it = await device.db.get("conversations", id);
  const rows = await device.db.getAll("messages", inConversationRange(id));
  return {
    rev: it?.row.rev,
    cursor: it?.cursor,
    title: it?.row.title,
    readSeq: it?.me.readSeq,
    held: it?.held ?? [],
    pins: (it?.pins ?? []).map(({ messageId, rev }) => ({ messageId, rev })).sort((a, b) => a.rev - b.rev),
    threadReplies: it?.row.threadReplies ?? 0,
    readReplies: it?.me.readReplies ?? 0,
    messages: rows.map(({ id, seq, rev, text, senderId, deletedAt, editedAt, threadId, thread, reactions = [] }) => ({
      id,
      threadId: threadId ?? null,
      thread: thread ?? null,
      seq,
      rev,
      text,
      senderId,
      deletedAt,
      editedAt,
      reactions: reactions.toSorted((a, b) => a.rev - b.rev),
    })),
  };
}

export async function keptBy(chaos: Chaos, id: ConversationId, userId: UserId) {
  const {
    rev,
    last_seq: lastSeq,
    thread_replies: threadReplies,
    title,
  } = await chaos.db.selectFrom("conversations").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const member = await chaos.db
    .selectFrom("members")
    .selectAll()
    .where("conversation_id", "=", id)
    .where("user_id", "=", userId)
    .executeTakeFirstOrThrow();
  const rows = await chaos.db
    .selectFrom("messages")
    .selectAll()
    .where("conversation_id", "=", id)
    .orderBy("seq")
    .execute();
  const reactions = await chaos.db
    .selectFrom("reactions")
    .selectAll()
    .where("conversation_id", "=", id)
    .where("is_removed", "=", false)
    .orderBy("rev")
    .execute();
  const pins = await chaos.db
    .selectFrom("pins")
    .selectAll()
    .where("conversation_id", "=", id)
    .where("is_removed", "=", false)
    .orderBy("rev")
    .execute();
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  return {
    rev,
    cursor: rev,
    title,
    readSeq: member.read_seq,
    threadReplies,
    readReplies: member.read_replies,
    lastSeq,
    pins: pins.map((row) => ({ messageId: row.message_id, rev: row.rev })),
    messages: rows.map((row) => ({
      id: row.id,
      threadId: row.thread_id,
      thread: row.details.thread ?? null,
      seq: row.seq,
      rev: row.rev,
      text: row.text,
      senderId: row.sender_id,
      deletedAt: iso(row.deleted_at),
      editedAt: iso(row.edited_at),
      reactions: reactions
        .filter((it) => it.message_id === row.id)
        .map((it) => ({ userId: it.user_id, emoji: it.emoji, rev: it.rev })),
    })),
  };
}

export const settled = (device: TestDevice, ms = 60_000) =>
  until(async () => {
    const outbox = await device.db.getAll("outbox");
    if (outbox.some((it) => it.state === "waiting")) device.engine.flush();
    return !outbox.some((it) => it.state === "waiting");
  }, ms);
