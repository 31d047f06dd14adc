import { AppError, type ConversationId } from "@parley/schema";
import { type Batches, createBatches } from "../batches.ts";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { beginChanges } from "./begin-changes.ts";
import { type ConversationTx, lockConversation, readMembers, tell } from "./in-conversation.ts";
import type { Turns } from "./turns.ts";

type Ctx = Pick<SignedIn, "db" | "userId" | "publish" | "heads">;
type Change = { ctx: Ctx; id: ConversationId; work(tx: ConversationTx): Promise<void> };
/** Answers with why a change was refused, if it was. */
export type SharedTurns = Batches<ConversationId, Change, AppError | null>;

/** What this many change together is small enough to be carried by the room instead of announced. */
const atOnce = 32;

export function createSharedTurns(turns: Turns): SharedTurns {
  return createBatches({ turns, most: atOnce, together: changeTogether });
}

/**
 * As `inConversation`, for what many do at once: who waits for the same turn shares its transaction, its rev and what the
 * room is told. The work refuses before it writes, and changes neither members nor the conversation itself.
 */
export async function inSharedTurn<T>(
  ctx: Ctx & Pick<SignedIn, "sharedTurns">,
  id: ConversationId,
  work: (tx: ConversationTx) => Promise<T>,
): Promise<T> {
  const done: { result?: T } = {};
  const refusal = await ctx.sharedTurns.join(id, {
    ctx,
    id,
    async work(tx) {
      done.result = await work(tx);
    },
  });
  if (refusal) throw refusal;
  return done.result as T;
}

async function changeTogether(waiting: Change[]): Promise<(AppError | null)[]> {
  const [{ ctx, id }] = waiting as [Change];
  const { refusals, publications, alsoTold } = await ctx.db.transaction().execute(async (db) => {
    const conversation = await lockConversation(db, id);
    const changes = beginChanges(db, conversation);
    const userIds = waiting.map((it) => it.ctx.userId);
    const members = await readMembers(db, id, userIds);
    const refused: (AppError | null)[] = [];
    for (const { ctx: own, work } of waiting) {
      try {
        const me = members.get(own.userId);
        if (!me) throw notFound();
        await changes.run(me.userId, me, work);
        refused.push(null);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        refused.push(error);
      }
    }
    return { refusals: refused, ...(await changes.end()) };
  });
  tell(ctx, id, publications, alsoTold);
  return refusals;
}
