import type { PullAnswer, ReactionRow, RoomMessage } from "@parley/schema";
import type { WebSocket } from "ws";
import type { ApiClient } from "./api-client.ts";
import { enterRoom } from "./enter-room.ts";
import { cookieOf, type Seat } from "./populate.ts";

export type Watcher = { socket: WebSocket; pulls(): number };

/**
 * A device that shows one message, as far as it concerns the reactions to it: what is told in order is applied, what is
 * announced or missing is pulled. `sees` hears of how many have reacted by then.
 */
export async function watchReactions(
  port: number,
  api: ApiClient,
  seat: Seat,
  cursor: number,
  sees: (count: number) => void,
): Promise<Watcher> {
  const reacted = new Set<string>();
  let headRev = cursor;
  let isPulling = false;
  let pulls = 0;

  function apply(rows: ReactionRow[], rev: number) {
    for (const row of rows) reacted.add(row.userId);
    cursor = Math.max(cursor, rev);
    sees(reacted.size);
  }

  async function pull() {
    if (isPulling) return;
    isPulling = true;
    while (cursor < headRev) {
      pulls++;
      const asked = { conversationId: seat.conversationId, cursor, holding: [{ from: 1, to: 1 }] };
      const { changes } = await api.query<PullAnswer>("sync.pull", cookieOf(seat), asked);
      apply(changes.rows.reactions ?? [], changes.rev);
    }
    isPulling = false;
  }

  function hear(message: RoomMessage) {
    if (message.t === "changes") {
      const { from, rev, rows } = message.changes;
      headRev = Math.max(headRev, rev);
      if (from === cursor && !isPulling) return apply(rows.reactions ?? [], rev);
    } else if (message.t === "announce" || message.t === "beat") headRev = Math.max(headRev, message.rev);
    else return;
    if (cursor < headRev) void pull();
  }

  return { socket: await enterRoom(port, api, seat, hear), pulls: () => pulls };
}
