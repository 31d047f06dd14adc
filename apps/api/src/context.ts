import type { Db } from "@parley/db";
import type { Publication, SessionId, UserId, UserRole } from "@parley/schema";
import type { SessionFinder } from "./accounts/find-session.ts";
import type { Language } from "./accounts/language.ts";
import type { Ffmpeg } from "./adapters/ffmpeg.ts";
import type { FileStore } from "./adapters/file-store.ts";
import type { GifSource } from "./adapters/gifs.ts";
import type { Mailer } from "./adapters/mail.ts";
import type { Scanner } from "./adapters/scanner.ts";
import type { Config } from "./config.ts";
import type { SharedTurns } from "./conversations/in-shared-turn.ts";
import type { Turns } from "./conversations/turns.ts";
import type { Drawer } from "./files/draw-thumbnails.ts";
import type { Playables } from "./files/films/make-playable.ts";
import type { FileTickets } from "./files/tickets.ts";
import type { Turnstile } from "./files/turnstile.ts";
import type { UnderWay } from "./http/under-way.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { Log } from "./log.ts";
import type { SendBatcher } from "./messages/send-batch.ts";
import type { Metrics } from "./metrics.ts";
import type { RateLimiter } from "./rate-limits.ts";
import type { RoomsHost } from "./realtime/publisher.ts";
import type { HeadTeller } from "./realtime/tell-heads.ts";
import type { TallyTeller } from "./realtime/tell-tallies.ts";

/** What lives as long as the process. */
export type App = {
  config: Config;
  db: Db;
  log: Log;
  metrics: Metrics;
  limiter: RateLimiter;
  sessions: SessionFinder;
  rooms: RoomsHost | null;
  heads: HeadTeller;
  tallies: TallyTeller;
  sends: SendBatcher;
  turns: Turns;
  sharedTurns: SharedTurns;
  jobs: Jobs;
  mail: Mailer;
  files: FileStore;
  fileTickets: FileTickets;
  gifs: GifSource;
  drawer: Drawer;
  /** What the API is answering right now. */
  calls: UnderWay;
  /** What uploads ask of the database goes through here, one after the other and when nothing else is asked, so that messages do not wait for it. */
  filing: Turnstile;
  /** Null: films stay as they are. */
  ffmpeg: Ffmpeg | null;
  playables: Playables;
  /** Null: what people send is not looked into. */
  scanner: Scanner | null;
  now(): Date;
  /** Tells rooms, after commit. Never throws and never waits: whoever misses it pulls. */
  publish(publications: Publication[]): void;
  /** Work that outlives its request, finished before the process stops. */
  later(work: Promise<unknown>): void;
};

/** `isRenewed`: it was just given another thirty days, and so should its cookie be. */
export type Session = {
  sessionId: SessionId;
  userId: UserId;
  role: UserRole;
  isSuspended: boolean;
  /** Ended by its user, from here or elsewhere: its device forgets what it holds. */
  isRevoked: boolean;
  isRenewed: boolean;
};

/** One request. */
export type Context = App & {
  requestId: string;
  /** The caller's network address, for limits. */
  address: string;
  userAgent: string;
  /** Of what is written to the caller outside of the app. */
  language: Language;
  /** What the browser calls us, such as `http://localhost:3000`: passkeys are bound to it. */
  origin: string;
  sessionToken: string | null;
  setCookie(cookie: string): void;
};

export type SignedIn = Context & { userId: UserId; sessionId: SessionId; role: UserRole };
