import { type ConversationId, directConversationId, type MessageId, type UserId } from "@parley/schema";
import { mentionsIn } from "@parley/schema/formatting";
import { type Actor, demoCast } from "./cast.ts";
import { createRandom, type Random } from "./random.ts";
import type { Story } from "./story.ts";
import { lastLineOf, type Said, tell } from "./tell.ts";

/** A story as rows, with the counters it would have had if it had been sent message by message. */
export async function rowsOf(story: Story, now: Date) {
  const random = createRandom(story.number * 7_919);
  const said = tell(story, random, now);
  const id = await conversationIdOf(story);
  const isGroup = story.kind === "group";
  const { messages, versions, rev } = writeMessages(story, said, id, random);
  const lastSeq = messages.length;
  const startedAt = said[0]?.at ?? now;

  const conversation = {
    id,
    kind: story.kind,
    title: story.title ?? "",
    description: story.description ?? "",
    rev,
    last_seq: lastSeq,
    created_by: idOf(story.members[0]),
    created_at: startedAt,
  };
  const members = story.members.map((who, place) => {
    const written = lastLineOf(said, who) + (isGroup ? 1 : 0);
    return {
      conversation_id: id,
      user_id: idOf(who),
      role: isGroup ? ((["owner", "admin"] as const)[place] ?? ("member" as const)) : ("member" as const),
      read_seq: Math.max(written, lastSeq - (story.unread?.[who] ?? 0)),
      delivered_seq: lastSeq,
      told_read_seq: Math.max(written, lastSeq - (story.unread?.[who] ?? 0)),
      told_delivered_seq: lastSeq,
      rev: 1,
      joined_at: startedAt,
    };
  });
  return { conversation, members, messages, versions };
}

type MessageRecord = {
  id: MessageId;
  conversation_id: ConversationId;
  seq: number;
  rev: number;
  sender_id: UserId;
  kind: "text" | "event";
  text: string;
  details: string;
  event: { type: "created" } | null;
  reply_to_id: MessageId | null;
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
};
type VersionRecord = { message_id: MessageId; rev: number; text: string; written_at: Date };

function writeMessages(story: Story, said: Said[], conversationId: ConversationId, random: Random) {
  const messages: MessageRecord[] = [];
  const versions: VersionRecord[] = [];
  // Creating a group is its first message; a direct conversation is there before its first one.
  let rev = 1;
  const blank = {
    conversation_id: conversationId,
    text: "",
    details: "{}",
    event: null,
    reply_to_id: null,
    edited_at: null,
    deleted_at: null,
  };
  if (story.kind === "group") {
    const at = new Date((said[0]?.at.getTime() ?? 0) - 60_000);
    const sender_id = idOf(story.members[0]);
    messages.push({
      ...blank,
      id: idAt<MessageId>(at, random),
      seq: 1,
      rev,
      sender_id,
      kind: "event",
      event: { type: "created" },
      created_at: at,
    });
  }

  const people = story.members.map((who) => ({ userId: idOf(who), username: demoCast[who].username }));
  for (const line of said) {
    const id = idAt<MessageId>(line.at, random);
    const before = messages.at(-1);
    const sentRev = ++rev;
    const changedAt = new Date(line.at.getTime() + 40_000);
    if (line.was !== null) versions.push({ message_id: id, rev: sentRev, text: line.was, written_at: line.at });
    if (line.was !== null || line.isDeleted) rev++;
    messages.push({
      ...blank,
      id,
      seq: messages.length + 1,
      rev,
      sender_id: idOf(line.who),
      kind: "text",
      text: line.isDeleted ? "" : line.text,
      details: JSON.stringify(line.isDeleted ? {} : mentionsIn(line.text, people, line.who === story.members[0])),
      reply_to_id: line.reply && before && !before.deleted_at ? before.id : null,
      created_at: line.at,
      edited_at: line.was === null ? null : changedAt,
      deleted_at: line.isDeleted ? changedAt : null,
    });
  }
  return { messages, versions, rev };
}

function conversationIdOf({ kind, members, number }: Story): Promise<ConversationId> {
  if (kind === "group")
    return Promise.resolve(`018f0000-0000-7000-8000-00000000c${number.toString().padStart(3, "0")}` as ConversationId);
  return directConversationId(idOf(members[0]), idOf(members[1] ?? members[0]));
}

const idOf = (who: Actor | undefined): UserId => demoCast[who ?? "elin"].id;

/** A UUIDv7 of that moment, with random bits that are the same in every demo. */
function idAt<T extends string>(at: Date, random: Random): T {
  const time = at.getTime().toString(16).padStart(12, "0");
  const some = (digits: number) =>
    random
      .below(16 ** digits)
      .toString(16)
      .padStart(digits, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${some(3)}-8${some(3)}-${some(6)}${some(6)}` as T;
}
