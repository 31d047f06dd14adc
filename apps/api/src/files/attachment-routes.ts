import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { AppError, type FileVariant, fileId, messageId, type StickerPackId } from "@parley/schema";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { requireSession } from "../accounts/require-session.ts";
import type { App, SignedIn } from "../context.ts";
import { findEmojiPicture } from "../emoji/queries.ts";
import { notFound } from "../errors.ts";
import { contextOf } from "../http/context-of.ts";
import type { HttpEnv } from "../http/routes.ts";
import { findSticker } from "../stickers/find-sticker.ts";
import { type Found, findAttachment } from "./find-attachment.ts";
import { sendOriginal, sendPlayable } from "./send-original.ts";
import { readThumbnail } from "./thumbnails.ts";
import { findWaiting } from "./waiting-files.ts";

const asked = v.object({
  /** The message or the pack; for their owner, the conversation or thread of a draft, or the scheduled message. */
  holderId: messageId,
  fileId,
  variant: v.picklist(["small", "large", "original", "playable", "download"]),
  ticket: v.string(),
  /** The message that shows the pack which is not kept yet. */
  seenIn: v.optional(messageId),
});

const askedEmoji = v.object({ fileId, variant: v.picklist(["small", "original"]) });

type Asked = { ctx: SignedIn; file: Found; variant: FileVariant };

/**
 * Files of messages, of sticker packs and of one's own drafts, for who may see what holds them and has a ticket; and emoji, which are
 * everybody's who is signed in. To everyone else there is nothing.
 */
export function createAttachmentRoutes(app: App) {
  const routes = new Hono<HttpEnv>();

  routes.get("/emoji/:fileId/:variant", async (c) => {
    const params = v.safeParse(askedEmoji, c.req.param());
    if (!params.success) throw notFound();
    const ctx = await requireReader(c);
    const file = await findEmojiPicture(ctx.db, params.output.fileId);
    if (!file) throw notFound();
    return serve(c, { ctx, file, variant: params.output.variant });
  });

  routes.get("/:holderId/:fileId/:variant", async (c) => serve(c, await findAsked(c)));

  async function serve(c: Context<HttpEnv>, { ctx, file, variant }: Asked) {
    const { outgoing } = c.env;
    outgoing.setHeader("content-security-policy", "default-src 'none'; sandbox");
    // Asked again each time, since who may read it can change; unchanged, that costs no bytes.
    outgoing.setHeader("cache-control", "private, no-cache");
    const etag = `"${file.fileId}-${variant}"`;
    outgoing.setHeader("etag", etag);
    if (c.req.header("if-none-match") === etag) {
      outgoing.writeHead(304).end();
      return RESPONSE_ALREADY_SENT;
    }
    const asked = { request: c.env.incoming, response: outgoing };
    if (variant === "original" || variant === "download") {
      await sendOriginal(ctx, file, { ...asked, isDownload: variant === "download" });
      return RESPONSE_ALREADY_SENT;
    }
    if (variant === "playable") {
      await sendPlayable(ctx, file, asked);
      return RESPONSE_ALREADY_SENT;
    }
    const bytes = await readThumbnail(ctx, file, variant);
    if (!bytes) throw notFound();
    outgoing.writeHead(200, { "content-type": "image/webp", "content-length": bytes.length });
    outgoing.end(c.env.incoming.method === "HEAD" ? undefined : bytes);
    return RESPONSE_ALREADY_SENT;
  }

  async function findAsked(c: Context<HttpEnv>): Promise<Asked> {
    const { params, ctx } = await signedInFor(c);
    if (!ctx.fileTickets.isGood(params.ticket, ctx.sessionId, ctx.now())) throw notFound();
    const file =
      (await findAttachment(ctx, { messageId: params.holderId, fileId: params.fileId })) ??
      (await findSticker(ctx, { ...params, packId: params.holderId as string as StickerPackId })) ??
      (await findWaiting(ctx, { key: params.holderId, fileId: params.fileId }));
    if (!file) throw notFound();
    return { ctx, file, variant: params.variant };
  }

  async function signedInFor(c: Context<HttpEnv>) {
    const params = v.safeParse(asked, {
      ...c.req.param(),
      ticket: c.req.query("ticket"),
      seenIn: c.req.query("seenIn"),
    });
    if (!params.success) throw notFound();
    return { params: params.output, ctx: await requireReader(c) };
  }

  /** Who is signed in; to everybody else there is nothing here at all. */
  async function requireReader(c: Context<HttpEnv>): Promise<SignedIn> {
    try {
      return await requireSession(contextOf(app, c.env.incoming, c.env.outgoing), null);
    } catch (error) {
      if (error instanceof AppError && error.code !== "rate_limited") throw notFound();
      throw error;
    }
  }

  return routes;
}
