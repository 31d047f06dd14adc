import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Db, OpenDb } from "@parley/db";
import { freshDb } from "@parley/db/testing";
import { newId, type SessionId, type UserId } from "@parley/schema";
import { createTRPCClient, httpLink } from "@trpc/client";
import { hashToken } from "../accounts/find-session.ts";
import { type FileStore, openFolderStore } from "../adapters/file-store.ts";
import { type Config, readConfig } from "../config.ts";
import type { JobName } from "../jobs/jobs.ts";
import type { AppRouter } from "../router.ts";
import { type Parts, startServer } from "../server.ts";

export type Api = ReturnType<typeof createApi>;

export type App = {
  url: string;
  db: Db;
  /** The API as this user, on a session of theirs. */
  as(user: { id: UserId }): Api;
  /** The API for who has not signed in. */
  nobody: Api;
  /** A session of the user, as a Cookie header. */
  sessionCookieOf(user: { id: UserId }): Promise<string>;
  addUser(name: string, id?: UserId): Promise<{ id: UserId; username: string; displayName: string }>;
  runJob(name: JobName): Promise<unknown>;
  /** What lies in its folder, where it keeps files in one. */
  files: FileStore;
  close(): Promise<void>;
};

type Options = Omit<Parts, "rooms" | "database"> & {
  db?: OpenDb;
  rooms?: boolean | Parts["rooms"];
  config?: Partial<Config>;
};

/** The whole API on a database of its own, over real HTTP on a free port. Limits are off unless `limits: "on"`. */
export async function startApp(options: Options & { hasLimits?: boolean } = {}): Promise<App> {
  const database = options.db ?? (await freshDb());
  const dataDir = await mkdtemp(join(tmpdir(), "parley-"));
  const config = {
    ...readConfig({ PORT: "0", DATA_DIR: dataDir, LOG_LEVEL: "error", FFMPEG: "off" }),
    ...options.config,
  };
  const rooms = options.rooms === true ? undefined : options.rooms || "none";
  const server = await startServer(config, {
    jobs: "off",
    ...options,
    database,
    rooms,
    limits: options.hasLimits ? undefined : "off",
  });
  const { db } = database;
  const cookies = new Map<UserId, Promise<string>>();

  function sessionCookieOf({ id }: { id: UserId }) {
    const earlier = cookies.get(id);
    if (earlier) return earlier;
    const cookie = insertSession(db, id);
    cookies.set(id, cookie);
    return cookie;
  }

  return {
    url: server.url,
    db,
    as: (user) => createApi(server.url, () => sessionCookieOf(user)),
    nobody: createApi(server.url, async () => ""),
    sessionCookieOf,
    async addUser(name, id = newId<UserId>()) {
      const username = name.toLowerCase();
      await db.insertInto("users").values({ id, username, username_key: username, display_name: name }).execute();
      return { id, username, displayName: name };
    },
    runJob: server.runJob,
    files: await openFolderStore(join(config.dataDir, "files")),
    async close() {
      await server.close();
      if (!options.db) await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export function createApi(url: string, cookie: () => Promise<string>) {
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${url}/trpc`, headers: async () => ({ cookie: await cookie(), origin: url }) })],
  });
}

async function insertSession(db: Db, userId: UserId) {
  const token = randomBytes(32).toString("base64url");
  const expires_at = new Date(Date.now() + 30 * 86_400_000);
  await db
    .insertInto("sessions")
    .values({
      id: newId<SessionId>(),
      user_id: userId,
      token_hash: hashToken(token),
      device: "Test",
      place: "",
      expires_at,
    })
    .execute();
  return `parley_session=${token}`;
}
