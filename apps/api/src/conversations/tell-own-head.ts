import { type ConversationId, userScope } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { listPeople, namedIn } from "../people/list-people.ts";
import { readHeadOf } from "../sync/heads.ts";

/** Tells the caller's devices of a conversation they came into, where nobody else is told. */
export async function tellOwnHead(ctx: SignedIn, id: ConversationId): Promise<void> {
  const head = await readHeadOf(ctx.db, ctx.userId, id, ctx.now());
  if (!head) return;
  const people = await listPeople(ctx.db, namedIn(head.preview ? [head.preview] : []));
  ctx.publish([{ scope: userScope(ctx.userId), tell: { t: "heads", heads: [head], people } }]);
}
