import type { Db } from "@parley/db";
import {
  AppError,
  directConversationId,
  type Forwarded,
  type MessageDetails,
  noCounts,
  type PollContent,
  type UserId,
} from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notAllowed, notFound } from "../errors.ts";
import { mayLinkForward } from "../people/may-link-forward.ts";
import { readPoll } from "./polls.ts";
import { readableMessages } from "./readable-messages.ts";
import type { SendMessage } from "./send-message.ts";
import type { MessageRecord } from "./wire-row.ts";
import type { Written } from "./written-in.ts";

type Forwarding = SendMessage & { forward: NonNullable<SendMessage["forward"]> };
type Ctx = Pick<SignedIn, "db" | "userId">;

/**
 * What a forwarded message says. It is read here and not taken from the device, so that nobody can put words into
 * another's mouth, or pass on what they may not read.
 */
export async function forwardedIn(ctx: Ctx, input: Forwarding): Promise<Written> {
  // A repeat is answered as the first time, whatever has become of the source since.
  const sent = await findSentBefore(ctx, input);
  if (sent) return sent;
  const source = await findSource(ctx, input);
  if (!source) throw notFound();
  if (source.deleted_at) throw new AppError("gone", "message_deleted", "This message was deleted.");
  if (source.kind === "event") throw notAllowed("What happened here cannot be forwarded.");
  if (source.expires_at || source.details.expiresAfter)
    throw notAllowed("A message that disappears cannot be forwarded.");

  const { content, attachments } = source.details;
  const forwarded = await forwardedFrom(ctx, source, input);
  const details: MessageDetails = {
    ...(content && { content: content.kind === "poll" ? askedAnew(content) : content }),
    ...(attachments && { attachments }),
    ...(forwarded && { forwarded }),
  };
  const written: Written = { kind: source.kind, text: source.text, details };
  if (content?.kind !== "poll") return written;
  const { record } = await readPoll(ctx.db, source);
  const poll = { answers: record.answers, counts: noCounts(content), closesAt: null };
  return { ...written, poll };
}

function findSource({ db, userId }: Ctx, { forward: { conversationId, messageId } }: Forwarding) {
  return readableMessages(db, { userId, conversationId, now: new Date() })
    .where("messages.id", "=", messageId)
    .executeTakeFirst();
}

function findSentBefore({ db, userId }: Ctx, { messageId }: Forwarding): Promise<Written | undefined> {
  return db
    .selectFrom("messages")
    .select(["kind", "text", "details"])
    .where("id", "=", messageId)
    .where("sender_id", "=", userId)
    .executeTakeFirst();
}

/** A poll that is passed on is asked anew: nobody has voted in it. */
const askedAnew = ({ kind, questions, isAnonymous }: PollContent): PollContent => ({
  kind,
  questions,
  ...(isAnonymous && { isAnonymous }),
});

async function forwardedFrom(
  { db, userId }: Ctx,
  source: MessageRecord,
  { conversationId, forward }: Forwarding,
): Promise<Forwarded | undefined> {
  const isSaving = conversationId === (await directConversationId(userId, userId));
  const author = forward.isNamed || isSaving ? await authorOf(db, source) : undefined;
  if (!author) return undefined;
  const origin = { conversationId: source.conversation_id, messageId: source.id, seq: source.seq };
  return { ...author, ...(isSaving && source.conversation_id !== conversationId && { origin }) };
}

/** Who wrote it first, however often it was passed on. */
async function authorOf(db: Db, { sender_id, details }: MessageRecord): Promise<Forwarded | undefined> {
  if (details.forwarded) {
    const { name, userId } = details.forwarded;
    return { name, ...(userId && (await mayLinkForward(db, userId)) && { userId }) };
  }
  const author = await findName(db, sender_id);
  if (!author) return undefined;
  return { name: author, ...((await mayLinkForward(db, sender_id)) && { userId: sender_id }) };
}

async function findName(db: Db, id: UserId): Promise<string | undefined> {
  const row = await db
    .selectFrom("users")
    .select("display_name")
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  return row?.display_name;
}
