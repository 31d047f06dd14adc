import {
  awayReply,
  contactValue,
  conversationId,
  customEmoji,
  draftFile,
  emojiId,
  folderId,
  folderValue,
  keptPack,
  lengthOf,
  limits,
  messageId,
  normaliseText,
  organisingFields,
  organisingValues,
  privacyKeys,
  privacyValue,
  requestValue,
  savedTags,
  scheduledMessage,
  stickerPackId,
  type ThreadMark,
  type UserRowKind,
  userId,
} from "@parley/schema";
import * as v from "valibot";

const draftText = v.pipe(
  v.string(),
  v.transform(normaliseText),
  v.check((text) => lengthOf(text) <= limits.draftLength, `Use at most ${limits.draftLength} characters.`),
);
const draft = v.strictObject({
  text: draftText,
  /** What stands in its tray, uploaded by one of the user's devices. */
  attachments: v.optional(v.pipe(v.array(draftFile), v.minLength(1), v.maxLength(limits.draftFiles))),
  replyToId: v.optional(v.nullable(messageId)),
  editingId: v.optional(v.nullable(messageId)),
  /** What was being written before the edit began. */
  aside: v.optional(v.strictObject({ text: draftText, replyToId: v.optional(messageId) })),
});
const preference = v.pipe(
  v.unknown(),
  v.check((value) => value !== undefined, "Give a value, or null to remove it."),
  v.check(
    (value) => Buffer.byteLength(JSON.stringify(value) ?? "") <= limits.preferenceBytes,
    "This preference is too large.",
  ),
  v.check(
    (value) => !/\\u(0000|d[89a-f])/i.test(JSON.stringify(value) ?? ""),
    "This preference holds characters that cannot be kept.",
  ),
);

/** Of `organising` the key names the field, and so what its value may be. */
const organisingKey = v.pipe(
  v.string(),
  v.transform((text) => text.split(":")),
  v.strictTuple([conversationId, v.picklist(organisingFields)]),
);

/** All or none: who hides their own sees nobody's. */
const receipts = v.strictObject({ ...privacyValue.entries, who: v.picklist(["everyone", "nobody"]) });

const scheduled = v.pipe(
  v.omit(scheduledMessage, ["failure"]),
  v.check((it) => it.text !== "" || it.attachments !== undefined, "Write something first."),
);

type Kind = { key: v.GenericSchema<string, string>; value(key: string): v.GenericSchema };
const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(2_147_483_646));
const thread: v.GenericSchema<unknown, ThreadMark> = v.strictObject({
  conversationId,
  follows: v.boolean(),
  readSeq: seq,
  readCount: seq,
});
const kinds: Record<UserRowKind, Kind> = {
  draft: { key: conversationId, value: () => draft },
  preference: { key: v.string(), value: () => preference },
  // Written by the server alone; its user may put it away.
  joinRequest: { key: conversationId, value: () => v.never() },
  block: { key: userId, value: () => v.literal(true) },
  organising: {
    key: v.pipe(
      organisingKey,
      v.transform((parts) => parts.join(":")),
    ),
    value: (key) => organisingValues[v.parse(organisingKey, key)[1]],
  },
  folder: { key: folderId, value: () => folderValue },
  scheduled: { key: messageId, value: () => scheduled },
  // Written by voting, and by nothing else.
  vote: {
    key: v.pipe(
      v.string(),
      v.check(() => false, "A vote is given in its poll."),
    ),
    value: () => v.never(),
  },
  thread: { key: messageId, value: () => thread },
  contact: { key: userId, value: () => contactValue },
  request: { key: userId, value: () => requestValue },
  privacy: { key: v.picklist(privacyKeys), value: (key) => (key === "receipts" ? receipts : privacyValue) },
  // Deleted for oneself; the key names the conversation too, so that a device knows where to look.
  hidden: {
    key: v.pipe(
      v.string(),
      v.transform((text) => text.split(":")),
      v.strictTuple([conversationId, messageId]),
      v.transform((parts) => parts.join(":")),
    ),
    value: () => v.literal(true),
  },
  // The voice notes of a conversation that were heard, the latest last.
  played: { key: conversationId, value: () => v.pipe(v.array(messageId), v.maxLength(limits.playedMarks)) },
  tag: { key: messageId, value: () => savedTags },
  stickers: { key: stickerPackId, value: () => keptPack },
  // Everybody has them; who made one changes it.
  emoji: { key: emojiId, value: () => customEmoji },
  away: { key: v.literal("reply"), value: () => awayReply },
};

/** What a row of this kind may be called, and hold; null removes it. */
export function parseOwn(row: { kind: UserRowKind; key: string; value: unknown }): { key: string; value: unknown } {
  const kind = kinds[row.kind];
  const key = v.parse(kind.key, row.key);
  return { key, value: v.parse(v.nullable(kind.value(key)), row.value) };
}
