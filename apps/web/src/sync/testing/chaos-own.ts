import {
  type ConversationId,
  type CustomEmoji,
  type DraftFile,
  type EmojiId,
  type FileId,
  newId,
} from "@parley/schema";
import type { Draft } from "../types.ts";
import { makeDraftFiles } from "../uploads/draft-files.ts";
import { ownValue } from "../view/own-value.ts";
import type { Chaos } from "./chaos.ts";
import type { TestDevice } from "./test-device.ts";

/** A picture of one dot. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** Somebody writes a draft, puts a file into it or takes one out, or sends it with all that is in it. */
export async function changeDraft(chaos: Chaos, device: TestDevice, conversationId: ConversationId): Promise<void> {
  const { random } = chaos;
  const place = { key: conversationId, conversationId };
  const files = makeDraftFiles(device.engine);
  const { text, attachments = [] } = await draftOn(device, conversationId);
  const put = (next: Draft) => device.do.setDraft(conversationId, next.text || next.attachments?.length ? next : null);
  const luck = random.next();
  if (luck < 0.3) return put({ text: `draft ${random.below(1e6)}`, ...(attachments.length && { attachments }) });
  if (luck < 0.6 && attachments.length < 3) {
    const blob = new Blob(["udon ".repeat(1 + random.below(60_000))]);
    const fileId = newId<FileId>();
    const file: DraftFile = { fileId, name: "udon.txt", kind: "document", mime: "text/plain", size: blob.size };
    await files.keep(place, fileId, { fileId, name: file.name, blob }, false);
    return put({ text, attachments: [...attachments, file] });
  }
  if (luck < 0.75 && attachments.length > 0) {
    const out = random.pick(attachments);
    const left = attachments.filter((it) => it !== out);
    await put({ text, ...(left.length && { attachments: left }) });
    return files.letGo(place, [out.fileId]);
  }
  if (!text && attachments.length === 0) return;
  const isSaved = conversationId === chaos.places.saved.get(device.userId);
  const messageId = await device.do.sendMessage({
    ...{ conversationId, text, ...(isSaved && { to: device.userId }) },
    ...(attachments.length && {
      attachments: attachments.map(({ fileId, name }) => ({ fileId, name })),
      attached: attachments,
    }),
  });
  chaos.sent.set(messageId, { conversationId, by: device.userId, text });
  return device.do.setDraft(conversationId, null);
}

async function draftOn({ db }: TestDevice, key: ConversationId): Promise<Draft> {
  const own = new Map(
    (await db.getAll("own")).filter((it) => it.kind === "draft").map((it) => [`draft:${it.key}`, it]),
  );
  const outbox = await db.getAll("outbox");
  return (ownValue("draft", key, { own, outbox: outbox as never }) as Draft | null) ?? { text: "" };
}

/** Somebody makes an emoji, gives one another name, or ends one; often one that is not theirs, or by a name that is taken. */
export async function changeEmoji({ random }: Chaos, device: TestDevice): Promise<void> {
  const known = (await device.db.getAll("own")).filter((it) => it.kind === "emoji" && it.value !== null);
  const name = random.pick(emojiNames);
  const held = random.pick(known);
  if (!held || random.chance(0.5)) {
    const fileId = newId<FileId>();
    const blob = new Blob([dot]);
    const emoji: CustomEmoji = { name, fileId, makerId: device.userId };
    return device.do.setEmoji(newId<EmojiId>(), emoji, [{ fileId, name: "dot.png", blob }]);
  }
  const key = held.key as EmojiId;
  if (random.chance(0.3)) return device.do.setEmoji(key, null);
  const { name: _, formerNames: __, ...kept } = held.value as CustomEmoji;
  return device.do.setEmoji(key, { ...kept, name });
}

export const emojiNames = ["ramen", "udon", "soba"];

/** Emoji that a device has, and that there are. */
export async function emojiOn({ db }: TestDevice) {
  const rows = (await db.getAll("own")).filter((it) => it.kind === "emoji" && it.value !== null);
  return rows.map(({ key, value, rev }) => ({ key, value, rev })).sort(byKey);
}

export async function emojiIn({ db }: Pick<Chaos, "db">) {
  const rows = await db
    .selectFrom("emoji")
    .select(["id as key", "value", "rev"])
    .where("value", "is not", null)
    .execute();
  return rows.sort(byKey);
}

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);

/** Files of messages that are there which the server cannot give to anybody. */
export async function missingFiles({ db }: Pick<Chaos, "db">) {
  return db
    .selectFrom("message_files")
    .leftJoin("files", "files.id", "message_files.file_id")
    .select(["message_files.message_id", "message_files.file_id", "files.state"])
    .where((of) => of.or([of("files.state", "is", null), of("files.state", "<>", "ready")]))
    .execute();
}
