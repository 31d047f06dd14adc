import { demoCast, seedDemo } from "@parley/db/seeds";
import type { FileId } from "@parley/schema";
import { sql } from "kysely";
import sharp from "sharp";
import type { App } from "../context.ts";
import { drawAvatar } from "../files/avatar.ts";
import { avatarKey } from "../files/keep-avatar.ts";
import { looks } from "./looks.ts";
import { portraitOf } from "./portrait.ts";

type Asked = Pick<App, "db" | "files" | "now">;
type Actor = keyof typeof demoCast;

/** Makes the demo's people and what they wrote, with their faces, unless they are there already. */
export async function prepareDemo(app: Asked) {
  await seedDemo(app.db, app.now());
  for (const [place, who] of (Object.keys(demoCast) as Actor[]).entries()) await giveFace(app, who, place + 1);
}

async function giveFace({ db, files, now }: Asked, who: Actor, number: number) {
  const user = demoCast[who];
  const id = `018f0000-0000-7000-8000-0000000fa${number.toString().padStart(3, "0")}` as FileId;
  const inserted = await db
    .insertInto("files")
    .values({ id, owner_id: user.id, kind: "avatar", mime: "image/webp", size: 0, created_at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!inserted) return;

  const picture = await sharp(Buffer.from(portraitOf(looks[who])))
    .png()
    .toBuffer();
  for (const { size, bytes } of await drawAvatar(picture)) await files.put(avatarKey(id, size), bytes);
  await db
    .updateTable("users")
    .set({ avatar_id: id, row_xid: sql`pg_current_xact_id()` })
    .where("id", "=", user.id)
    .where("avatar_id", "is", null)
    .execute();
}
