import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { AppError, conversationId, fileId, limits, messageId } from "@parley/schema";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { requireSession } from "../accounts/require-session.ts";
import type { App } from "../context.ts";
import { wireErrorOf } from "../errors.ts";
import { answerError } from "../http/answer-error.ts";
import { requireOwnOrigin } from "../http/caller.ts";
import { contextOf } from "../http/context-of.ts";
import { logFailure } from "../http/log-failure.ts";
import { readBody } from "../http/read-body.ts";
import type { HttpEnv } from "../http/routes.ts";
import { readLinkPicture } from "../links/read-picture.ts";
import { createAttachmentRoutes } from "./attachment-routes.ts";
import { avatarSizes } from "./avatar.ts";
import { avatarKey, keepAvatar } from "./keep-avatar.ts";
import { seesAvatar } from "./sees-avatar.ts";
import { createUploadRoutes } from "./upload-routes.ts";

const pictured = v.object({ conversationId, messageId });
const picked = v.object({
  id: fileId,
  size: v.pipe(
    v.optional(v.string(), "256"),
    v.transform(Number),
    v.picklist(avatarSizes, "An avatar is 64, 256 or 512 wide."),
  ),
  /** The code of the link that led to the group. */
  invite: v.optional(v.pipe(v.string(), v.maxLength(100))),
});

/** Files over plain HTTP, for signed-in users: what a picture element can ask for and a form can send. */
export function createFileRoutes(app: App) {
  const routes = new Hono<HttpEnv>();

  routes.post("/avatars", async (c) => {
    requireOwnOrigin(c.env.incoming, app.config);
    const ctx = await requireSession(contextOf(app, c.env.incoming, c.env.outgoing), "uploads");
    return c.json(await keepAvatar(ctx, await readBody(c.env.incoming, limits.avatarBytes)));
  });

  routes.get("/avatars/:id", async (c) => {
    const ctx = await requireSession(contextOf(app, c.env.incoming, c.env.outgoing), null);
    const asked = { id: c.req.param("id"), size: c.req.query("size"), invite: c.req.query("invite") };
    const { id, size, invite } = v.parse(picked, asked);
    const isSeen = await seesAvatar(ctx, id, invite);
    // An avatar never changes under its id.
    const etag = `"${id}-${size}"`;
    const isKept = isSeen && c.req.header("if-none-match") === etag;
    const bytes = isSeen && !isKept ? await app.files.get(avatarKey(id, size)) : null;
    if (!isKept && !bytes) throw new AppError("not_found", "not_found", "There is no such picture.");

    c.header("cache-control", "private, max-age=31536000, immutable");
    c.header("etag", etag);
    if (!bytes) return c.body(null, 304);
    c.header("content-type", "image/webp");
    c.header("content-security-policy", "default-src 'none'; sandbox");
    return c.body(new Uint8Array(bytes));
  });

  routes.get("/previews/:conversationId/:messageId", async (c) => {
    const ctx = await requireSession(contextOf(app, c.env.incoming, c.env.outgoing), null);
    const bytes = await readLinkPicture(
      ctx,
      v.parse(pictured, { conversationId: c.req.param("conversationId"), messageId: c.req.param("messageId") }),
    );
    c.header("cache-control", "private, max-age=86400");
    c.header("content-type", "image/webp");
    c.header("content-security-policy", "default-src 'none'; sandbox");
    return c.body(new Uint8Array(bytes));
  });

  routes.get("/gifs/:id", async (c) => {
    await requireSession(contextOf(app, c.env.incoming, c.env.outgoing), null);
    const gif = await app.gifs.read(c.req.param("id"));
    if (!gif) throw new AppError("not_found", "not_found", "There is no such picture.");
    c.header("cache-control", "private, max-age=86400");
    c.header("content-type", gif.mime);
    c.header("content-security-policy", "default-src 'none'; sandbox");
    return c.body(new Uint8Array(gif.bytes));
  });

  routes.route("/uploads", createUploadRoutes(app));
  routes.route("/attachments", createAttachmentRoutes(app));
  routes.onError((error, c) => refuse(app, error, c));
  return routes;
}

function refuse(app: App, error: Error, c: Context<HttpEnv>) {
  const ctx = contextOf(app, c.env.incoming, c.env.outgoing);
  logFailure(ctx, error, "files");
  c.env.outgoing.setHeader("cache-control", "no-store");
  answerError(c.env.outgoing, wireErrorOf(error, ctx.requestId));
  return RESPONSE_ALREADY_SENT;
}
