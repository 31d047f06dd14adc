import { usernameKey } from "@parley/schema";
import { conversationIdOf, idOf } from "./ids.ts";
import { createRandom } from "./random.ts";
import type { MessageRecord, ReactionRecord } from "./records.ts";
import type { Story } from "./story.ts";
import { tell } from "./tell.ts";
import { writeMessages } from "./write-messages.ts";

/** A story as rows, with the counters it would have had if it had been sent message by message. */
export async function rowsOf(story: Story, now: Date) {
  const random = createRandom(story.number * 7_919);
  const said = tell(story, random, now);
  const id = await conversationIdOf(story);
  const isShared = story.kind === "group" || story.kind === "channel";
  const { rev, ...written } = writeMessages(story, said, id, random);
  const { messages } = written;
  const lastSeq = messages.length;
  const startedAt = said[0]?.at ?? now;

  const conversation = {
    id,
    kind: story.kind,
    title: story.title ?? "",
    description: story.description ?? "",
    settings: story.settings ?? {},
    rev,
    last_seq: lastSeq,
    thread_replies: messages.at(-1)?.thread_replies ?? 0,
    address: story.address ?? null,
    address_key: story.address ? usernameKey(story.address) : null,
    is_verified: story.isVerified ?? false,
    member_count: story.kind === "channel" ? story.members.length : 0,
    created_by: idOf(story.members[0]),
    created_at: startedAt,
  };
  const members = story.members.map((who, place) => {
    const readSeq = Math.max(lastSeqOf(messages, who), lastSeq - (story.unread?.[who] ?? 0));
    return {
      conversation_id: id,
      user_id: idOf(who),
      role: isShared ? ((["owner", "admin"] as const)[place] ?? ("member" as const)) : ("member" as const),
      read_seq: readSeq,
      delivered_seq: lastSeq,
      read_replies: messages[readSeq - 1]?.thread_replies ?? 0,
      told_read_seq: readSeq,
      told_delivered_seq: lastSeq,
      viewed: story.kind === "channel" ? rangesOf(messages, readSeq) : "{}",
      rev: 1,
      joined_at: startedAt,
    };
  });
  const readSeqs = members.map((it) => it.read_seq);
  const tallies = story.kind === "channel" ? talliesOf(messages, written.reactions, readSeqs) : [];
  const { versions: message_versions, ...others } = written;
  return { conversation, members, ...others, message_versions, tallies };
}

/** Where somebody spoke last: a person has read what they answered. Who answers in a thread has not. */
const lastSeqOf = (messages: MessageRecord[], who: Story["members"][number]) =>
  messages.findLast((it) => it.is_in_timeline && it.sender_id === idOf(who))?.seq ?? 0;

const rangesOf = (messages: MessageRecord[], upTo: number) =>
  `{${messages
    .filter((it) => it.is_in_timeline && it.seq <= upTo)
    .map(({ seq }) => `[${seq},${seq + 1})`)
    .join()}}`;

/** Whoever has read a channel's post has viewed it. */
function talliesOf(messages: MessageRecord[], reactions: ReactionRecord[], readSeqs: number[]) {
  return messages
    .filter((it) => it.is_in_timeline)
    .map(({ id, seq }) => {
      const counts: Record<string, number> = {};
      for (const { message_id, emoji } of reactions) if (message_id === id) counts[emoji] = (counts[emoji] ?? 0) + 1;
      return { message_id: id, view_count: readSeqs.filter((read) => read >= seq).length, reactions: counts };
    });
}
