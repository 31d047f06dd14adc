import { AppError, type ConversationId, limits, roomOf, type Scope, type TicketClaims } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { readHead } from "../messages/queries.ts";
import { readHides } from "./read-hides.ts";
import { signTicket } from "./sign.ts";

/** Who holds a ticket for their own room counts as online for as long as it is valid, and a little longer. */
const onlineMs = limits.ticketMs + 15_000;

/** A pass into one room, for a member, or into one's own. */
export async function issueTicket(
  ctx: SignedIn,
  { scope, isIdle }: { scope: Scope; isIdle: boolean },
): Promise<{ ticket: string; expiresAt: string }> {
  if (!ctx.rooms) throw new AppError("unavailable", "unavailable", "There is no live connection to be had right now.");
  const pass = await readPass(ctx, scope, isIdle);
  const expiresAt = new Date(ctx.now().getTime() + limits.ticketMs);
  const ticket = await signTicket(ctx.rooms.secret, {
    sub: ctx.userId,
    sid: ctx.sessionId,
    scope,
    ...pass,
    exp: Math.floor(expiresAt.getTime() / 1000),
  });
  return { ticket, expiresAt: expiresAt.toISOString() };
}

type Pass = Pick<TicketClaims, "rev" | "hides" | "isQuiet">;

async function readPass(ctx: SignedIn, scope: Scope, isIdle: boolean): Promise<Pass> {
  const { party, name } = roomOf(scope);
  if (party === "conversation") {
    const conversationId = name as ConversationId;
    const { rev, kind } = await readHead(ctx.db, { userId: ctx.userId, conversationId });
    // Where nobody is told who is here, there is nothing to hide.
    if (kind === "channel") return { rev, isQuiet: true };
    const hides = await readHides(ctx.db, ctx.userId, conversationId);
    return { rev, ...(hides && { hides }) };
  }
  if (name !== ctx.userId) throw notFound();

  const now = ctx.now();
  const until = new Date(now.getTime() + onlineMs);
  const user = await ctx.db
    .updateTable("users")
    .set({ online_until: until, last_seen_at: now, ...(isIdle ? {} : { active_until: until }) })
    .where("id", "=", ctx.userId)
    .returning("rev")
    .executeTakeFirstOrThrow();
  return { rev: user.rev };
}
