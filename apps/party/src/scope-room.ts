import { closeCodes, type CloseCode, limits, type Publication, type RoomMessage, type Scope, type UserId } from "@parley/schema";
import type * as Party from "partykit/server";
import { type Admitted, admit, admittedBy, scopeOf } from "./admission.ts";
import { carry } from "./carry.ts";
import { sayBye, sendTo } from "./fan-out.ts";
import { type Frame, readFrame } from "./frames.ts";
import { type Line, makeLine, mayTalk, noteProof, noteSent } from "./line.ts";
import { liveRooms } from "./live-rooms.ts";
import { readPublication, readPublications } from "./publications.ts";
import { makeRemovals } from "./removals.ts";
import { readSettings } from "./settings.ts";
import { addStretch, newestRev, type Stretches } from "./stretches.ts";
import { readTicket } from "./tickets.ts";

export type Connection = Party.Connection<Admitted>;
export type Member = Exclude<Admitted, { isPublisher: true }>;

/** What every room of a scope does: admit, tell, close, beat. Kinds of rooms add what is theirs. */
export abstract class ScopeRoom implements Party.Server {
  /** Always: without it a client that reuses a connection id silently loses every broadcast. */
  readonly options = { hibernate: true };
  protected readonly room: Party.Room;
  protected readonly settings;
  /** Looked up at the first need: the platform gives a room its name only after it was made. */
  #stretches: Stretches | undefined;
  readonly #removals = makeRemovals();
  readonly #lines = new Map<string, Line>();
  #ticketRev = 0;
  #watch: ReturnType<typeof setInterval> | undefined;

