import { AppError, type ConversationId, limits, roomOf, type Scope } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { readHead } from "../messages/queries.ts";
import { signTicket } from "./sign.ts";

/** Who holds a ticket for their own room counts as online for as long as it is valid, and a little longer. */
const onlineMs = limits.ticketMs + 15_000;

/** A pass into one room, for a member, or into one's own. */
export async function issueTicket(
  ctx: SignedIn,
  { scope }: { scope: Scope },
): Promise<{ ticket: string; expiresAt: string }> {
  if (!ctx.rooms) throw new AppError("unavailable", "unavailable", "There is no live connection to be had right now.");
  const rev = await readRev(ctx, scope);
  const expiresAt = new Date(ctx.now().getTime() + limits.ticketMs);
  const ticket = await signTicket(ctx.rooms.secret, {
    sub: ctx.userId,
    sid: ctx.sessionId,
    scope,
    rev,
    exp: Math.floor(expiresAt.getTime() / 1000),
  });
  return { ticket, expiresAt: expiresAt.toISOString() };
}

async function readRev(ctx: SignedIn, scope: Scope): Promise<number> {
  const { party, name } = roomOf(scope);
  if (party === "conversation")
    return (await readHead(ctx.db, { userId: ctx.userId, conversationId: name as ConversationId })).rev;
  if (name !== ctx.userId) throw notFound();

  const now = ctx.now();
  const user = await ctx.db
    .updateTable("users")
    .set({ online_until: new Date(now.getTime() + onlineMs), last_seen_at: now })
    .where("id", "=", ctx.userId)
    .returning("rev")
    .executeTakeFirstOrThrow();
  return user.rev;
}
