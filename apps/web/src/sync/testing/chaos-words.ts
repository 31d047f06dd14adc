import { type ConversationId, type FileId, type MessageId, newId } from "@parley/schema";
import { forwardsOf } from "../outbox/forwards-of.ts";
import { inConversationRange } from "../store/db.ts";
import type { HeldMessage } from "../store/rows.ts";
import type { NewMessage } from "../types.ts";
import { type Chaos, hour } from "./chaos.ts";
import { emojiNames } from "./chaos-own.ts";
import type { TestDevice } from "./test-device.ts";

/** Somebody writes: words, with a file now and then, an answer in a thread, a poll, what disappears, what is to be sent later, or what another wrote. */
export async function writeSomething(chaos: Chaos, device: TestDevice, conversationId: ConversationId): Promise<void> {
  const { random } = chaos;
  const isSaved = conversationId === chaos.places.saved.get(device.userId);
  const place = { conversationId, ...(isSaved && { to: device.userId }) };
  const text = `${random.below(1e6)}`;
  const luck = random.next();
  if (luck < 0.06) return send(chaos, device, { ...place, text, ...someFile(chaos) });
  if (luck < 0.5) return send(chaos, device, { ...place, text });
  if (luck < 0.68) {
    const root = await pickMessage(chaos, device, conversationId, (row) => !row.threadId && row.rev > 0);
    if (!root || isSaved) return;
    const isInTimeline = random.chance(0.2);
    return send(chaos, device, { ...place, text, threadId: root.id, ...(isInTimeline && { isInTimeline }) });
  }
  if (luck < 0.76) return send(chaos, device, { ...place, content: someQuestion(chaos) });
  if (luck < 0.84) {
    const life = { expiresAfter: 2 * hour, ...(random.chance(0.5) && { expiryStarts: "read" as const }) };
    return send(chaos, device, { ...place, text: `gone ${text}`, ...life });
  }
  if (luck < 0.92) return schedule(chaos, device, { ...place, text: `later ${text}` });
  return forward(chaos, device, conversationId);
}

/** Somebody does something to a message that is there. */
export async function actOnMessage(chaos: Chaos, device: TestDevice, conversationId: ConversationId): Promise<void> {
  const { random } = chaos;
  const luck = random.next();
  if (luck < 0.45) {
    const mine = [...chaos.sent].filter(([, it]) => it.by === device.userId && it.conversationId === conversationId);
    const messageId = random.pick(mine)?.[0];
    if (!messageId) return;
    const about = { conversationId, messageId };
    if (luck < 0.3) return device.do.editMessage({ ...about, text: `edited ${random.below(1e6)}` });
    chaos.takenBack.add(messageId);
    return device.do.deleteMessage(about);
  }
  const message = await pickMessage(chaos, device, conversationId, (row) => row.rev > 0);
  if (!message) return;
  const about = { conversationId, messageId: message.id };
  if (luck < 0.65) {
    const emoji = random.pick(["👍", "❤️", "🎉", ...emojiNames.map((name) => `:${name}:`)]);
    return device.do.reactToMessage({ ...about, emoji, isOn: random.chance(0.6) });
  }
  if (luck < 0.72) return device.do.pinMessage({ ...about, isPinned: random.chance(0.6) });
  if (luck < 0.8) return device.do.hideMessages(conversationId, [message.id], random.chance(0.7));
  const poll = await pickMessage(chaos, device, conversationId, (row) => row.kind === "poll" && row.rev > 0);
  if (!poll) return;
  if (luck < 0.97) return device.do.voteInPoll({ conversationId, messageId: poll.id, choices: someChoice(chaos) });
  return device.do.closePoll({ conversationId, messageId: poll.id });
}

async function send(chaos: Chaos, device: TestDevice, message: NewMessage): Promise<void> {
  const messageId = await device.do.sendMessage(message);
  const { conversationId, text = "" } = message;
  chaos.sent.set(messageId, { conversationId, by: device.userId, text });
}

/** One that is to be sent later; or one that waits is changed, taken back, or sent now. */
async function schedule(chaos: Chaos, device: TestDevice, message: NewMessage & { text: string }): Promise<void> {
  const { random } = chaos;
  const isSoon = random.chance(0.7);
  const sendAt = new Date(Date.now() + (isSoon ? random.below(1_500) : 60_000)).toISOString();
  const rows = await device.db.getAll("own", IDBKeyRange.bound(["scheduled"], ["scheduled", []]));
  const waiting = random.pick(rows.filter((row) => row.value !== null));
  const messageId = (waiting?.key ?? newId()) as MessageId;
  const luck = random.next();
  if (!waiting || luck < 0.5) {
    chaos.scheduled.add(messageId);
    const { conversationId, text, to } = message;
    return device.do.setScheduled(messageId, { conversationId, text, sendAt, ...(to && { to }) });
  }
  chaos.scheduled.delete(messageId);
  if (luck < 0.75) {
    const { sendAt: _, failure: __, ...kept } = waiting.value as NewMessage & { sendAt: string; failure?: string };
    await send(chaos, device, { ...kept, messageId });
  }
  return device.do.setScheduled(messageId, null);
}

/** A message is passed on, to another conversation or to what one has saved. */
async function forward(chaos: Chaos, device: TestDevice, from: ConversationId): Promise<void> {
  const { random, places } = chaos;
  const row = await pickMessage(chaos, device, from, (it) => it.rev > 0 && !it.expiresAfter);
  const saved = places.saved.get(device.userId)!;
  const to = random.pick([...places.shared, saved]);
  if (!row) return;
  const message = { ...row, reactions: [], sendState: "sent" as const, isEdited: row.editedAt !== null };
  delete message.tally;
  const targets = [{ conversationId: to, ...(to === saved && { to: device.userId }) }];
  for (const it of forwardsOf({ messages: [message], targets, isNamed: random.chance(0.5), names: ["Someone"] }))
    await send(chaos, device, it);
}

function someQuestion({ random }: Chaos) {
  const question = { text: `Lunch ${random.below(100)}?`, options: ["Ramen", "Udon", "Neither"] };
  const isQuiz = random.chance(0.25);
  const closesAt = new Date(Date.now() + hour * 1_000).toISOString();
  return {
    kind: "poll" as const,
    questions: [isQuiz ? { ...question, right: [1] } : question],
    ...(random.chance(0.3) && { isAnonymous: true as const }),
    ...(random.chance(0.3) && { closesAt }),
  };
}

function someFile({ random }: Chaos): Pick<NewMessage, "attachments" | "attached" | "files"> {
  const file = { fileId: newId<FileId>(), name: "notes.txt" };
  const blob = new Blob(["ramen ".repeat(1 + random.below(60_000))]);
  const { size } = blob;
  return {
    attachments: [file],
    attached: [{ ...file, kind: "document", mime: "text/plain", size }],
    files: [{ ...file, blob }],
  };
}

const someChoice = ({ random }: Chaos) => (random.chance(0.2) ? [] : [[random.below(3)]]);

async function pickMessage(
  { random }: Chaos,
  device: TestDevice,
  id: ConversationId,
  isMeant: (row: HeldMessage) => boolean,
): Promise<HeldMessage | undefined> {
  const rows = await device.db.getAll("messages", inConversationRange(id));
  return random.pick(rows.filter((row) => row.kind !== "event" && !row.deletedAt && isMeant(row)));
}
