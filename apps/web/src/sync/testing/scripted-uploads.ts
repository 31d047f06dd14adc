import "fake-indexeddb/auto";
import { type ConversationId, type FileId, type MessageId, newId } from "@parley/schema";
import type { Command, Stored } from "../outbox/command.ts";
import { enqueue } from "../outbox/enqueue.ts";
import { keepBytes } from "../uploads/keep-uploads.ts";
import type { Outgoing } from "../uploads/upload.ts";
import { type Porter, uploadFiles } from "../uploads/upload-files.ts";
import { makeOutbox } from "./scripted-outbox.ts";

type Held = { length: number; bytes: Uint8Array<ArrayBuffer> };
export type Request = { method: string; fileId: string };

/** A device that uploads to a server of which a test says what it forgets, refuses or never answers. */
export async function makeUploads(around: (request: Request, serve: () => Response) => Response | Promise<Response>) {
  const outbox = await makeOutbox();
  const held = new Map<string, Held>();
  const requests: Request[] = [];
  const leaving = new AbortController();
  const porter: Porter = {
    ...outbox.courier,
    lockName: `${outbox.name}:uploads`,
    origin: "https://parley.test",
    signal: leaving.signal,
    async fetch(url, init) {
      const headers = new Headers(init?.headers);
      const method = init?.method ?? "GET";
      const fileId = method === "POST" ? fileIdIn(headers) : String(url).split("/").pop()!;
      requests.push({ method, fileId });
      return around({ method, fileId }, () => serve(held, method, fileId, headers, init?.body as ArrayBuffer));
    },
  };
  return {
    ...outbox,
    held,
    requests,
    porter,
    leaving,
    upload: () => uploadFiles(porter),
    uploads: () => outbox.db.getAll("uploads"),
    /** Puts a message with files of these lengths into the outbox. */
    async send(conversationId: ConversationId, lengths: number[], text = "") {
      const messageId = newId<MessageId>(outbox.clock.now);
      const files = lengths.map((length): Outgoing => {
        const fileId = newId<FileId>(outbox.clock.now);
        return { fileId, name: "ramen.jpg", blob: new Blob([patterned(length)]) };
      });
      const attachments = files.map(({ fileId, name }) => ({ fileId, name }));
      const command: Command = {
        type: "sendMessage",
        input: { conversationId, messageId, text, ...(files.length && { attachments }) },
      };
      await keepBytes(outbox.db, files);
      await enqueue(outbox.db, command, outbox.clock.now, files);
      return { messageId, fileIds: files.map((it) => it.fileId), files };
    },
    commands: async () => (await outbox.db.getAll("outbox")) as Stored[],
  };
}

export function patterned(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) % 251);
}

function serve(held: Map<string, Held>, method: string, fileId: string, headers: Headers, body: ArrayBuffer): Response {
  const it = held.get(fileId);
  const told = (status: number) =>
    new Response(null, { status, headers: { "upload-offset": String(held.get(fileId)?.bytes.length ?? 0) } });
  if (method === "POST") {
    if (!it) held.set(fileId, { length: Number(headers.get("upload-length")), bytes: new Uint8Array() });
    return told(201);
  }
  if (!it) return new Response(null, { status: 404 });
  if (method === "DELETE") {
    held.delete(fileId);
    return new Response(null, { status: 204 });
  }
  if (method === "PATCH") {
    if (Number(headers.get("upload-offset")) !== it.bytes.length) return new Response(null, { status: 409 });
    it.bytes = Uint8Array.from([...it.bytes, ...new Uint8Array(body)]);
  }
  return told(method === "HEAD" ? 200 : 204);
}

const fileIdIn = (headers: Headers) => atob(/fileId (\S+?)(,|$)/.exec(headers.get("upload-metadata") ?? "")?.[1] ?? "");
