import { isDeepStrictEqual } from "node:util";
import type { inputs } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { requireMay } from "./authority.ts";
import { inConversation } from "./in-conversation.ts";
import { requireOwnFile } from "./require-own-file.ts";

export type UpdateConversation = InferOutput<typeof inputs.updateConversation>;

/** Changes what a group is called and shows of itself. */
export function updateConversation(ctx: SignedIn, input: UpdateConversation): Promise<{ rev: number }> {
  return inConversation(ctx, input.conversationId, async (tx) => {
    requireMay(tx, "changeDetails");
    const { conversation } = tx;
    const next = {
      title: input.title ?? conversation.title,
      description: input.description ?? conversation.description,
      avatar_id: input.avatarId === undefined ? conversation.avatar_id : input.avatarId,
      hides_history: input.hidesHistory ?? conversation.hides_history,
      settings: JSON.stringify({ ...conversation.settings, ...input.settings }),
    };
    const isTitleNew = next.title !== conversation.title;
    const isRestNew =
      next.description !== conversation.description ||
      next.avatar_id !== conversation.avatar_id ||
      next.hides_history !== conversation.hides_history ||
      !isDeepStrictEqual({ ...conversation.settings, ...input.settings }, conversation.settings);
    if (!isTitleNew && !isRestNew) return { rev: conversation.rev };

    if (next.avatar_id !== conversation.avatar_id) await requireOwnFile(tx.db, ctx.userId, next.avatar_id);
    await tx.db.updateTable("conversations").set(next).where("id", "=", conversation.id).execute();
    tx.conversationChanged();
    if (isTitleNew) await tx.happened({ type: "title", title: next.title });
    if (isRestNew) await tx.happened({ type: "details" });
    return { rev: tx.rev };
  });
}
