import { AppError, type MessageId, type ScheduledMessage, type UserId } from "@parley/schema";
import { sql } from "kysely";
import { inUser } from "../accounts/in-user.ts";
import type { App } from "../context.ts";
import { sendMessage } from "./send-message.ts";

type Due = { user_id: UserId; key: MessageId; value: ScheduledMessage };

const atOnce = 200;

/**
 * Sends what is due, as its author, under the id that it was scheduled with: however often a crash has it sent, it is
 * kept once. What is refused stays in the author's list, with the reason.
 */
export async function sendScheduled(app: App): Promise<number> {
  const due = await listDue(app);
  for (const it of due) await sendOne(app, it);
  return due.length;
}

async function listDue({ db, now }: App): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select user_id, key, value from user_rows
    where kind = 'scheduled' and value is not null and value->>'sendAt' <= ${now().toISOString()}
      and not value ? 'failure'
    order by value->>'sendAt' limit ${atOnce}`.execute(db);
  return rows;
}

async function sendOne(app: App, { user_id: userId, key: messageId, value }: Due) {
  const { sendAt: _, failure: __, ...message } = value;
  try {
    await sendMessage({ ...app, userId }, { ...message, messageId }, "scheduled");
    await settle(app, userId, messageId, null);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Slow mode: it is still due, and goes with a later round.
    if (error.code === "rate_limited") return;
    await settle(app, userId, messageId, { ...value, failure: error.code });
  }
}

/** Takes it off the list, or leaves it there with what went wrong; unless its author has changed it meanwhile. */
function settle(app: App, userId: UserId, key: MessageId, value: ScheduledMessage | null) {
  return inUser(app, userId, async (tx) => {
    const now = app.now().toISOString();
    const { rows } = await sql<{ rev: number }>`
      update user_rows set value = ${value && JSON.stringify(value)}::jsonb, rev = ${tx.rev}
      where user_id = ${userId} and kind = 'scheduled' and key = ${key} and value->>'sendAt' <= ${now} returning rev`.execute(
      tx.db,
    );
    if (rows.length > 0) tx.changed({ own: [{ kind: "scheduled", key, value, rev: tx.rev }] });
  });
}
