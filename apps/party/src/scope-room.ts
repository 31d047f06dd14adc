import {
  closeCodes,
  type DeviceMessage,
  limits,
  type Publication,
  type RoomMessage,
  type Scope,
  type SessionId,
  type UserId,
} from "@parley/schema";
import type * as Party from "partykit/server";
import { type Admitted, admit, admittedBy, type Member, scopeOf } from "./admission.ts";
import { admittedOf, type Connection, makeAudience } from "./audience.ts";
import { carry } from "./carry.ts";
import { type Frame, readFrame } from "./frames.ts";
import { type Line, mayTalk, noteProof } from "./line.ts";
import { liveRooms } from "./live-rooms.ts";
import { makePresence } from "./presence.ts";
import { readPublication, readPublications } from "./publications.ts";
import { makeRemovals } from "./removals.ts";
import { readSettings } from "./settings.ts";
import { newestRev } from "./stretches.ts";
import { readTicket } from "./tickets.ts";
import { type CloseOrder, membershipIn, noteTold, type Told } from "./told.ts";

/** One ticket opens many sockets while it is valid; no device needs more of them in one room. */
const connectionsPerSession = 20;

export type Typed = Extract<DeviceMessage, { t: "typing" }>;

/** What every room of a scope does: admit, tell, close, beat. Kinds of rooms add what is theirs. */
export abstract class ScopeRoom implements Party.Server {
  /** Always: without it a client that reuses a connection id silently loses every broadcast. */
  readonly options = { hibernate: true };
  protected readonly settings;
  protected readonly audience;
  readonly #room: Party.Room;
  readonly #removals = makeRemovals();
  readonly #sessions = makePresence<SessionId>();
  #ticketRev = 0;
  #watch: ReturnType<typeof setInterval> | undefined;

  constructor(room: Party.Room) {
    this.#room = room;
    this.settings = readSettings(room.env);
    this.audience = makeAudience({
      connections: () => room.getConnections<Admitted>(),
      rev: () => this.#rev(),
      left: (admitted) => this.#left(admitted),
    });
  }

  static async onBeforeConnect(request: Party.Request, lobby: Party.Lobby): Promise<Party.Request | Response> {
    // The same object under two type definitions: the platform's and Node's.
    const answer = await admit(request as unknown as Request, readSettings(lobby.env).secret);
    return answer as unknown as Party.Request;
  }

  /** Only the gateway speaks HTTP to a room, and it does not come this way. */
  static onBeforeRequest(): Response {
    return new Response("Not found.", { status: 404 });
  }

  protected abstract joined(member: Member): void;
  protected abstract left(member: Member): void;
  /** A new ticket may say something else of whom they hide from. */
  protected abstract renewed(member: Member): void;
  protected abstract typed(member: Member, typed: Typed, line: Line): void;
  /** Who is here, as far as this member may know. */
  protected abstract present(viewer: UserId): UserId[];

  /** Also when a room that slept wakes with its connections. Has no await: it is no barrier. */
  onStart(): void {
    for (const [connection, admitted] of this.audience.all()) this.#enter(connection, admitted);
  }

