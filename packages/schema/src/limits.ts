/** Every limit a person can meet, once; used by API, rooms and web. Lengths are in Unicode code points, sizes in bytes, times in milliseconds. */
export const limits = {
  messageLength: 5_000,
  /** Different people in one message. */
  mentions: 50,
  /** Different emoji of one person on one message. */
  reactionsEach: 20,
  pins: 50,
  pollQuestions: 10,
  pollOptions: 12,
  pollQuestionLength: 300,
  pollOptionLength: 100,
  pollExplanationLength: 300,
  /** The counts of an anonymous poll move on when this many votes have changed, so that none is told apart. */
  anonymousStep: 3,
  codeBytes: 65_536,
  codeNameLength: 80,
  placeLabelLength: 120,
  contactWays: 5,
  titleLength: 80,
  descriptionLength: 500,
  displayNameLength: 60,
  bioLength: 300,
  usernameLength: { min: 3, max: 32 },
  deviceNameLength: 60,
  draftLength: 5_000,
  awayReplyLength: 1_000,
  scheduledMessages: 100,
  searchLength: 300,
  searchTerms: 32,
  preferenceBytes: 4_096,
  folders: 20,
  folderNameLength: 40,
  /** Conversations that are in a folder by choice. */
  folderChosen: 200,
  groupMembers: 256,
  addMembersAtOnce: 100,
  passkeys: 20,
  recoveryCodes: 10,
  inviteLinks: 20,
  slowModeSeconds: 3_600,
  page: { default: 60, max: 200 },
  pullPage: 300,
  holdingRanges: 50,
  heldThreads: 30,
  threadRanges: 8,
  marksAtOnce: 100,
  requestBytes: 1_048_576,
  avatarBytes: 8_388_608,
  socketFrameBytes: 65_536,
  publishInlineBytes: 16_384,
  ticketMs: 120_000,
  typingMs: 6_000,
  heartbeatMs: 20_000,
  sessionDays: 30,
  deleteForAllMs: 48 * 3_600_000,
  expirySeconds: { min: 3_600, max: 31_536_000 },
} as const;

/** Requests allowed per minute, and how many of them may come at once. */
export const rateLimits = {
  signIn: { perMinute: 5, burst: 5 },
  messages: { perMinute: 60, burst: 20 },
  uploads: { perMinute: 10, burst: 10 },
  others: { perMinute: 300, burst: 100 },
} as const;

export type RateLimitName = keyof typeof rateLimits;
