import { expect, test } from "vitest";
import {
  type AccountRow,
  type ChangedRows,
  type Changes,
  type ConversationId,
  type ConversationRow,
  type CustomEmoji,
  closeCodes,
  errorCodes,
  errorReasons,
  type FileId,
  type Head,
  type InviteId,
  type InviteRow,
  inputs,
  limits,
  type MemberRow,
  type MessageId,
  type MessagePage,
  type MessageRow,
  type Person,
  type PinRow,
  type Publication,
  type PullAnswer,
  type ReactionRow,
  type RoomMessage,
  rateLimits,
  type SessionId,
  type StartAnswer,
  type Tally,
  type TicketClaims,
  type UserRow,
} from "./index.ts";
import { describeSchema, type Schema } from "./testing/describe-schema.ts";
import { cast } from "./testing.ts";

// Old devices and new servers talk to each other for weeks. These snapshots change only on purpose, and
// `docs/protocol.md` changes in the same commit. `Required` makes the compiler ask for every new field here.

test("the inputs a device may send stay as they were agreed", () => {
  const described = Object.fromEntries(
    Object.entries(inputs).map(([name, schema]) => [name, describeSchema(schema as Schema)]),
  );
  expect(described).toMatchSnapshot();
});

test("the rows and answers a device receives stay as they were agreed", () => {
  expect(answers).toMatchSnapshot();
});

test("the room messages stay as they were agreed", () => {
  expect({ roomMessages, publications, ticket, closeCodes }).toMatchSnapshot();
});

test("the error codes, reasons and limits stay as they were agreed", () => {
  expect({ errorCodes, errorReasons, limits, rateLimits }).toMatchSnapshot();
});

const at = "2026-11-21T09:41:00.000Z";
const conversationId = "018f0000-0000-7000-8000-000000000c01" as ConversationId;

