import type { SignedIn } from "../context.ts";
import { listPeople } from "../people/list-people.ts";
import type { ConversationTx } from "./in-conversation.ts";
import { endRequest } from "./join-requests.ts";
import { insertMembers, requireRoom } from "./memberships.ts";

/** Makes the caller a member, by their own act. What they asked for before is settled with it. */
export async function comeIn(ctx: SignedIn, tx: ConversationTx): Promise<void> {
  await requireRoom(tx, 1);
  await endRequest(tx, ctx.userId, null);
  tx.changed({ members: await insertMembers(tx, [ctx.userId]) }, await listPeople(tx.db, [ctx.userId]));
  if (tx.conversation.kind === "group") await tx.happened({ type: "joined" });
}