  constructor(room: Party.Room) {
    this.room = room;
    this.settings = readSettings(room.env);
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

  protected abstract joined(member: Member, connection: Connection): void;
  protected abstract left(member: Member): void;
  protected abstract typed(member: Member, isTyping: boolean, line: Line): void;
  protected abstract present(): UserId[];

  /** Runs before anything else here, also when a room that slept wakes with its connections. Has no await: it is no barrier. */
  onStart(): void {
    for (const [connection, admitted] of this.#admitted()) {
      this.#lines.set(connection.id, makeLine(Date.now()));
      if (!("isPublisher" in admitted)) this.#enter(admitted, connection);
    }
  }

  onConnect(connection: Connection, { request }: Party.ConnectionContext): void {
    const admitted = admittedBy(request.headers);
    const line = makeLine(Date.now());
    this.#lines.set(connection.id, line);
    if ("isPublisher" in admitted) {
      connection.setState({ ...admitted, until: Date.now() + limits.ticketMs });
      return this.#keepWatch();
    }
    const code = this.#removals.codeFor(admitted);
    if (code) return this.dismiss(connection, code);
    connection.setState(admitted);
    this.#enter(admitted, connection);
    this.send(connection, { t: "hello", rev: this.#rev(), present: this.present(), serverTime: new Date().toISOString() });
  }

  async onMessage(frame: Frame, connection: Connection): Promise<void> {
    const admitted = connection.state as Admitted | null;
    const line = this.#lines.get(connection.id);
    if (!admitted || !line) return;
    if ("isPublisher" in admitted) return this.#publishFrame(frame, connection);

    const now = Date.now();
    if (!mayTalk(line, now)) return this.dismiss(connection, closeCodes.tooFast);
    const message = readFrame(frame);
    if (typeof message === "number") return this.dismiss(connection, message);
    if (message.t === "ticket") return this.#renew(connection, message.ticket);
    if (admitted.until <= now) return this.dismiss(connection, closeCodes.ticketExpired);
    if (message.t === "typing") return this.typed(admitted, message.isTyping, line);
    noteProof(line, message.echo);
    this.send(connection, { t: "beat", rev: this.#rev() });
  }

  onClose(connection: Connection): void {
    this.#depart(connection);
    // Without this the runtime keeps the socket of a client that has said goodbye for ten more seconds.
    sayNothingAndClose(connection);
  }

  onError(connection: Connection): void {
    this.onClose(connection);
  }

  /** From the gateway only. */
  async onRequest(request: Party.Request): Promise<Response> {
    if (new URL(request.url).pathname.endsWith("/farewell")) {
      for (const [connection] of this.#admitted()) this.dismiss(connection, closeCodes.restarting);
      return new Response(null, { status: 204 });
    }
    const publications = readPublications(await request.text());
    if (!publications) return new Response("Not a list of publications.", { status: 400 });
    for (const publication of publications) this.#publish(publication);
    return new Response(null, { status: 204 });
  }

  /** Sends, keeps count of what is unread, and gives up a connection that no longer reads. */
  protected send(connection: Connection, message: RoomMessage | string): void {
    const text = typeof message === "string" ? message : JSON.stringify(message);
    const line = this.#lines.get(connection.id);
    if (!line) return;
    if (!sendTo(connection, text)) return this.#depart(connection);
    const { ask, isStuck } = noteSent(line, text.length);
    if (isStuck) return this.dismiss(connection, closeCodes.tooSlow);
    if (ask) sendTo(connection, { t: "beat", rev: this.#rev(), echo: ask });
  }

  /** Tells every member here, `except` one person. */
  protected tell(message: RoomMessage, except?: UserId): void {
    const text = JSON.stringify(message);
    for (const [connection, member] of this.#members()) if (member.userId !== except) this.send(connection, text);
  }

  protected dismiss(connection: Connection, code: CloseCode): void {
    sayBye(connection, code);
    this.#depart(connection);
  }

  #enter(member: Member, connection: Connection): void {
    this.#ticketRev = Math.max(this.#ticketRev, member.rev);
    liveRooms.opened(this.#scope());
    this.#keepWatch();
    this.joined(member, connection);
  }

  /** Once per connection, whichever of goodbye, close and error comes first. */
  #depart(connection: Connection): void {
    const admitted = connection.state as Admitted | null;
    this.#lines.delete(connection.id);
    if (!admitted) return;
    connection.setState(null);
    if (this.#lines.size === 0) liveRooms.closed(this.#scope());
    if (!("isPublisher" in admitted)) this.left(admitted);
  }

  async #renew(connection: Connection, ticket: string): Promise<void> {
    const claims = await readTicket(this.settings.secret, ticket);
    const admitted = connection.state as Admitted | null;
    if (!admitted || "isPublisher" in admitted) return;
    const isSame = claims?.scope === this.#scope() && claims.sub === admitted.userId && claims.sid === admitted.sessionId;
    if (!claims || !isSame) return this.dismiss(connection, closeCodes.ticketExpired);
    const renewed = { ...admitted, until: claims.exp * 1_000, rev: Math.max(admitted.rev, claims.rev) };
    const code = this.#removals.codeFor(renewed);
    if (code) return this.dismiss(connection, code);
    connection.setState(renewed);
    this.#ticketRev = Math.max(this.#ticketRev, claims.rev);
  }

  #publishFrame(frame: Frame, connection: Connection): void {
    const publication = typeof frame === "string" && frame.length <= limits.requestBytes ? readPublication(frame) : undefined;
    const isPing = typeof frame === "string" && frame === '{"t":"ping"}';
    if (!isPing && publication?.scope !== this.#scope()) return this.dismiss(connection, closeCodes.badFrame);
    connection.setState({ isPublisher: true, until: Date.now() + limits.ticketMs });
    if (publication) this.#publish(publication);
  }

  #publish(publication: Publication): void {
    if (publication.scope !== this.#scope()) return;
    if ("close" in publication) this.#close(publication.close);
    else this.#tell(publication.tell);
  }

  #tell(told: Extract<Publication, { tell: unknown }>["tell"]): void {
    const start = this.#note(told);
    const { whole, hint } = carry(told, this.settings.isHintsOnly);
    for (const [connection, member] of this.#members()) {
      for (const text of member.rev >= start ? whole : hint) this.send(connection, text);
    }
    if (told.t !== "changes") return;
    for (const row of told.changes.rows.members ?? []) {
      if (row.leftAt === null) this.#removals.forgive(row.userId);
      else this.#close({ userId: row.userId, code: closeCodes.removed }, told.changes.rev);
    }
  }

  /** Notes what the room has now been told; returns the rev that a ticket must reach to be shown this message. */
  #note(told: Extract<Publication, { tell: unknown }>["tell"]): number {
    if (told.t === "changes") return addStretch(this.#told(), told.changes.from, told.changes.rev);
    if (told.t === "announce" && told.scope === this.#scope()) addStretch(this.#told(), told.rev - 1, told.rev);
    return 0;
  }

  #close(order: Extract<Publication, { close: unknown }>["close"], rev = this.#rev()): void {
    if (order.sessionId) this.#removals.addSession(order.sessionId, order.code, Date.now());
    else this.#removals.addUser(order.userId, rev, order.code, Date.now());
    this.#keepWatch();
    for (const [connection, member] of this.#members()) {
      const code = this.#removals.codeFor(member);
      if (code) this.dismiss(connection, code);
    }
  }

  #keepWatch(): void {
    this.#watch ??= setInterval(() => this.#beat(), this.settings.heartbeatMs);
  }

  /** The heartbeat: repeats the newest rev, so that a lost publication heals, and puts out whose ticket has ended. */
  #beat(): void {
    const beat = JSON.stringify({ t: "beat", rev: this.#rev() } satisfies RoomMessage);
    for (const [connection] of this.#admitted()) this.send(connection, beat);
    const isRemembering = this.#removals.prune(Date.now());
    if (this.#lines.size > 0 || isRemembering) return;
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  /** Everyone who may still be here; whose ticket has ended goes before anything more is said to them. */
  *#admitted(): Generator<[Connection, Admitted]> {
    const now = Date.now();
    for (const connection of this.room.getConnections<Admitted>()) {
      const admitted = connection.state as Admitted | null;
      if (!admitted) continue;
      if (admitted.until <= now) this.dismiss(connection, closeCodes.ticketExpired);
      else yield [connection, admitted];
    }
  }

  *#members(): Generator<[Connection, Member]> {
    for (const [connection, admitted] of this.#admitted()) if (!("isPublisher" in admitted)) yield [connection, admitted];
  }

  #rev(): number {
    return Math.max(newestRev(this.#told()), this.#ticketRev);
  }

  #told(): Stretches {
    return (this.#stretches ??= liveRooms.stretchesOf(this.#scope()));
  }

  #scope(): Scope {
    return scopeOf(`/parties/${this.room.name}/${this.room.id}`)!;
  }
}

function sayNothingAndClose(connection: Connection): void {
  try {
    connection.close();
  } catch {
    // It was closed already.
  }
}