const person: Required<Person> = {
  ...cast.alice,
  avatarId: null,
  bio: "",
  isDeleted: false,
  status: { emoji: "🌴", text: "On holiday", until: at, isBusy: true },
  isPartial: true,
};
const conversation: Required<ConversationRow> = {
  id: conversationId,
  kind: "group",
  title: "Lunch",
  description: "",
  avatarId: null,
  hidesHistory: false,
  settings: {},
  createdAt: at,
  rev: 3,
  lastSeq: 2,
  threadReplies: 1,
  requestCount: 1,
  memberCount: 3,
  address: "lunch",
  isVerified: true,
};
const member: Required<MemberRow> = {
  conversationId,
  userId: cast.alice.id,
  role: "owner",
  leftAt: null,
  joinedAt: at,
  readSeq: 2,
  deliveredSeq: 2,
  readReplies: 1,
  unseen: [{ from: 2, to: 2 }],
  rev: 1,
};
const message: Required<MessageRow> = {
  id: "018f0000-0000-7000-8000-00000000e001" as MessageId,
  conversationId,
  seq: 2,
  rev: 3,
  senderId: cast.alice.id,
  kind: "text",
  text: "Ramen?",
  event: null,
  replyToId: null,
  threadId: "018f0000-0000-7000-8000-00000000e000" as MessageId,
  isInTimeline: true,
  thread: { replyCount: 1, sentCount: 2, lastReplyAt: at, replierIds: [cast.bob.id] },
  mentions: [{ userId: cast.bob.id, username: cast.bob.username }],
  mentionsAll: true,
  isSilent: true,
  noLink: true,
  link: {
    url: "https://example.org/ramen",
    title: "Ramen",
    site: "example.org",
    description: "Noodles in broth",
    image: { fileId: "018f0000-0000-7000-8000-00000000f001" as FileId, width: 640, height: 360 },
  },
  expiresAfter: 3_600,
  expiryStarts: "read",
  automatic: "reply",
  attachments: [
    {
      fileId: "018f0000-0000-7000-8000-00000000f002" as FileId,
      kind: "video",
      name: "ramen.mp4",
      mime: "video/mp4",
      size: 1_048_576,
      width: 1_280,
      height: 720,
      thumbHash: "3OcRJYB4d3h/iIeHeEh3eIhw+j2w",
      isAnimated: true,
      durationMs: 12_000,
      waveform: "AAEC",
      alt: "A bowl of ramen",
    },
  ],
  forwarded: {
    name: "Bob",
    userId: cast.bob.id,
    origin: { conversationId, messageId: "018f0000-0000-7000-8000-0000000000a0" as MessageId, seq: 1 },
  },
  content: {
    kind: "poll",
    questions: [{ text: "Ramen?", options: ["Yes", "No"], isMultiple: true, isQuiz: true }],
    isAnonymous: true,
    closesAt: at,
    tally: { voterCount: 1, countedCount: 1, counts: [[1, 0]] },
    closedAt: at,
    answers: [{ right: [0], explanation: "It is always ramen." }],
  },
  createdAt: at,
  editedAt: null,
  deletedAt: null,
  expiresAt: null,
};
const reaction: Required<ReactionRow> = {
  conversationId,
  messageId: message.id,
  seq: 2,
  userId: cast.bob.id,
  emoji: "👍",
  isRemoved: false,
  rev: 3,
};
const pin: Required<PinRow> = {
  conversationId,
  messageId: message.id,
  seq: 2,
  pinnedBy: cast.alice.id,
  isRemoved: false,
  rev: 3,
};
const own: Required<UserRow> = { kind: "draft", key: conversationId, value: { text: "So" }, rev: 4 };
const emoji: Required<CustomEmoji> = {
  name: "ramen",
  formerNames: ["noodles"],
  fileId: "018f0000-0000-7000-8000-00000000f003" as FileId,
  makerId: cast.alice.id,
  isAnimated: true,
};
const sharedEmoji: Required<UserRow> = {
  kind: "emoji",
  key: "018f0000-0000-7000-8000-00000000e0e1",
  value: emoji,
  rev: 2,
};
const account: Required<AccountRow> = {
  person,
  role: "owner",
  email: null,
  recoveryCodesLeft: 10,
  passkeys: [{ id: "AAAA", name: "Laptop", createdAt: at, lastUsedAt: null, isBackedUp: true }],
  sessions: [
    {
      id: "018f0000-0000-7000-8000-0000000005e5" as SessionId,
      device: "Chrome on Linux",
      place: "",
      createdAt: at,
      lastUsedAt: at,
      isThis: true,
    },
  ],
};
const rows: Required<ChangedRows> = {
  conversation,
  members: [member],
  messages: [message],
  reactions: [reaction],
  pins: [pin],
  account,
  own: [own],
};
const changes: Required<Changes> = { scope: `c:${conversationId}`, from: 2, rev: 3, rows, people: [person] };
const head: Required<Head> = { conversation, me: member, preview: message, otherId: null, mentions: [7] };
const mark = { userId: cast.alice.id, readSeq: 2, deliveredSeq: 2 };
const invite: Required<InviteRow> = {
  id: "018f0000-0000-7000-8000-000000000171" as InviteId,
  code: "abcdefghijklmnop",
  expiresAt: at,
  maxUses: 5,
  useCount: 1,
  createdAt: at,
  createdBy: cast.alice.id,
};
const start: Required<StartAnswer> = {
  cursor: { epoch: "e1", xid: "731", userRev: 4 },
  isWhole: true,
  userId: cast.alice.id,
  user: changes,
  heads: [head],
  people: [person],
  shared: [sharedEmoji],
  serverTime: at,
};
const pull: Required<PullAnswer> = { changes, covers: { from: 1, to: 2 }, more: false, marks: [mark] };
const page: Required<MessagePage> = {
  messages: [message],
  reactions: [reaction],
  covers: { from: 1, to: 2 },
  bare: [{ from: 3, to: 90 }],
  people: [person],
  rev: 3,
};
const answers = { start, pull, page, invite };

const tally: Required<Tally> = { messageId: message.id, seq: 2, viewCount: 3, reactions: { "👍": 2 } };
const roomMessages: { [T in RoomMessage["t"]]: Extract<RoomMessage, { t: T }> } = {
  hello: { t: "hello", rev: 3, present: [cast.alice.id], serverTime: at },
  beat: { t: "beat", rev: 3 },
  changes: { t: "changes", changes },
  announce: { t: "announce", scope: changes.scope, rev: 3 },
  heads: { t: "heads", heads: [head], people: [person] },
  marks: { t: "marks", conversationId, marks: [mark] },
  people: { t: "people", people: [person] },
  shared: { t: "shared", shared: [sharedEmoji], people: [person] },
  tallies: { t: "tallies", conversationId, tallies: [tally] },
  present: { t: "present", userId: cast.bob.id, isPresent: true },
  typing: { t: "typing", userId: cast.bob.id, isTyping: true, threadId: message.id },
  bye: { t: "bye", code: 4403 },
};
const publications: Publication[] = [
  { scope: changes.scope, tell: roomMessages.announce },
  { scope: changes.scope, close: { userId: cast.bob.id, code: closeCodes.removed } },
];
const ticket: Required<TicketClaims> = {
  sub: cast.alice.id,
  sid: "018f0000-0000-7000-8000-0000000005e5" as SessionId,
  scope: changes.scope,
  rev: 3,
  isQuiet: true,
  exp: 1_800_000_000,
  hides: { presence: "all", typing: [cast.bob.id] },
};
