import type { ConversationId, MessageId, MessagePage } from "@parley/schema";
import { applyPage } from "../store/apply-page.ts";
import type { LocalDb } from "../store/db.ts";
import type { Touched } from "../store/touched.ts";

export type AskPage = (kind: "before" | "after" | "around", seq: number, limit?: number) => Promise<MessagePage>;

/** Fetches a stretch of history into the device's copy; once more when changes overtook the page. */
export async function fetchPage(
  db: LocalDb,
  id: ConversationId,
  kind: "before" | "after" | "around",
  seq: number,
  ask: AskPage,
  tell: (touched: Touched) => void,
  more: { threadId?: MessageId | undefined; limit?: number } = {},
): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const page = await ask(kind, seq, more.limit);
    const covers = page.covers ?? coversNothing(kind, seq);
    const { outcome, touched } = await applyPage(db, id, { ...page, covers }, more.threadId);
    tell(touched);
    if (outcome !== "again") return;
  }
}

/** No stretch and no rows: before the first and after the last there is nothing. */
const coversNothing = (kind: "before" | "after" | "around", seq: number) =>
  kind === "before" && seq > 1 ? { from: 1, to: seq - 1 } : null;
