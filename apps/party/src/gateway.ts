import { limits, type Publication, roomOf, type Scope } from "@parley/schema";
import type * as Party from "partykit/server";
import { byRoom, eachAtOnce } from "./fan-out.ts";
import { liveRooms } from "./live-rooms.ts";
import { readPublications } from "./publications.ts";
import { readSettings, type Settings } from "./settings.ts";
import { readPublishPass } from "./tickets.ts";

const width = 16;

/** The API's way in: `POST /parties/main/publish` with its signed pass, for as many rooms as the commit touched. */
export default class Gateway {
  // The API shows one pass for half a minute; checking a signature costs more than the rest of a small publish.
  static #checked = { pass: "", until: 0 };

  static onBeforeConnect(): Response {
    return new Response("Not found.", { status: 404 });
  }

  static async onBeforeRequest(request: Party.Request, lobby: Party.Lobby): Promise<Response> {
    const settings = readSettings(lobby.env);
    const { pathname } = new URL(request.url);
    if (request.method !== "POST") return new Response("Not found.", { status: 404 });
    const pass = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
    if (!pass || !(await Gateway.#isSigned(pass, settings.secret)))
      return new Response("Not signed by the API.", { status: 401 });
    if (pathname === "/parties/main/publish") return publish(request, lobby.parties, settings);
    if (pathname === "/parties/main/farewell") return farewell(lobby.parties);
    return new Response("Not found.", { status: 404 });
  }

  static async #isSigned(pass: string, secret: string): Promise<boolean> {
    const { pass: known, until } = Gateway.#checked;
    if (pass === known && Date.now() < until) return true;
    const exp = await readPublishPass(secret, pass);
    if (exp === undefined) return false;
    Gateway.#checked = { pass, until: exp * 1_000 };
    return true;
  }

  static onFetch(request: Party.Request): Response {
    const isHealth = new URL(request.url).pathname === "/health";
    return isHealth ? new Response("ok") : new Response("Not found.", { status: 404 });
  }

  /** Never reached: every request is answered above, so no room of this party ever comes to be. */
  onRequest(): Response {
    return new Response("Not found.", { status: 404 });
  }
}

async function publish(request: Party.Request, parties: Party.Lobby["parties"], settings: Settings): Promise<Response> {
  const body = await request.text();
  if (body.length > limits.requestBytes) return new Response("Too large.", { status: 413 });
  const publications = readPublications(body);
  if (!publications) return new Response("Not a list of publications.", { status: 400 });

  const rooms = [...byRoom(publications)].filter(([scope, forRoom]) => !settings.isWhole || isNeeded(scope, forRoom));
  const failed = await eachAtOnce(rooms, width, ([scope, forRoom]) =>
    ask(parties, scope, "/publish", JSON.stringify(forRoom)),
  );
  return Response.json({ rooms: rooms.length, failed });
}

async function farewell(parties: Party.Lobby["parties"]): Promise<Response> {
  const rooms = liveRooms.list();
  const failed = await eachAtOnce(rooms, width, (scope) => ask(parties, scope, "/farewell", ""));
  return Response.json({ rooms: rooms.length, failed });
}

async function ask(parties: Party.Lobby["parties"], scope: Scope, path: string, body: string): Promise<void> {
  const { party, name } = roomOf(scope);
  const answer = await parties[party]!.get(name).fetch(path, { method: "POST", body });
  if (!answer.ok) throw new Error(`The room answered ${answer.status}.`);
}

/** A room nobody is in need only hear whom it must not let in again. */
function isNeeded(scope: Scope, publications: Publication[]): boolean {
  if (liveRooms.has(scope)) return true;
  let isNeeded = false;
  for (const it of publications) {
    if ("close" in it) isNeeded = true;
    else if (it.tell.t === "changes") {
      liveRooms.skipped(scope, it.tell.changes.from, it.tell.changes.rev);
      isNeeded ||= it.tell.changes.rows.members !== undefined;
    } else if (it.tell.t === "announce" && it.tell.scope === scope)
      liveRooms.skipped(scope, it.tell.rev - 1, it.tell.rev);
  }
  return isNeeded;
}
