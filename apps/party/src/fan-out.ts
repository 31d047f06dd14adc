import type { Bye, Publication, RoomMessage, Scope } from "@parley/schema";

/** The part of a WebSocket that telling needs. */
export type Socket = { send(text: string): void; close(code?: number, reason?: string): void };

/** Sends to one socket. A socket that throws is already gone and must not keep the others from hearing. */
export function sendTo(socket: Socket, message: RoomMessage | string): boolean {
  try {
    socket.send(typeof message === "string" ? message : JSON.stringify(message));
    return true;
  } catch {
    return false;
  }
}

/** Says goodbye in a message first, because a close can take seconds to arrive, and then closes. */
export function sayBye(socket: Socket, bye: Bye): void {
  sendTo(socket, bye);
  try {
    socket.close(bye.code, "bye");
  } catch {
    // It was closed already.
  }
}

/** What is to be told, room by room, in the order given. */
export function byRoom(publications: Publication[]): Map<Scope, Publication[]> {
  const rooms = new Map<Scope, Publication[]>();
  for (const publication of publications) {
    const forRoom = rooms.get(publication.scope);
    if (forRoom) forRoom.push(publication);
    else rooms.set(publication.scope, [publication]);
  }
  return rooms;
}

/** Runs `work` on every item, `width` at a time; answers how many failed. */
export async function eachAtOnce<T>(
  items: Iterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<number> {
  const rest = items[Symbol.iterator]();
  let failed = 0;
  const lane = async () => {
    for (let next = rest.next(); !next.done; next = rest.next()) {
      await work(next.value).catch(() => failed++);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return failed;
}
