import type { SignedIn } from "../context.ts";
import type { ConversationTx } from "./in-conversation.ts";
import { endRequest } from "./join-requests.ts";
import { insertMembers, requireRoom } from "./memberships.ts";
import { tellMembers } from "./tell-members.ts";

/** Makes the caller a member, by their own act. What they asked for before is settled with it. */
export async function comeIn(ctx: SignedIn, tx: ConversationTx): Promise<void> {
  await requireRoom(tx, 1);
  await endRequest(tx, ctx.userId, null);
  const members = await insertMembers(tx, [ctx.userId]);
  // Subscribing costs a channel nothing: no rev, and nobody to tell but who subscribes.
  if (tx.conversation.kind === "channel") return;
  await tellMembers(tx, members);
  await tx.happened({ type: "joined" });
}
