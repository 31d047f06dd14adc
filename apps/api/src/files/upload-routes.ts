import type { IncomingMessage } from "node:http";
import { ReadableStream } from "node:stream/web";
import { AppError, type FileId, fileId, uploadInput } from "@parley/schema";
import { Metadata, Server as TusServer } from "@tus/server";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { requireSession } from "../accounts/require-session.ts";
import type { App, SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { requireOwnOrigin } from "../http/caller.ts";
import { contextOf } from "../http/context-of.ts";
import type { HttpEnv } from "../http/routes.ts";
import { createUpload } from "./create-upload.ts";
import { eraseUnheld } from "./erase-files.ts";
import { finishIfWhole, finishUpload } from "./finish-upload.ts";
import { attachmentKey, fileOfKey } from "./keys.ts";
import { tusRefusal } from "./tus-refusal.ts";

const folder = "/files/uploads";
/** What goes on is noted so often: a day without is the end of it. */
const touchedMs = 60_000;

/** Files on their way here, in pieces, as tus 1.0 has it: what broke off goes on where it was. */
export function createUploadRoutes(app: App) {
  const routes = new Hono<HttpEnv>();
  const tus = new TusServer({
    path: folder,
    datastore: app.files.uploads,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: (_, metadata) => attachmentKey(v.parse(fileId, metadata?.["fileId"])),
    getFileIdFromRequest: (_, lastPath) => attachmentKey(v.parse(fileId, lastPath)),
    generateUrl: (_, { id }) => addressOf(fileOfKey(id)),
    async onUploadFinish(_, upload) {
      await finishUpload(app, fileOfKey(upload.id));
      return {};
    },
    onResponseError: (_, error) => tusRefusal(app, error),
  });

  routes.post("/", async (c) => {
    requireOwnOrigin(c.env.incoming, app.config);
    const ctx = await app.filing.pass(() => requireSession(contextOf(app, c.env.incoming, c.env.outgoing), "files"));
    const upload = v.parse(uploadInput, describedIn(c));
    await app.filing.pass(() => createUpload(ctx, upload));
    const begun = await app.files.uploads.getUpload(attachmentKey(upload.fileId)).catch(() => null);
    if (!begun) return hand(c);
    c.header("tus-resumable", "1.0.0");
    c.header("location", addressOf(upload.fileId));
    c.header("upload-offset", String(begun.offset));
    return c.body(null, 201);
  });

  // Hono asks for GET where HEAD was asked for.
  routes.get("/:id", async (c) => {
    if (c.env.incoming.method !== "HEAD") throw notFound();
    const { id, state } = await findOwn(c, "others");
    if (state === "uploading") await finishIfWhole(app, id);
    return hand(c);
  });

  routes.patch("/:id", async (c) => {
    requireOwnOrigin(c.env.incoming, app.config);
    // Bytes are counted by the room they take, and not by requests.
    const { id, touched_at } = await findOwn(c, null);
    if (app.now().getTime() - touched_at.getTime() > touchedMs)
      await app.filing.pass(() =>
        app.db.updateTable("files").set({ touched_at: app.now() }).where("id", "=", id).execute(),
      );
    return hand(c);
  });

  routes.delete("/:id", async (c) => {
    requireOwnOrigin(c.env.incoming, app.config);
    const { id } = await findOwn(c, "others");
    if ((await eraseUnheld(app, [id])) === 0) throw new AppError("conflict", "bad_input", "This file is on a message.");
    c.header("tus-resumable", "1.0.0");
    return c.body(null, 204);
  });

  /** As a request of the web, whose bytes are those that came in: tus's own way from Node's copies each of them. */
  function hand(c: Context<HttpEnv>): Promise<Response> {
    const { method } = c.env.incoming;
    const body = method === "PATCH" ? ReadableStream.from(bytesOf(c.env.incoming)) : null;
    // An object to the compiler: the browser's types, which the stories have too, do not know of `duplex`.
    const request: object = { method, headers: c.req.raw.headers, body, duplex: "half" };
    return tus.handleWeb(new Request(c.req.url, request));
  }

  /** Another's upload is as none at all. */
  async function findOwn(c: Context<HttpEnv>, limit: "others" | null) {
    const file = await app.filing.pass(async () => {
      const ctx = await requireSession(contextOf(app, c.env.incoming, c.env.outgoing), limit);
      return findUpload(ctx, v.parse(fileId, c.req.param("id")));
    });
    if (!file) throw notFound();
    return file;
  }

  return routes;
}

/** Where they break off they end, so that the store keeps what has come. */
async function* bytesOf(incoming: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    yield* incoming;
  } catch (error) {
    if (!incoming.destroyed) throw error;
  }
}

const addressOf = (id: FileId) => `${folder}/${id}`;

function findUpload({ db, userId }: SignedIn, id: FileId) {
  return db
    .selectFrom("files")
    .select(["id", "state", "touched_at"])
    .where("id", "=", id)
    .where("owner_id", "=", userId)
    .where("kind", "=", "attachment")
    .where("state", "!=", "erasing")
    .executeTakeFirst();
}

/** What the headers say of the file. */
function describedIn(c: Context<HttpEnv>): Record<string, unknown> {
  const length = c.req.header("upload-length") ?? "";
  const size = /^\d{1,15}$/.test(length) ? Number(length) : Number.NaN;
  if (size === 0) throw new AppError("bad_input", "file_empty", "This file is empty.");
  try {
    return { ...Metadata.parse(c.req.header("upload-metadata")), size };
  } catch {
    throw new AppError("bad_input", "bad_input", "Say in Upload-Metadata which file it is.");
  }
}
