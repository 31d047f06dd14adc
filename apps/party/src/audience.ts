import { type Bye, type CloseCode, closeCodes, type RoomMessage } from "@parley/schema";
import type { Admitted, Member } from "./admission.ts";
import { type Socket, sayBye, sendTo } from "./fan-out.ts";
import { type Line, makeLine, noteSent } from "./line.ts";

/** The part of a connection that a room needs, whatever platform it comes from. Its state outlives the room's sleep. */
export type Connection = Socket & {
  readonly id: string;
  readonly state: unknown;
  setState(state: Admitted | null): unknown;
};

/** Everyone connected to a room: lets them in, tells them, and lets each of them go exactly once. */
export type Audience = {
  enter(connection: Connection, admitted: Admitted): void;
  /** Sends, keeps count of what is unread, and gives up a connection that no longer reads. */
  send(connection: Connection, message: RoomMessage | string): void;
  /** Closes with a goodbye. */
  dismiss(connection: Connection, code: CloseCode): void;
  /** Whichever of goodbye, close and error comes first counts; the others find nobody. */
  depart(connection: Connection): void;
  lineOf(connection: Connection): Line | undefined;
  /** Whose ticket has ended goes before anything more is said to them. */
  all(): Generator<[Connection, Admitted]>;
  members(): Generator<[Connection, Member]>;
  size(): number;
};

export function makeAudience(room: {
  connections(): Iterable<Connection>;
  rev(): number;
  left(admitted: Admitted): void;
}): Audience {
  const lines = new Map<string, Line>();

  function* all(): Generator<[Connection, Admitted]> {
    const now = Date.now();
    for (const connection of room.connections()) {
      const admitted = admittedOf(connection);
      if (!admitted) continue;
      if (admitted.until <= now) dismiss(connection, closeCodes.ticketExpired);
      else yield [connection, admitted];
    }
  }

  function dismiss(connection: Connection, code: CloseCode): void {
    sayBye(connection, { t: "bye", code } satisfies Bye);
    depart(connection);
  }

  function depart(connection: Connection): void {
    const admitted = admittedOf(connection);
    lines.delete(connection.id);
    if (!admitted) return;
    connection.setState(null);
    room.left(admitted);
  }

  return {
    all,
    dismiss,
    depart,
    enter(connection, admitted) {
      connection.setState(admitted);
      lines.set(connection.id, makeLine(Date.now()));
    },
    send(connection, message) {
      const line = lines.get(connection.id);
      if (!line) return;
      const text = typeof message === "string" ? message : JSON.stringify(message);
      if (!sendTo(connection, text)) return depart(connection);
      const { ask, isStuck } = noteSent(line, text.length);
      if (isStuck) dismiss(connection, closeCodes.tooSlow);
      else if (ask) sendTo(connection, { t: "beat", rev: room.rev(), echo: ask });
    },
    lineOf: (connection) => lines.get(connection.id),
    *members() {
      for (const [connection, admitted] of all()) if (!("isPublisher" in admitted)) yield [connection, admitted];
    },
    size: () => lines.size,
  };
}

/** Null once a connection has departed. */
export const admittedOf = (connection: Connection) => connection.state as Admitted | null;
