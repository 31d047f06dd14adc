import type { Db } from "@parley/db";
import { AppError, type CustomEmoji, type EmojiId, limits } from "@parley/schema";
import { sql } from "kysely";

type Saved = { id: EmojiId; rev: number; before: CustomEmoji | null; value: CustomEmoji | null };

/** Writes an emoji with the names it goes by, and answers with what everybody has of it from now on. */
export async function saveEmoji(db: Db, { id, rev, before, value }: Saved): Promise<CustomEmoji | null> {
  const saved = value && withFormerNames(value, before);
  const json = saved && JSON.stringify(saved);
  const changed = { value: json, file_id: saved?.fileId ?? null, rev, row_xid: sql<string>`pg_current_xact_id()` };
  if (before) await db.updateTable("emoji").set(changed).where("id", "=", id).execute();
  else if (saved)
    await db
      .insertInto("emoji")
      .values({ id, maker_id: saved.makerId, ...changed })
      .execute();

  const names = saved ? [saved.name, ...(saved.formerNames ?? [])] : [];
  await db
    .deleteFrom("emoji_names")
    .where("emoji_id", "=", id)
    .where((it) => (names.length > 0 ? it("name", "not in", names) : it.lit(true)))
    .execute();
  if (saved) await takeName(db, id, saved.name);
  return saved;
}

/** What was written with an earlier name still shows it, as long as nobody else takes that name. */
function withFormerNames({ name, fileId, makerId, isAnimated }: CustomEmoji, before: CustomEmoji | null): CustomEmoji {
  const earlier = before ? [before.name, ...(before.formerNames ?? [])] : [];
  const formerNames = earlier.filter((it) => it !== name).slice(0, limits.formerNames);
  const value = { name, fileId, makerId, ...(isAnimated && { isAnimated }) };
  return formerNames.length > 0 ? { ...value, formerNames } : value;
}

async function takeName(db: Db, id: EmojiId, name: string): Promise<void> {
  await db
    .insertInto("emoji_names")
    .values({ name, emoji_id: id })
    .onConflict((it) => it.doNothing())
    .execute();
  const { emoji_id } = await db
    .selectFrom("emoji_names")
    .select("emoji_id")
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  if (emoji_id !== id) throw new AppError("conflict", "emoji_name_taken", `There is an emoji called ${name} already.`);
}
