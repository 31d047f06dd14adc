import { AppError, type UserId, limits } from "@parley/schema";
import { batch, createSignal } from "solid-js";
import { createApi, createCall } from "../api/client.ts";
import { type Device, dbName } from "../engine/device.ts";
import { type Engine, startEngine } from "../engine/engine.ts";
import { housekeep } from "../engine/housekeep.ts";
import { tidyCopy } from "../engine/open-copy.ts";
import { createCommands } from "../outbox/commands.ts";
import { conversationOfCommand } from "../outbox/command.ts";
import { rememberUser, rememberedUser } from "../session/remembered-user.ts";
import type { Remembered } from "../session/session-db.ts";
import { wipe } from "../session/wipe.ts";
import { evict, reportStorage } from "../store/budget.ts";
import { openLocalDb } from "../store/db.ts";
import type { FailedCommand, Session, Status } from "../types.ts";
import type { SyncValue } from "./sync-context.ts";
import { type World, createWorld } from "./world.ts";

const away: Status = { state: "connecting", waiting: 0, behind: 0, isSlow: false };

/** The reactive door to one device: who is signed in, and while someone is, their engine and their world. */
export function createSync(device: Device): SyncValue & { close(): void } {
  const remembered = rememberedUser(device.prefix);
  const [session, setSession] = createSignal<Session>(toSession(remembered));
  const [world, setWorld] = createSignal<World>();
  const [status, setStatus] = createSignal<Status>({ ...away, state: device.isOnline() ? "connecting" : "offline" });
  const [isOutdated, setOutdated] = createSignal(false);
  const nobodysApi = createApi(createCall(device.origin, device.fetch));
  let stopTidying: (() => void) | undefined;

  async function open(userId: UserId): Promise<void> {
    const db = await openLocalDb(dbName(device, userId), { onOutdated: () => setOutdated(true), onLost: () => void reopen() });
    await tidyCopy(db, device.now());
    const engine = startEngine(device, userId, db, {
      touched: (touched) => void next.take(touched),
      fact: (fact) => next.fact(fact),
      status: setStatus,
      ended: (by) => void (by === "server" ? endedByServer() : close().then(() => setSession("signed-out"))),
    });
    const next = createWorld(engine);
    await next.load();
    stopTidying = housekeep(engine);
    batch(() => {
      setWorld(next);
      setSession({ userId });
    });
  }

  async function tryOpen(userId: UserId): Promise<void> {
    try {
      await open(userId);
    } catch (error) {
      // [F36] A newer Parley has been here: this page is the old one, and must not write.
      if (error instanceof DOMException && error.name === "VersionError") setOutdated(true);
      else throw error;
    }
  }

  async function close(): Promise<Engine | undefined> {
    const engine = world()?.engine;
    setWorld(undefined);
    stopTidying?.();
    await engine?.stop();
    engine?.db.close();
    return engine;
  }

  async function reopen() {
    const engine = await close();
    if (engine) await tryOpen(engine.userId);
  }

  /** [F19] The session was ended elsewhere: what is here goes, and the outbox is not sent. */
  async function endedByServer() {
    if (session() === "signed-out") return;
    world()?.engine.sayEnded();
    await forgetUser();
  }

  async function forgetUser() {
    const engine = await close();
    await rememberUser(device.prefix, "signed-out");
    setSession("signed-out");
    if (engine) await wipe(device, engine.userId);
  }

  async function findSession() {
    try {
      const { person } = await nobodysApi.accounts.me.query();
      await signedIn(person.id);
    } catch {
      if (session() === "unknown") setSession("signed-out");
    }
  }

  async function signedIn(userId: UserId) {
    await rememberUser(device.prefix, userId);
    const before = world()?.engine.userId;
    if (before !== userId) {
      await close();
      await tryOpen(userId);
    }
    world()?.engine.flush();
  }

  async function signOut() {
    await nobodysApi.accounts.signOut.mutate().catch(() => undefined);
    world()?.engine.sayEnded();
    await forgetUser();
  }

  if (remembered === null) void findSession();
  else if (remembered !== "signed-out") void tryOpen(remembered);

  const engine = () => {
    const it = world()?.engine;
    if (!it) throw new AppError("not_signed_in", "signed_out", "Sign in first.");
    return it;
  };

  return {
    world,
    session,
    api: nobodysApi,
    signedIn,
    signOut,
    status,
    do: createCommands(engine),
    sayTyping: (id, isTyping) => world()?.engine.sayTyping(id, isTyping),
    serverNow: () => world()?.engine.serverNow() ?? device.now(),
    isOutdated,
    failures: () => (world()?.outbox() ?? []).filter((it) => it.state === "failed" && it.type !== "sendMessage").map(toFailure),
    storage: () => reportStorage(engine().db),
    async clearCache() {
      engine().tell(await evict(engine().db, 0, () => false, limits.page.default));
    },
    persist: async () => (await navigator.storage?.persist?.()) ?? false,
    close: () => void close(),
  };
}

function toSession(remembered: Remembered): Session {
  if (remembered === null) return "unknown";
  return remembered === "signed-out" ? "signed-out" : { userId: remembered as UserId };
}

function toFailure(command: Parameters<typeof conversationOfCommand>[0] & { id: string; failure?: FailedCommand["failure"] }): FailedCommand {
  const failure = command.failure ?? { code: "internal", reason: "internal", sentence: "" };
  return { commandId: command.id, type: command.type, conversationId: conversationOfCommand(command), failure };
}
