import {
  answersOf,
  type ConversationEvent,
  type ConversationId,
  counted,
  type MessageDetails,
  noCounts,
  publishedContent,
  publishedPoll,
  type ThreadSummary,
  type UserId,
  wordsOf,
} from "@parley/schema";
import { mentionsIn } from "@parley/schema/formatting";
import { type Actor, demoCast } from "./cast.ts";
import { idAt, idOf } from "./ids.ts";
import type { Random } from "./random.ts";
import type {
  MessageRecord,
  OwnRecord,
  PinRecord,
  PollRecord,
  ReactionRecord,
  VersionRecord,
  VoteRecord,
} from "./records.ts";
import type { Line, Story } from "./story.ts";
import type { Said } from "./tell.ts";

const blank = {
  text: "",
  details: {},
  event: null,
  thread_id: null,
  is_in_timeline: true,
  reply_to_id: null,
  edited_at: null,
  deleted_at: null,
};

/** Everything that was written in a story, and what came of it, one change after the other. */
export function writeMessages(story: Story, said: Said[], conversation_id: ConversationId, random: Random) {
  const messages: MessageRecord[] = [];
  const versions: VersionRecord[] = [];
  const reactions: ReactionRecord[] = [];
  const pins: PinRecord[] = [];
  const polls: PollRecord[] = [];
  const votes: VoteRecord[] = [];
  const own: OwnRecord[] = [];
  const people = story.members.map((who) => ({ userId: idOf(who), username: demoCast[who].username }));
  let rev = 1;
  let replies = 0;
  /** The last message that is in no thread. */
  let top: MessageRecord | undefined;

  begin();
  for (const line of said) {
    const message = write({ ...saidIn(line), sender_id: idOf(line.who), created_at: line.at, rev: ++rev });
    change(message, line);
    if (top && line.isInThread) answer(top, message);
    else top = message;
    vote(message, line);
    react(message, line);
    if (line.pinnedBy) pin(message, line.pinnedBy);
  }
  return { messages, versions, reactions, pins, polls, votes, own, rev };

  /** Creating a group is its first message; a direct conversation is there before its first one. In a channel there are only posts. */
  function begin() {
    const at = (seconds: number) => new Date((said[0]?.at.getTime() ?? 0) - seconds * 1_000);
    if (story.kind === "group") happen(story.members[0], { type: "created" }, at(60));
    if (story.settings) {
      rev++;
      if (story.kind === "group") happen(story.members[0], { type: "settings", settings: story.settings }, at(30));
    }
    if (story.address) rev++;
    if (story.isVerified) rev++;
  }

  function happen(who: Actor | undefined, event: ConversationEvent, created_at: Date) {
    write({ rev, sender_id: idOf(who), kind: "event", event, created_at });
  }

  function write(it: Pick<MessageRecord, "rev" | "sender_id" | "kind" | "created_at"> & Partial<MessageRecord>) {
    if (it.is_in_timeline === false) replies++;
    const place = { id: idAt<MessageRecord["id"]>(it.created_at, random), conversation_id, seq: messages.length + 1 };
    const message: MessageRecord = { ...blank, ...place, thread_replies: replies, ...it };
    messages.push(message);
    return message;
  }

  function saidIn(line: Said) {
    const content = thingOf(line)?.content;
    const details: MessageDetails = content
      ? { content: publishedContent(content) }
      : mentionsIn(line.text, people, line.who === story.members[0]);
    return {
      kind: content?.kind ?? "text",
      text: line.isDeleted ? "" : content ? wordsOf(content) : line.text,
      details: line.isDeleted ? {} : details,
      thread_id: line.isInThread && top ? top.id : null,
      is_in_timeline: !(line.isInThread && top),
      reply_to_id: line.reply && top && !top.deleted_at ? top.id : null,
    };
  }

  function thingOf({ holds }: Line) {
    if (holds === null) return undefined;
    const thing = story.things?.[holds];
    if (!thing) throw new Error(`The demo does not have this: ${holds}`);
    return thing;
  }

  function change(message: MessageRecord, { was, isDeleted, at }: Said) {
    const changedAt = new Date(at.getTime() + 40_000);
    if (was !== null) {
      versions.push({ message_id: message.id, rev: message.rev, text: was, written_at: at });
      message.edited_at = changedAt;
    }
    if (isDeleted) message.deleted_at = changedAt;
    if (was !== null || isDeleted) message.rev = ++rev;
  }

  function answer(root: MessageRecord, reply: MessageRecord) {
    const sentCount = (root.details.thread?.sentCount ?? 0) + 1;
    const thread: ThreadSummary = {
      replyCount: sentCount,
      sentCount,
      lastReplyAt: reply.created_at.toISOString(),
      replierIds: [...new Set([reply.sender_id, ...(root.details.thread?.replierIds ?? [])])].slice(0, 5),
    };
    root.details = { ...root.details, thread };
    root.rev = rev;
    follow(root, root.sender_id, { readSeq: root.seq, readCount: 0 });
    // Who answers has read what came before.
    follow(root, reply.sender_id, { readSeq: reply.seq, readCount: sentCount });
  }

  function follow(root: MessageRecord, user_id: UserId, read: { readSeq: number; readCount: number }) {
    const mark = own.find((it) => it.kind === "thread" && it.key === root.id && it.user_id === user_id);
    if (mark?.kind !== "thread")
      own.push({
        user_id,
        kind: "thread",
        key: root.id,
        value: { conversationId: conversation_id, follows: true, ...read },
      });
    else if (mark.value.readSeq < read.readSeq) mark.value = { ...mark.value, ...read };
  }

  function vote(message: MessageRecord, line: Said) {
    const { content, votes: given = {} } = thingOf(line) ?? {};
    if (content?.kind !== "poll") return;
    const voters = Object.entries(given);
    let counts = noCounts(content);
    for (const [who, choices] of voters) {
      counts = counted(counts, choices, 1);
      const user_id = idOf(who as Actor);
      votes.push({ message_id: message.id, user_id, choices, rev: ++rev });
      own.push({ user_id, kind: "vote", key: message.id, value: { choices } });
    }
    const voterCount = voters.length;
    polls.push({
      message_id: message.id,
      conversation_id,
      answers: answersOf(content),
      counts,
      voter_count: voterCount,
    });
    if (voterCount === 0) return;
    message.rev = rev;
    const tally = { voterCount, countedCount: voterCount, counts };
    message.details = { ...message.details, content: { ...publishedPoll(content), tally } };
  }

  function react({ id: message_id }: MessageRecord, line: Line) {
    for (const { emoji, of } of line.reactions)
      for (const who of of) {
        // A channel's take no rev.
        if (story.kind !== "channel") rev++;
        reactions.push({ message_id, conversation_id, user_id: idOf(who), emoji, rev, is_removed: false });
      }
  }

  function pin({ id: message_id, created_at }: MessageRecord, who: Actor) {
    rev++;
    pins.push({ message_id, conversation_id, pinned_by: idOf(who), rev, is_removed: false });
    const at = new Date(created_at.getTime() + 5_000);
    if (story.kind !== "channel") happen(who, { type: "pinned", messageId: message_id }, at);
  }
}
