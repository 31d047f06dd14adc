import { mkdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FileId } from "@parley/schema";
import { sql } from "kysely";
import type { App } from "../../context.ts";
import { attachmentKey, playableKey } from "../keys.ts";
import { createTurnstile } from "../turnstile.ts";
import { formatOf } from "./film-types.ts";
import { howToPlay } from "./how-to-play.ts";
import { lookAtFilm } from "./look-at-film.ts";
import { tellPlayable } from "./tell-playable.ts";

type Ctx = Pick<App, "db" | "ffmpeg" | "files" | "heads" | "log" | "now" | "publish" | "turns">;

export type Playables = {
  /** Makes what every browser plays of a film that few do; goes on when the caller has gone. */
  make(fileId: FileId): void;
  /** Stops; what was under way begins again after the next start. */
  close(): Promise<void>;
};

/** A film whose bytes could not be had or kept is tried again for so long. */
const patienceMs = 2 * 86_400_000;
/** A claim that is not renewed is over: whoever had it has stopped. */
const claimSeconds = 90;

/** One film at a time: it takes all that others leave of the machine. */
export function createPlayables(ctx: Ctx): Playables {
  const turnstile = createTurnstile(1);
  const under = new Map<FileId, Promise<void>>();
  let isClosing = false;

  return {
    make(fileId) {
      if (under.has(fileId) || isClosing || !ctx.ffmpeg) return;
      const made = turnstile
        .pass(() => (isClosing ? Promise.resolve() : makePlayable(ctx, fileId, () => isClosing)))
        .catch((error: Error) => ctx.log.error({ part: "files", fileId, message: error.message }, "no film was made"))
        .finally(() => under.delete(fileId));
      under.set(fileId, made);
    },
    async close() {
      isClosing = true;
      ctx.ffmpeg?.close();
      await Promise.all(under.values());
    },
  };
}

/** Those that are still to be made: after a crash, or when there was no ffmpeg for a while. */
export async function resumePlayables({ db, now, playables }: App): Promise<void> {
  const needed = await db
    .selectFrom("files")
    .select("id")
    .where("playable", "=", "needed")
    .where("state", "=", "ready")
    .where("touched_at", ">", new Date(now().getTime() - patienceMs))
    .where(({ or, eb }) => or([eb("claimed_until", "is", null), eb("claimed_until", "<", now())]))
    .orderBy("touched_at")
    .limit(20)
    .execute();
  for (const { id } of needed) playables.make(id);
}

async function makePlayable(ctx: Ctx, fileId: FileId, isClosing: () => boolean): Promise<void> {
  const claimed = await claim(ctx, fileId, "fresh");
  const format = claimed && formatOf(claimed.mime);
  if (!format) return;
  const renewing = setInterval(() => void claim(ctx, fileId, "renewed").catch(() => {}), (claimSeconds / 3) * 1_000);
  // Of a name that is known again: what a crash left there goes with the next try.
  const folder = join(tmpdir(), `parley-film-${fileId}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const size = await ctx.files.lend(attachmentKey(fileId), (path) => make(ctx, fileId, { path, format }, folder));
    await settle(ctx, fileId, size);
    await tellPlayable(ctx, fileId);
  } catch (error) {
    if (!isClosing()) throw error;
  } finally {
    clearInterval(renewing);
    await rm(folder, { recursive: true, force: true });
    if (isClosing()) await ctx.db.updateTable("files").set({ claimed_until: null }).where("id", "=", fileId).execute();
  }
}

/** How large it is, once it is kept. */
async function make({ ffmpeg, files }: Ctx, fileId: FileId, film: { path: string; format: string }, folder: string) {
  const look = ffmpeg && (await lookAtFilm(ffmpeg, film));
  const to = join(folder, "film.mp4");
  if (!look || !(await ffmpeg.write(film, howToPlay(look), to))) return null;
  const { size } = await stat(to);
  await files.keep(playableKey(fileId), to);
  return size;
}

/** Nobody else makes it meanwhile. Null: there is nothing to be made, or it is somebody else's. */
async function claim({ db }: Ctx, fileId: FileId, which: "fresh" | "renewed") {
  const found = await db
    .updateTable("files")
    .set({ claimed_until: sql`now() + make_interval(secs => ${claimSeconds})` })
    .where("id", "=", fileId)
    .where("playable", "=", "needed")
    .where("state", "=", "ready")
    .$if(which === "fresh", (it) => it.where(sql<boolean>`coalesce(claimed_until, 'epoch') < now()`))
    .returning("mime")
    .executeTakeFirst();
  return found ?? null;
}

/** A file that was erased meanwhile takes what was made of it along. */
async function settle({ db, files }: Ctx, fileId: FileId, size: number | null): Promise<void> {
  const kept = await db
    .updateTable("files")
    .set({ playable: size === null ? "failed" : "made", playable_size: size, claimed_until: null })
    .where("id", "=", fileId)
    .where("state", "=", "ready")
    .returning("id")
    .executeTakeFirst();
  if (!kept) await files.remove(playableKey(fileId));
}
