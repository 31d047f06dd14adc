import {
  type ConversationId,
  conversationScope,
  type DeviceMessage,
  newId,
  type Publication,
  type RoomMessage,
  roomOf,
  type Scope,
  type SessionId,
  type TicketClaims,
  type UserId,
} from "@parley/schema";
import { SignJWT } from "jose";
import WebSocket from "ws";
import { signPublishPass } from "./runtime/passes.ts";

export const secret = "a secret that only the tests share";
const patienceMs = 10_000;

/** A ticket as the API signs them: for Alice, into a conversation of her own, unless told otherwise. */
export function ticketFor(
  userId: UserId,
  scope: Scope,
  more: {
    sid?: SessionId;
    rev?: number;
    seconds?: number;
    signedWith?: string;
    audience?: string;
    hides?: TicketClaims["hides"];
  } = {},
): Promise<string> {
  const { sid = newId<SessionId>(), rev = 0, hides } = more;
  const claims: Omit<TicketClaims, "exp"> = { sub: userId, sid, scope, rev, ...(hides && { hides }) };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .setAudience(more.audience ?? "parley-room")
    .setExpirationTime(Date.now() / 1_000 + (more.seconds ?? 120))
    .sign(new TextEncoder().encode(more.signedWith ?? secret));
}

export const newConversation = (): Scope => conversationScope(newId<ConversationId>());

/** A device with one connection, and all it heard. */
export type Device = {
  heard: RoomMessage[];
  /** The first thing heard, from now or before, that is `like` this. */
  hears<T extends RoomMessage["t"]>(
    t: T,
    like?: Partial<Extract<RoomMessage, { t: T }>>,
  ): Promise<Extract<RoomMessage, { t: T }>>;
  say(message: DeviceMessage | Publication): void;
  sayRaw(frame: string | Buffer): void;
  /** Resolves once the room has closed it; the runtime lets go of the socket itself only seconds later. */
  closed(): Promise<void>;
  socket: WebSocket;
  leave(): void;
};

/** Opens a connection and waits until it is open; rejects with the status when it is refused. */
export async function connect(
  url: string,
  scope: Scope,
  ticket: string,
  more: { query?: string; headers?: Record<string, string> } = {},
): Promise<Device> {
  const { party, name } = roomOf(scope);
  const socket = new WebSocket(
    `${url.replace("http", "ws")}/parties/${party}/${name}?ticket=${ticket}${more.query ?? ""}`,
    { headers: more.headers, handshakeTimeout: patienceMs },
  );
  const heard: RoomMessage[] = [];
  const waiting = new Set<() => void>();
  socket.on("message", (data) => {
    heard.push(JSON.parse(String(data)) as RoomMessage);
    for (const look of waiting) look();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.on("error", reject);
    socket.once("unexpected-response", (_request, response) =>
      reject(new Error(`Refused with ${response.statusCode}.`)),
    );
  });
  return {
    heard,
    hears: (t, like = {}) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () =>
            reject(
              new Error(`Never heard ${t} ${JSON.stringify(like)}; heard ${JSON.stringify(heard).slice(0, 2_000)}`),
            ),
          patienceMs,
        );
        const look = () => {
          const found = heard.find(
            (it) =>
              it.t === t &&
              Object.entries(like).every(
                ([key, value]) => JSON.stringify(it[key as keyof RoomMessage]) === JSON.stringify(value),
              ),
          );
          if (!found) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found as never);
        };
        waiting.add(look);
        look();
      }),
    say: (message) => socket.send(JSON.stringify(message)),
    sayRaw: (frame) => socket.send(frame),
    closed: async () => {
      for (const until = Date.now() + patienceMs; socket.readyState === socket.OPEN; await soon(10)) {
        if (Date.now() > until) throw new Error("The room never closed this connection.");
      }
    },
    socket,
    leave: () => socket.close(),
  };
}

/** Enters a room with a fresh ticket and waits for its hello. */
export async function enter(
  url: string,
  userId: UserId,
  scope: Scope,
  more: Parameters<typeof ticketFor>[2] = {},
): Promise<Device> {
  const device = await connect(url, scope, await ticketFor(userId, scope, more));
  await device.hears("hello");
  return device;
}

/** A publisher socket of the API into one room. */
export async function publisherOf(url: string, scope: Scope): Promise<Device> {
  return connect(url, scope, await signPublishPass(secret));
}

/** Publishes as the API does. */
export async function publish(url: string, publications: Publication[]): Promise<Response> {
  const headers = { authorization: `Bearer ${await signPublishPass(secret)}` };
  return fetch(`${url}/parties/main/publish`, { method: "POST", headers, body: JSON.stringify(publications) });
}

/** The publication of an otherwise empty change, from one rev to the next. */
export function changeOf(
  scope: Scope,
  from: number,
  rows: Extract<RoomMessage, { t: "changes" }>["changes"]["rows"] = {},
): Publication {
  return { scope, tell: { t: "changes", changes: { scope, from, rev: from + 1, rows } } };
}

export const soon = (ms = 150) => new Promise<void>((resolve) => setTimeout(resolve, ms));
