import { isDeepStrictEqual } from "node:util";
import type { ConversationSettings, inputs } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { requireMay } from "./authority.ts";
import { inConversation } from "./in-conversation.ts";
import { requireOwnFile } from "./require-own-file.ts";

export type UpdateConversation = InferOutput<typeof inputs.updateConversation>;

/** Changes what a group is called and shows of itself, or who may do what in it. */
export function updateConversation(ctx: SignedIn, input: UpdateConversation): Promise<{ rev: number }> {
  const { conversationId: _, hidesHistory, settings, ...details } = input;
  const isAboutRules = hidesHistory !== undefined || settings !== undefined;
  const isAboutDetails = Object.values(details).some((it) => it !== undefined);
  return inConversation(ctx, input.conversationId, async (tx) => {
    if (isAboutDetails || !isAboutRules) requireMay(tx, "changeDetails");
    if (isAboutRules) requireMay(tx, "changeSettings");
    const { conversation } = tx;
    const changed = changedSettings(conversation.settings, settings ?? {});
    const next = {
      title: input.title ?? conversation.title,
      description: input.description ?? conversation.description,
      avatar_id: input.avatarId === undefined ? conversation.avatar_id : input.avatarId,
      hides_history: hidesHistory ?? conversation.hides_history,
      settings: JSON.stringify({ ...conversation.settings, ...changed }),
    };
    const isTitleNew = next.title !== conversation.title;
    const isRestNew =
      next.description !== conversation.description ||
      next.avatar_id !== conversation.avatar_id ||
      next.hides_history !== conversation.hides_history;
    const areRulesNew = Object.keys(changed).length > 0;
    if (!isTitleNew && !isRestNew && !areRulesNew) return { rev: conversation.rev };

    if (next.avatar_id !== conversation.avatar_id) await requireOwnFile(tx.db, ctx.userId, next.avatar_id);
    await tx.db.updateTable("conversations").set(next).where("id", "=", conversation.id).execute();
    tx.conversationChanged();
    if (isTitleNew) await tx.happened({ type: "title", title: next.title });
    if (isRestNew) await tx.happened({ type: "details" });
    if (areRulesNew) await tx.happened({ type: "settings", settings: changed });
    return { rev: tx.rev };
  });
}

/** Of the settings given, those that are not so already. */
function changedSettings(before: ConversationSettings, given: ConversationSettings): ConversationSettings {
  const held: Record<string, unknown> = before;
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== undefined && !isDeepStrictEqual(held[name], value)),
  );
}
