import * as v from "valibot";
import { attachmentInput } from "./attachment-inputs.ts";
import { contentInput } from "./content-inputs.ts";
import { reactionInput } from "./custom-emoji.ts";
import { conversationId, fileId, inviteId, messageId, sessionId, userId } from "./id-inputs.ts";
import { limits } from "./limits.ts";
import { statusInput } from "./people-inputs.ts";
import { voteChoices } from "./poll-inputs.ts";
import { userRowKinds } from "./rows.ts";
import { conversationSettings, expirySeconds } from "./settings-inputs.ts";
import { lineInput, textInput } from "./text-inputs.ts";

const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const rev = seq;
const range = v.pipe(
  v.strictObject({ from: seq, to: seq }),
  v.check((it) => it.from <= it.to, "A stretch ends before it begins."),
);
const opaque = (max: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(max));

// Messages
export const sendMessage = v.strictObject({
  conversationId,
  messageId,
  /** What a message of kind text says; the others say what they hold. */
  text: v.optional(textInput(0, limits.messageLength), ""),
  /** What a message of another kind holds. */
  content: v.optional(contentInput),
  /** Files that were uploaded; the text is their caption. */
  attachments: v.optional(v.pipe(v.array(attachmentInput), v.minLength(1), v.maxLength(limits.attachmentsEach))),
  /** Passes on what another message says, as it is there now; with its author's name or without. */
  forward: v.optional(v.strictObject({ conversationId, messageId, isNamed: v.boolean() })),
  replyToId: v.optional(messageId),
  /** The message in whose thread it stands, and whether in the conversation as well. */
  threadId: v.optional(messageId),
  isInTimeline: v.optional(v.literal(true)),
  /** The other user (or oneself): creates the direct conversation with its first message. */
  to: v.optional(userId),
  isSilent: v.optional(v.literal(true)),
  noLink: v.optional(v.literal(true)),
  /** Instead of what is usual in the conversation. */
  expiresAfter: v.optional(expirySeconds),
  expiryStarts: v.optional(v.literal("read")),
});
export const editMessage = v.strictObject({ conversationId, messageId, text: textInput(0, limits.messageLength) });
export const deleteMessage = v.strictObject({ conversationId, messageId });
export const reactToMessage = v.strictObject({ conversationId, messageId, emoji: reactionInput, isOn: v.boolean() });
/** For each question the places of what was chosen; none at all takes the vote back. */
export const voteInPoll = v.strictObject({ conversationId, messageId, choices: voteChoices });
export const closePoll = v.strictObject({ conversationId, messageId });
export const pinMessage = v.strictObject({ conversationId, messageId, isPinned: v.boolean() });
const limit = v.optional(
  v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.page.max)),
  limits.page.default,
);
/** With `threadId`, a page of that thread: its replies, and always the message they answer. */
export const messagesAt = v.strictObject({ conversationId, seq, limit, threadId: v.optional(messageId) });
/** Around a seq, or around a message of which only the id is known. */
export const messagesAround = v.strictObject({
  conversationId,
  seq: v.optional(seq, 0),
  messageId: v.optional(messageId),
  limit,
  threadId: v.optional(messageId),
});
export const oneMessage = deleteMessage;
export const removeLink = deleteMessage;

export { listFiles, onePack, oneSticker, removeFiles, searchGifs } from "./file-inputs.ts";

// Files

// Search
const timeZone = v.pipe(v.string(), v.maxLength(60), v.check(isTimeZone, "There is no such time zone."));
export const searchMessages = v.strictObject({
  query: v.pipe(v.string(), v.maxLength(limits.searchLength)),
  /** Within one conversation, or everywhere. */
  conversationId: v.optional(conversationId),
  /** Only what comes after this one, which was found before. */
  after: v.optional(messageId),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 20),
  /** Where the days of the search begin. */
  timeZone: v.optional(timeZone, "UTC"),
});

// Sync
export const startSync = v.strictObject({
  cursor: v.nullable(
    v.strictObject({ epoch: opaque(64), xid: v.pipe(v.string(), v.regex(/^\d{1,20}$/)), userRev: rev }),
  ),
});
export const pullChanges = v.strictObject({
  conversationId,
  cursor: rev,
  holding: v.pipe(v.array(range), v.maxLength(limits.holdingRanges)),
  /** Threads of which the device holds more than lies in those stretches. */
  threads: v.optional(
    v.pipe(
      v.array(
        v.strictObject({ threadId: messageId, holding: v.pipe(v.array(range), v.maxLength(limits.threadRanges)) }),
      ),
      v.maxLength(limits.heldThreads),
    ),
    [],
  ),
  /** Also answer with everyone's marks: asked once per connect. */
  marks: v.optional(v.boolean(), false),
});
export const markMessages = v.strictObject({
  marks: v.pipe(
    v.array(v.strictObject({ conversationId, readSeq: v.optional(seq, 0), deliveredSeq: v.optional(seq, 0) })),
    v.minLength(1),
    v.maxLength(limits.marksAtOnce),
  ),
});
const ownKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.:-]{1,80}$/));
export const setOwn = v.strictObject({ kind: v.picklist(userRowKinds), key: ownKey, value: v.unknown() });

