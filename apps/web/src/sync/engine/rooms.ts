import {
  type ConversationId,
  type ConversationRow,
  closeCodes,
  conversationScope,
  type MessageId,
  type RoomMessage,
  type UserId,
  userScope,
} from "@parley/schema";
import { applyLive, inLocalConversation } from "../store/apply-changes.ts";
import { keepMarks } from "../store/apply-rows.ts";
import { applyHeads, applyShared, applyUserChanges } from "../store/apply-start.ts";
import { keepTallies } from "../store/apply-tallies.ts";
import type { LocalDb } from "../store/db.ts";
import type { Touched } from "../store/touched.ts";
import type { Clock } from "./clock.ts";
import type { Device } from "./device.ts";
import { openRoom, type RoomSocket } from "./room-socket.ts";
import type { Fact } from "./tabs.ts";
import type { Tickets } from "./tickets.ts";

const channelSpreadMs = 60_000;

type Options = {
  device: Device;
  db: LocalDb;
  clock: Clock;
  tickets: Tickets;
  userId: UserId;
  tell(touched: Touched): void;
  fact(fact: Fact): void;
  /** The user room is open, or no longer. */
  opened(isOpen: boolean): void;
  wantStart(): void;
  wantPull(id: ConversationId, marks?: boolean): void;
  signedOut(): void;
};

export type Rooms = {
  isOpen(): boolean;
  /** The conversations that some tab of this device shows. */
  show(ids: ConversationId[]): void;
  sayTyping(id: ConversationId, isTyping: boolean, threadId?: MessageId): void;
  wake(): void;
  close(): void;
};

/** The sockets of a device: its user room always, and the rooms of the conversations that are open. */
export function enterRooms(options: Options): Rooms {
  const { device, db, tickets, userId } = options;
  const conversations = new Map<ConversationId, RoomSocket>();
  const waiting = new Map<ConversationId, ReturnType<typeof setTimeout>>();

  /** A channel's post is news to very many devices at once: those that do not show it fetch it at a time of their own. */
  function pullSoon({ id, kind }: Pick<ConversationRow, "id" | "kind">) {
    if (kind !== "channel" || conversations.has(id)) return options.wantPull(id);
    if (waiting.has(id)) return;
    const pull = () => {
      waiting.delete(id);
      options.wantPull(id);
    };
    waiting.set(id, setTimeout(pull, Math.random() * channelSpreadMs));
  }

  const own = openRoom(device, tickets, userScope(userId), {
    heard: (message) => void hear(message, null).catch(lost),
    opened(isOpen) {
      options.opened(isOpen);
      // Heads are told once: what was told before the room was open is only found by asking.
      if (isOpen) options.wantStart();
    },
    refused(code) {
      if (code === closeCodes.signedOut || code === "not_signed_in") options.signedOut();
    },
  });

  function enter(id: ConversationId): RoomSocket {
    const room = openRoom(device, tickets, conversationScope(id), {
      heard: (message) => void hear(message, id).catch(lost),
      opened: (isOpen) =>
        isOpen
          ? options.wantPull(id, true)
          : options.fact({ kind: "present", conversationId: id, userIds: [], isPresent: false, isWhole: true }),
      refused() {
        conversations.delete(id);
        options.wantStart();
      },
    });
    return room;
  }

  async function hear(message: RoomMessage, id: ConversationId | null): Promise<void> {
    switch (message.t) {
      case "hello":
        options.clock.heard(message.serverTime);
        if (id)
          options.fact({
            kind: "present",
            conversationId: id,
            userIds: message.present,
            isPresent: true,
            isWhole: true,
          });
        return heardRev(id, message.rev);
      case "beat":
        return heardRev(id, message.rev);
      case "announce":
        if (message.scope === userScope(userId)) return heardRev(null, message.rev);
        if (id) conversations.get(id)?.renewTicket();
        return heardRev(message.scope.slice(2) as ConversationId, message.rev);
      case "changes": {
        if (message.changes.scope === userScope(userId)) {
          const { outcome, touched } = await applyUserChanges(db, message.changes);
          return outcome === "gap" ? options.wantStart() : options.tell(touched);
        }
        const { outcome, touched } = await applyLive(db, message.changes);
        if (outcome === "unknown") return options.wantStart();
        options.tell(touched);
        return outcome === "gap" ? options.wantPull(message.changes.scope.slice(2) as ConversationId) : undefined;
      }
      case "heads":
        options.tell(await applyHeads(db, message.heads, message.people));
        for (const head of message.heads) pullSoon(head.conversation);
        return;
      case "marks": {
        const { outcome, touched } = await inLocalConversation(db, message.conversationId, async (tx, it, touched) => {
          await keepMarks(tx, it, message.marks, touched);
          return "applied";
        });
        return outcome === "applied" ? options.tell(touched) : undefined;
      }
      case "tallies":
        return options.tell(await keepTallies(db, message.conversationId, message.tallies));
      case "shared":
        return options.tell(await applyShared(db, message.shared, message.people));
      case "people":
        return options.tell(await applyShared(db, [], message.people));
      case "present":
        if (id)
          options.fact({
            kind: "present",
            conversationId: id,
            userIds: [message.userId],
            isPresent: message.isPresent,
            isWhole: false,
          });
        return;
      case "typing":
        if (id) {
          const { userId, isTyping, threadId } = message;
          options.fact({ kind: "typing", conversationId: id, userId, isTyping, ...(threadId && { threadId }) });
        }
        return;
      case "bye":
        return;
      default:
        // A newer room may say what this version does not know.
        return message satisfies never;
    }
  }

  /** The database closed under us, or is full: what was told here is found again by asking. */
  const lost = () => options.wantStart();

  /** A rev above ours means that something was missed. */
  async function heardRev(id: ConversationId | null, rev: number): Promise<void> {
    if (id === null) {
      const point = await db.get("meta", "start");
      if (point?.key !== "start" || point.cursor.userRev < rev) options.wantStart();
      return;
    }
    const it = await db.get("conversations", id);
    if (!it) return options.wantStart();
    if (rev <= it.cursor) return;
    await inLocalConversation(db, id, async (_tx, fresh) => {
      fresh.headRev = Math.max(fresh.headRev, rev);
      return "applied";
    });
    options.wantPull(id);
  }

  return {
    isOpen: own.isOpen,
    show(ids) {
      for (const [id, room] of conversations) {
        if (ids.includes(id)) continue;
        conversations.delete(id);
        room.close();
      }
      for (const id of ids) if (!conversations.has(id)) conversations.set(id, enter(id));
    },
    sayTyping: (id, isTyping, threadId) =>
      conversations.get(id)?.say({ t: "typing", isTyping, ...(threadId && { threadId }) }),
    wake() {
      own.wake();
      for (const room of conversations.values()) room.wake();
    },
    close() {
      for (const timer of waiting.values()) clearTimeout(timer);
      own.close();
      for (const room of conversations.values()) room.close();
      conversations.clear();
    },
  };
}
