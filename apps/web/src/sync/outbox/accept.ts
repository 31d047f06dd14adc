import type { ConversationId, ConversationRow, Head, MessageRow, Person, Time } from "@parley/schema";
import type { NotAdded } from "../api/types.ts";
import { conversationOf, fromHead, keepMarks, keepMessages, keepPeople } from "../store/apply-rows.ts";
import { type CacheTx, orAbort, writeCache } from "../store/db.ts";
import type { HeldMessage, LocalConversation } from "../store/rows.ts";
import { nothingTouched, type Touched, touchMessages } from "../store/touched.ts";
import { noteUnindexed, seqsOf } from "../store/unindexed.ts";
import { endUploads } from "../uploads/keep-uploads.ts";
import { isOfDraft } from "../uploads/upload.ts";
import type { MembersAnswer } from "./accept-members.ts";
import { keepPinned, keepReacted } from "./accept-reaction.ts";
import { changeContent, keepVoted, type Voted } from "./accept-vote.ts";
import { changedConversation } from "./changed-conversation.ts";
import { type Stored, uploadsOf } from "./command.ts";
import type { Courier } from "./flush.ts";
import type { Job } from "./next-jobs.ts";
import { sentRow } from "./sent-row.ts";

/** [O6] The server has it: the command goes and its effect takes its place, in one transaction, so that nothing flickers. */
export async function accept(courier: Courier, job: Job, answer: unknown): Promise<Touched> {
  const touched = nothingTouched();
  const tx = writeCache(courier.db);
  await orAbort(tx, async () => {
    for (const command of job) {
      await tx.objectStore("outbox").delete(command.n);
      const messageId = uploadsOf(command);
      // The files of a draft go on to be its own.
      if (messageId && !isOfDraft({ messageId })) await endUploads(tx, messageId);
      await leaveEffect(tx, courier, command, answer, touched);
    }
  });
  touched.outbox = true;
  touched.uploads = true;
  return touched;
}

async function leaveEffect(
  tx: CacheTx,
  courier: Courier,
  command: Stored,
  answer: unknown,
  touched: Touched,
): Promise<void> {
  const { rev } = answer as { rev: number };
  const at = new Date(courier.now()).toISOString();
  switch (command.type) {
    case "sendMessage":
      return keepSent(tx, courier, command.input, answer as { seq: number; rev: number; createdAt: Time }, touched);
    case "editMessage":
      return changeMessage(tx, command.input.messageId, rev, touched, {
        text: command.input.text,
        mentions: command.input.shown?.mentions,
        mentionsAll: command.input.shown?.mentionsAll,
        editedAt: at,
      });
    case "deleteMessage":
      return changeMessage(tx, command.input.messageId, rev, touched, {
        text: "",
        content: undefined,
        attachments: undefined,
        reactions: undefined,
        deletedAt: at,
      });
    case "removeLink":
      return changeMessage(tx, command.input.messageId, rev, touched, { link: undefined });
    case "reactToMessage":
      return inConversationOf(tx, command, touched, (it) =>
        keepReacted(tx, it, courier.userId, command.input, rev, touched),
      );
    case "pinMessage":
      return inConversationOf(tx, command, touched, (it) => keepPinned(tx, it, courier.userId, command.input, rev));
    case "voteInPoll":
      return keepVoted(tx, command.input, answer as Voted, touched);
    case "closePoll":
      return changeContent(tx, command.input, rev, touched, (poll) => ({ ...poll, closedAt: at }));
    case "markRead":
      return inConversationOf(tx, command, touched, (it) =>
        keepMarks(tx, it, [{ userId: courier.userId, ...command.input }], touched),
      );
    case "setOwn":
      await tx.objectStore("own").put({ ...command.input, rev });
      touched.own = true;
      return;
    case "updateConversation":
    case "setExpiry":
      return inConversationOf(tx, command, touched, async (it) => {
        it.row = changedConversation(it.row, command);
      });
    case "leave":
      return inConversationOf(tx, command, touched, async (it) => {
        it.me = { ...it.me, leftAt: it.me.leftAt ?? at };
      });
    case "updateProfile":
      return keepPeople(tx, [answer as Person], touched);
    case "createGroup":
    case "addMembers":
    case "removeMember":
    case "banMember":
    case "setMemberRole":
    case "handOver":
      await inConversationOf(
        tx,
        command,
        touched,
        async (it) => courier.keepMembers?.(tx, it, command, answer as MembersAnswer, touched),
        command.type === "createGroup" ? fromHead(answer as Head) : undefined,
      );
      return keepNotAdded(tx, command, answer as NotAdded);
    default:
      command satisfies never;
  }
}

