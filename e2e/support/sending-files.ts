import { type AttachmentInput, type FileId, type MessageId, newId } from "@parley/schema";
import { expect } from "vitest";
import type { Person } from "./person.ts";

export type Sent = { bytes: Uint8Array; input: Omit<AttachmentInput, "fileId"> };

/** Sends files into the chat that is open, as another device of this person's would: through the doors of the API. */
export async function sendFiles(person: Person, files: Sent[], text = ""): Promise<MessageId> {
  const conversationId = new URL(person.page.url()).pathname.split("/")[2];
  const { request } = person.context;
  const origin = { origin: person.url };
  const attachments: AttachmentInput[] = [];
  for (const { bytes, input } of files) {
    const fileId = newId<FileId>();
    const tus = { ...origin, "tus-resumable": "1.0.0" };
    const name = `fileId ${base64(fileId)},name ${base64(input.name)}`;
    const begun = await request.post(`${person.url}/files/uploads`, {
      headers: { ...tus, "upload-length": String(bytes.length), "upload-metadata": name },
    });
    expect(begun.status(), await begun.text()).toBe(201);
    const put = await request.patch(`${person.url}/files/uploads/${fileId}`, {
      headers: { ...tus, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
      data: Buffer.from(bytes),
    });
    expect(put.status()).toBe(204);
    attachments.push({ ...input, fileId });
  }
  const messageId = newId<MessageId>();
  const sent = await request.post(`${person.url}/trpc/messages.send`, {
    headers: origin,
    data: { conversationId, messageId, text, attachments },
  });
  expect(sent.status(), await sent.text()).toBe(200);
  return messageId;
}

const base64 = (text: string) => Buffer.from(text).toString("base64");