  onConnect(connection: Party.Connection, { request }: Party.ConnectionContext) {
    const admitted = admittedBy(request.headers);
    if ("isPublisher" in admitted) return this.#enter(connection, publisherNow());
    const code = this.#removals.codeFor(admitted);
    if (code) return this.audience.dismiss(connection, code);
    if (this.#sessions.countOf(admitted.sessionId) >= connectionsPerSession) {
      return this.audience.dismiss(connection, closeCodes.tooFast);
    }
    this.#enter(connection, admitted);
    const hello = { rev: this.#rev(), present: this.present(admitted.userId), serverTime: new Date().toISOString() };
    this.audience.send(connection, { t: "hello", ...hello });
  }

  async onMessage(frame: Frame, connection: Party.Connection) {
    const admitted = admittedOf(connection);
    const line = this.audience.lineOf(connection);
    if (!admitted || !line) return;
    if ("isPublisher" in admitted) return this.#hearPublisher(connection, frame);

    const now = Date.now();
    if (!mayTalk(line, now)) return this.audience.dismiss(connection, closeCodes.tooFast);
    const message = readFrame(frame);
    if (typeof message === "number") return this.audience.dismiss(connection, message);
    if (message.t === "ticket") return this.#renew(connection, message.ticket);
    if (admitted.until <= now) return this.audience.dismiss(connection, closeCodes.ticketExpired);
    if (message.t === "typing") return this.typed(admitted, message, line);
    noteProof(line, message.echo);
    this.audience.send(connection, { t: "beat", rev: this.#rev() });
  }

  onClose(connection: Party.Connection): void {
    this.audience.depart(connection);
    // Without this the runtime keeps the socket of a client that has said goodbye for ten more seconds.
    closeQuietly(connection);
  }

  onError(connection: Party.Connection): void {
    this.onClose(connection);
  }

  /** From the gateway only. */
  async onRequest(request: Party.Request): Promise<Response> {
    if (new URL(request.url).pathname.endsWith("/farewell")) {
      for (const [connection] of this.audience.all()) this.audience.dismiss(connection, closeCodes.restarting);
      return new Response(null, { status: 204 });
    }
    const publications = readPublications(await request.text());
    if (!publications) return new Response("Not a list of publications.", { status: 400 });
    for (const publication of publications) this.#publish(publication);
    return new Response(null, { status: 204 });
  }

  /** Tells every member here whom it is for. */
  protected tell(message: RoomMessage, isFor: (userId: UserId) => boolean): void {
    const text = JSON.stringify(message);
    for (const [connection, member] of this.audience.members()) {
      if (isFor(member.userId)) this.audience.send(connection, text);
    }
  }

  #enter(connection: Connection, admitted: Admitted): void {
    this.audience.enter(connection, admitted);
    this.#keepWatch();
    if ("isPublisher" in admitted) return;
    this.#ticketRev = Math.max(this.#ticketRev, admitted.rev);
    this.#sessions.join(admitted.sessionId);
    liveRooms.opened(this.#scope());
    this.joined(admitted);
  }

  #left(admitted: Admitted): void {
    if (this.audience.size() === 0) liveRooms.closed(this.#scope());
    if ("isPublisher" in admitted) return;
    this.#sessions.leave(admitted.sessionId);
    this.left(admitted);
  }

  async #renew(connection: Connection, ticket: string): Promise<void> {
    const claims = await readTicket(this.settings.secret, ticket);
    const admitted = admittedOf(connection);
    if (!admitted || "isPublisher" in admitted) return;
    const isTheirs = claims?.sub === admitted.userId && claims.sid === admitted.sessionId;
    if (!isTheirs || claims.scope !== this.#scope()) return this.audience.dismiss(connection, closeCodes.ticketExpired);
    const until = claims.exp * 1_000;
    const renewed = { ...admitted, until, rev: Math.max(admitted.rev, claims.rev), hides: claims.hides };
    const code = this.#removals.codeFor(renewed);
    if (code) return this.audience.dismiss(connection, code);
    connection.setState(renewed);
    this.#ticketRev = Math.max(this.#ticketRev, claims.rev);
    this.renewed(renewed);
  }

  #hearPublisher(connection: Connection, frame: Frame) {
    const text = typeof frame === "string" && frame.length <= limits.requestBytes ? frame : "";
    const publication = readPublication(text);
    const isOurs = publication?.scope === this.#scope();
    if (!isOurs && text !== '{"t":"ping"}') return this.audience.dismiss(connection, closeCodes.badFrame);
    connection.setState(publisherNow());
    if (publication) this.#publish(publication);
  }

  #publish(publication: Publication): void {
    if (publication.scope !== this.#scope()) return;
    if ("close" in publication) this.#close(publication.close);
    else this.#tell(publication.tell);
  }

  #tell(told: Told): void {
    const start = noteTold(liveRooms.stretchesOf(this.#scope()), this.#scope(), told);
    const { whole, hint } = carry(told, this.settings.isHintsOnly);
    for (const [connection, member] of this.audience.members()) {
      for (const text of member.rev >= start ? whole : hint) this.audience.send(connection, text);
    }
    if (told.t !== "changes") return;
    const { left, stay } = membershipIn(told);
    for (const userId of stay) this.#removals.forgive(userId);
    for (const order of left) this.#close(order, told.changes.rev);
  }

  #close(order: CloseOrder, removedAt?: number): void {
    const now = Date.now();
    if (order.sessionId) this.#removals.addSession(order.sessionId, order.code, now);
    else this.#removals.addUser(order.userId, removedAt ?? this.#rev(), order.code, now, removedAt !== undefined);
    this.#keepWatch();
    for (const [connection, member] of this.audience.members()) {
      const code = this.#removals.codeFor(member);
      if (code) this.audience.dismiss(connection, code);
    }
  }

  /** While it runs, the room stays awake and remembers; it ends when there is nobody left and nothing to remember. */
  #keepWatch(): void {
    this.#watch ??= setInterval(() => this.#beat(), this.settings.heartbeatMs);
  }

  /** Repeats the newest rev, so that a lost publication heals, and puts out whose ticket has ended. */
  #beat(): void {
    const beat = JSON.stringify({ t: "beat", rev: this.#rev() } satisfies RoomMessage);
    for (const [connection] of this.audience.all()) this.audience.send(connection, beat);
    const isRemembering = this.#removals.prune(Date.now());
    if (this.audience.size() > 0 || isRemembering) return;
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  #rev(): number {
    return Math.max(newestRev(liveRooms.stretchesOf(this.#scope())), this.#ticketRev);
  }

  #scope(): Scope {
    return scopeOf(`/parties/${this.#room.name}/${this.#room.id}`)!;
  }
}

/** A publisher's pass lasts a minute; its socket as long as it speaks. */
const publisherNow = () => ({ isPublisher: true, until: Date.now() + limits.ticketMs }) as const;

function closeQuietly(connection: Connection): void {
  try {
    connection.close();
  } catch {
    // It was closed already.
  }
}