type Sent = Extract<Stored, { type: "sendMessage" }>["input"];

/**
 * The row as we sent it stands in, with rev 0, until the server's own comes with the changes.
 * When the cursor is already past it, the row has come, or lies in a stretch that this device does not hold.
 */
async function keepSent(
  tx: CacheTx,
  courier: Courier,
  input: Sent,
  answer: { seq: number; rev: number; createdAt: Time },
  touched: Touched,
): Promise<void> {
  const it = await conversationOf(tx, input.conversationId);
  if (!it) return;
  it.headRev = Math.max(it.headRev, answer.rev);
  if (answer.rev > it.cursor && it.cursor > 0) {
    const row = { ...sentRow(input, courier.userId, answer), expiresAt: expiryOf(input, it.row, answer.createdAt) };
    await keepMessages(tx, it, [row], touched);
  }
  await tx.objectStore("conversations").put(it);
  touched.conversations.add(it.id);
}

/** When it goes if its time has begun: the server's row may come only after that. */
function expiryOf(input: Sent, { kind, settings }: ConversationRow, createdAt: Time): Time | null {
  const lives = input.expiresAfter ?? settings.expiresAfter;
  const starts = kind === "saved" ? "send" : (input.expiryStarts ?? settings.expiryStarts ?? "send");
  return lives && starts === "send" ? new Date(Date.parse(createdAt) + lives * 1_000).toISOString() : null;
}

/** [O11] Of people who were to be added, those whom the server could not add stay as a refused command of their own. */
async function keepNotAdded(
  tx: CacheTx,
  command: Extract<Stored, { input: { conversationId: ConversationId } }>,
  { notAdded: userIds }: Partial<NotAdded>,
): Promise<void> {
  if (!userIds?.length) return;
  const { conversationId } = command.input;
  await tx.objectStore("outbox").put({
    ...command,
    type: "addMembers",
    input: { conversationId, userIds },
    state: "failed",
    failure: { code: "not_allowed", reason: "not_addable", sentence: "" },
  });
}

/** Keeps its rev, so that the server's row replaces it. */
async function changeMessage(
  tx: CacheTx,
  id: MessageRow["id"],
  rev: number,
  touched: Touched,
  change: Partial<HeldMessage>,
): Promise<void> {
  const row = await tx.objectStore("messages").index("id").get(id);
  if (!row || row.rev >= rev || row.deletedAt) return;
  const changed = { ...row, ...change };
  await tx.objectStore("messages").put(changed);
  await noteUnindexed(tx, row.conversationId, seqsOf([changed]));
  touchMessages(touched, row.conversationId, [changed]);
  const it = await conversationOf(tx, row.conversationId);
  if (it?.preview?.id !== id) return;
  await tx.objectStore("conversations").put({ ...it, preview: changed });
  touched.conversations.add(it.id);
}

async function inConversationOf(
  tx: CacheTx,
  command: Extract<Stored, { input: { conversationId: unknown } }>,
  touched: Touched,
  work: (it: LocalConversation) => Promise<void>,
  made?: LocalConversation,
): Promise<void> {
  const it = (await conversationOf(tx, command.input.conversationId)) ?? made;
  if (!it) return;
  await work(it);
  await tx.objectStore("conversations").put(it);
  touched.conversations.add(it.id);
}
