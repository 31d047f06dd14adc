import { AppError, type CustomEmoji, type ErrorReason, type UserId } from "@parley/schema";
import { batch, createSignal } from "solid-js";
import { createApi, createCall } from "../api/client.ts";
import type { AppConfig } from "../api/types.ts";
import type { Device } from "../engine/device.ts";
import { conversationOfCommand, type Stored } from "../outbox/command.ts";
import { rememberedUser, rememberUser } from "../session/remembered-user.ts";
import type { Remembered } from "../session/session-db.ts";
import type { Commands, FailedCommand, Session, Status } from "../types.ts";
import type { OpenWorld } from "./open-world.ts";
import type { SyncValue } from "./sync-context.ts";

const noEmoji = new Map<string, CustomEmoji>();
const away: Status = { state: "connecting", waiting: 0, behind: 0, isSlow: false, isFull: false };

/** The reactive door to one device: who is signed in, and while someone is, their engine and their world. */
export function createSync(device: Device): SyncValue {
  const remembered = rememberedUser(device.prefix);
  const [session, setSession] = createSignal<Session>(toSession(remembered));
  const [opened, setOpened] = createSignal<OpenWorld>();
  const world = () => opened()?.world;
  const [status, setStatus] = createSignal<Status>({ ...away, state: device.isOnline() ? "connecting" : "offline" });
  const [isOutdated, setOutdated] = createSignal(false);
  const [config, setConfig] = createSignal<AppConfig>();
  const nobodysApi = createApi(createCall(device.origin, device.fetch));
  let opening: Promise<void> | undefined;

  async function open(userId: UserId): Promise<void> {
    const { openWorld } = await import("./open-world.ts");
    const next = await openWorld(device, userId, {
      onOutdated: () => setOutdated(true),
      onLost: () => void reopen(),
      status: setStatus,
      ended: (by) => void (by === "server" ? endedByServer() : close().then(leave)),
    });
    batch(() => {
      setOpened(next);
      setSession({ userId });
    });
  }

  async function tryOpen(userId: UserId): Promise<void> {
    try {
      opening = open(userId);
      await opening;
    } catch (error) {
      // [F36] A newer Parley has been here: this page is the old one, and must not write.
      if (error instanceof DOMException && error.name === "VersionError") setOutdated(true);
      else throw error;
    }
  }

  async function close(): Promise<UserId | undefined> {
    const ending = opened();
    setOpened(undefined);
    opening = undefined;
    await ending?.close();
    return ending?.world.engine.userId;
  }

  async function reopen() {
    const userId = await close();
    if (userId) await tryOpen(userId);
  }

  /**
   * [F19] The session was ended elsewhere: what is here goes, and the outbox is not sent.
   * [F34] A server that merely does not know it (run out, restored) costs nobody what they wrote: it waits for them.
   */
  async function endedByServer() {
    const reason = await whyRefused();
    if (!reason || session() === "signed-out") return;
    world()?.engine.sayEnded();
    await forgetUser(reason === "session_revoked");
  }

  /** Why the server does not answer this device's user; undefined when it does, or cannot be asked right now. */
  async function whyRefused(): Promise<ErrorReason | undefined> {
    try {
      await nobodysApi.accounts.me.query();
    } catch (error) {
      if (error instanceof AppError && error.code === "not_signed_in") return error.reason;
    }
    return undefined;
  }

  /** Back at the door, where what the server told before may be out of date. */
  function leave() {
    batch(() => {
      setConfig(undefined);
      setSession("signed-out");
    });
  }

  async function forgetUser(wipes: boolean) {
    const userId = await close();
    await rememberUser(device.prefix, "signed-out");
    leave();
    if (!userId || !wipes) return;
    const { wipe } = await import("../session/wipe.ts");
    await wipe(device, userId);
  }

  async function askConfig() {
    const answer = await nobodysApi.app.config.query().catch(() => undefined);
    if (answer) setConfig(answer);
  }

  async function findSession() {
    await askConfig();
    const userId = config()?.userId;
    if (userId) await signedIn(userId).catch(() => undefined);
    // Not reached, or not opened: whoever is signed in here will have to say so again.
    if (session() === "unknown") setSession("signed-out");
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
    await forgetUser(true);
  }

  if (remembered === null) void findSession();
  else if (remembered !== "signed-out") void tryOpen(remembered);

  /** What was asked in the moment before this device's copy is open waits for it. */
  const whenOpen = async (): Promise<OpenWorld> => {
    await opening;
    const it = opened();
    if (!it) throw new AppError("not_signed_in", "signed_out", "Sign in first.");
    return it;
  };

  return {
    world,
    session,
    config,
    askConfig,
    api: nobodysApi,
    signedIn,
    signOut,
    status,
    do: commandsOf(whenOpen),
    sayTyping: (id, isTyping, threadId) => world()?.engine.sayTyping(id, isTyping, threadId),
    serverNow: () => world()?.engine.serverNow() ?? device.now(),
    isOutdated,
    failures: () =>
      (world()?.outbox() ?? []).filter((it) => it.state === "failed" && it.type !== "sendMessage").map(toFailure),
    searchDevice: async (search) => (await whenOpen()).search(search),
    storage: async () => (await whenOpen()).storage(),
    clearSentFiles: async () => {
      const { tidyBytes } = await import("../uploads/keep-uploads.ts");
      await tidyBytes((await whenOpen()).world.engine.db, device.now(), 0);
    },
    clearCache: async () => (await whenOpen()).clearCache(),
    emoji: () => world()?.emoji() ?? noEmoji,
    uploads: () => world()?.uploads() ?? [],
    localFile: async (fileId) => (await (await whenOpen()).world.engine.db.get("bytes", fileId)) ?? null,
    draftFiles: async () => (await import("../uploads/draft-files.ts")).makeDraftFiles((await whenOpen()).world.engine),
    takeShared: async () => (await import("../session/shared-files.ts")).takeShared(),
    persist: async () => (await navigator.storage?.persist?.()) ?? false,
  };
}

/** The commands of whatever copy is open by the time they are called. */
function commandsOf(whenOpen: () => Promise<OpenWorld>): Commands {
  const command =
    <Name extends keyof Commands>(name: Name) =>
    async (...input: Parameters<Commands[Name]>) => {
      const run = (await whenOpen()).do[name] as (...given: Parameters<Commands[Name]>) => ReturnType<Commands[Name]>;
      return run(...input);
    };
  return new Proxy({} as Commands, { get: (_, name) => command(name as keyof Commands) });
}

function toSession(remembered: Remembered): Session {
  if (remembered === null) return "unknown";
  return remembered === "signed-out" ? "signed-out" : { userId: remembered as UserId };
}

function toFailure(command: Stored): FailedCommand {
  const failure = command.failure ?? { code: "internal", reason: "internal", sentence: "" };
  return {
    commandId: command.id,
    type: command.type,
    conversationId: conversationOfCommand(command),
    failure,
    ...(command.type === "addMembers" && { notAdded: command.input.userIds }),
  };
}