// Realtime
export const scopeInput = v.pipe(
  v.string(),
  v.regex(/^[cu]:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  v.transform((text) => text as `c:${string}` | `u:${string}`),
);
/** `isIdle`: the device is open, and nobody is at it. */
export const ticketFor = v.strictObject({ scope: scopeInput, isIdle: v.optional(v.boolean(), false) });
export const presenceOf = v.strictObject({ userIds: v.pipe(v.array(userId), v.maxLength(200)) });

// Conversations
const title = lineInput(1, limits.titleLength);
const description = textInput(0, limits.descriptionLength);
export const createGroup = v.strictObject({
  conversationId,
  kind: v.optional(v.picklist(["group", "channel"]), "group"),
  title,
  description: v.optional(description, ""),
  avatarId: v.optional(v.nullable(fileId), null),
  hidesHistory: v.optional(v.boolean(), false),
  memberIds: v.pipe(v.array(userId), v.maxLength(limits.groupMembers - 1)),
});
export const updateConversation = v.strictObject({
  conversationId,
  title: v.optional(title),
  description: v.optional(description),
  avatarId: v.optional(v.nullable(fileId)),
  hidesHistory: v.optional(v.boolean()),
  /** Those given are changed, the others stay. */
  settings: v.optional(v.omit(conversationSettings, ["expiresAfter", "expiryStarts"])),
});
export const setExpiry = v.strictObject({
  conversationId,
  expiresAfter: v.nullable(expirySeconds),
  expiryStarts: v.picklist(["send", "read"]),
});
export const addMembers = v.strictObject({
  conversationId,
  userIds: v.pipe(v.array(userId), v.minLength(1), v.maxLength(limits.addMembersAtOnce)),
});
export const oneMember = v.strictObject({ conversationId, userId });
export const setMemberRole = v.strictObject({
  conversationId,
  userId,
  role: v.picklist(["admin", "moderator", "member"]),
});
export const oneConversation = v.strictObject({ conversationId });
export const createInvite = v.strictObject({
  conversationId,
  inviteId,
  expiresInHours: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24 * 365))), null),
  maxUses: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))), null),
});
export const oneInvite = v.strictObject({ conversationId, inviteId });
export const inviteCode = v.strictObject({ code: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/)) });
export const joinByInvite = v.strictObject({
  ...inviteCode.entries,
  /** What who decides is told, where one asks to join. */
  note: v.optional(textInput(0, limits.noteLength), ""),
});
export const answerRequest = v.strictObject({ conversationId, userId, isAccepted: v.boolean() });
export const banMember = v.strictObject({
  conversationId,
  userId,
  reason: v.optional(lineInput(0, limits.noteLength), ""),
});
export const leaveConversation = v.strictObject({ conversationId, isQuiet: v.optional(v.boolean(), false) });
// Channels
const address = lineInput(limits.usernameLength.min, limits.usernameLength.max);
export const channelAt = v.strictObject({ address });
export const setAddress = v.strictObject({ conversationId, address: v.nullable(address) });
export const setVerified = v.strictObject({ conversationId, isVerified: v.boolean() });
export const discoverChannels = v.strictObject({ query: v.optional(lineInput(0, 80), "") });
export const listSubscribers = v.strictObject({ conversationId, query: v.optional(lineInput(0, 80), "") });
export const viewMessages = v.strictObject({
  conversationId,
  seqs: v.pipe(v.array(seq), v.minLength(1), v.maxLength(limits.viewsAtOnce)),
});
export const searchPeople = v.strictObject({ query: lineInput(1, 80) });

// Accounts
export const username = v.pipe(
  lineInput(limits.usernameLength.min, limits.usernameLength.max),
  v.transform((text) => text.replace(/^@/, "")),
);
export const displayName = lineInput(1, limits.displayNameLength);
export const email = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(254),
  v.email("That does not look like an e-mail address."),
);
const sixDigits = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/\s/g, "")),
  v.regex(/^\d{6}$/, "The code has six digits."),
);
const base64url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,2048}$/, "This is not a passkey's id."));
/** What navigator.credentials answered, as JSON. Its inside is checked by the WebAuthn library. */
const credential = v.looseObject({
  id: base64url,
  rawId: base64url,
  type: v.literal("public-key"),
  response: v.looseObject({}),
  clientExtensionResults: v.looseObject({}),
});

const challengeId = v.pipe(v.string(), v.uuid("This is not a valid id."), v.toLowerCase());

export const checkUsername = v.strictObject({ username });
export const signInAsDemoUser = v.strictObject({ userId });
export const startSignUp = v.strictObject({ username, displayName });
export const finishSignUp = v.strictObject({
  challengeId,
  credential,
  deviceName: v.optional(lineInput(0, limits.deviceNameLength), ""),
});
export const finishSignIn = v.strictObject({ challengeId, credential });
export const signInWithRecoveryCode = v.strictObject({
  username,
  code: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.minLength(8), v.maxLength(40)),
});
export const startEmailSignIn = v.strictObject({ email });
export const finishEmailSignIn = v.strictObject({ email, code: sixDigits });
export const finishAddPasskey = v.strictObject({
  challengeId,
  credential,
  name: v.optional(lineInput(0, limits.deviceNameLength), ""),
});
export const renamePasskey = v.strictObject({ passkeyId: base64url, name: lineInput(1, limits.deviceNameLength) });
export const removePasskey = v.strictObject({ passkeyId: base64url });
export const setEmail = v.strictObject({ email });
export const verifyEmail = v.strictObject({ code: sixDigits });
export const revokeSession = v.strictObject({ sessionId });
export const updateProfile = v.strictObject({
  username: v.optional(username),
  displayName: v.optional(displayName),
  bio: v.optional(textInput(0, limits.bioLength)),
  avatarId: v.optional(v.nullable(fileId)),
  status: v.optional(v.nullable(statusInput)),
});
export const findPerson = v.strictObject({ username });
export const nothing = v.optional(v.strictObject({}), {});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
