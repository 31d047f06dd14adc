import type { UserId } from "@parley/schema";
import type { App, Context } from "../context.ts";
import { version } from "./version.ts";

export type PublicConfig = {
  version: string;
  isDemo: boolean;
  demoUsers?: { userId: UserId; username: string; displayName: string }[];
  isSignUpOpen: boolean;
  hasOwner: boolean;
  hasMail: boolean;
  roomsPath: string;
  /** Where maps come from; null when there are none here. */
  mapTiles: string | null;
  /** Who is signed in here, so that a browser can ask without being refused. */
  userId: UserId | null;
};

/** What a browser must know before anyone has signed in. */
export async function readPublicConfig(ctx: Context): Promise<PublicConfig> {
  const { db, config } = ctx;
  const owner = await db.selectFrom("users").select("id").where("role", "=", "owner").executeTakeFirst();
  return {
    version,
    isDemo: config.isDemo,
    ...(config.isDemo ? { demoUsers: await listDemoUsers(db) } : {}),
    isSignUpOpen: true,
    hasOwner: owner !== undefined,
    hasMail: config.smtpUrl !== null,
    roomsPath: "/parties",
    mapTiles: config.mapTiles,
    userId: await findUser(ctx),
  };
}

async function findUser({ sessions, sessionToken }: Context): Promise<UserId | null> {
  const session = sessionToken ? await sessions.find(sessionToken) : null;
  return session && !session.isRevoked && !session.isSuspended ? session.userId : null;
}

// The cast of the demo has no way in of its own: whoever added a passkey or an address is a person now.
export function listDemoUsers(db: App["db"]) {
  return db
    .selectFrom("users")
    .select(["users.id as userId", "users.username", "users.display_name as displayName"])
    .where("users.deleted_at", "is", null)
    .where("users.email", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("passkeys").select("passkeys.id").whereRef("passkeys.user_id", "=", "users.id"))),
    )
    .orderBy("users.created_at")
    .orderBy("users.id")
    .limit(12)
    .execute();
}
