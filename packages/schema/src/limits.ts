/** These stand by themselves as well: the service worker uses no others, and has to be small. */
export const messageLength = 5_000;
export const slowModeSeconds = 3_600;
export const marksAtOnce = 100;

/** Every limit a person can meet, once; used by API, rooms and web. Lengths are in Unicode code points, sizes in bytes, times in milliseconds. */
export const limits = {
  messageLength,
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
  attachmentsEach: 10,
  fileBytes: 2_000_000_000,
  fileNameLength: 180,
  altLength: 1_000,
  thumbHashBytes: 32,
  waveformBars: 64,
  voiceMs: 1_800_000,
  /** Voice notes of a conversation that are marked as heard. */
  playedMarks: 100,
  forwardTargets: 20,
  stickerPacks: 50,
  stickersEach: 50,
  stickerBytes: 1_048_576,
  packNameLength: 40,
  /** Of one person. */
  emojiEach: 100,
  emojiBytes: 262_144,
  /** The longest side of one that stands still; the device sees to it. */
  emojiPixels: 128,
  /** No emoji and no sticker is wider or higher, also one that moves. */
  smallPictureSide: 1_024,
  formerNames: 5,
  tagsEach: 10,
  tagLength: 30,
  titleLength: 80,
  descriptionLength: 500,
  displayNameLength: 60,
  bioLength: 300,
  usernameLength: { min: 3, max: 32 },
  deviceNameLength: 60,
  draftLength: 5_000,
  draftFiles: 50,
  awayReplyLength: 1_000,
  scheduledMessages: 100,
  searchLength: 300,
  searchTerms: 32,
  preferenceBytes: 4_096,
  folders: 20,
  contactNoteLength: 500,
  statusLength: 80,
  privacyExceptions: 100,
  folderNameLength: 40,
  /** Conversations that are in a folder by choice. */
  folderChosen: 200,
  groupMembers: 256,
  addMembersAtOnce: 100,
  passkeys: 20,
  recoveryCodes: 10,
  inviteLinks: 20,
  joinRequests: 500,
  viewsAtOnce: 100,
  channelPreview: 20,
  noteLength: 300,
  slowModeSeconds,
  page: { default: 60, max: 200 },
  pullPage: 300,
  holdingRanges: 50,
  heldThreads: 30,
  threadRanges: 8,
  marksAtOnce,
  requestBytes: 1_048_576,
  avatarBytes: 8_388_608,
  socketFrameBytes: 65_536,
  publishInlineBytes: 16_384,
  ticketMs: 120_000,
  fileTicketMs: 600_000,
  typingMs: 6_000,
  heartbeatMs: 20_000,
  sessionDays: 30,
  deleteForAllHours: 24 * 365,
  expirySeconds: { min: 3_600, max: 31_536_000 },
} as const;

/** Requests allowed per minute, and how many of them may come at once. */
export const rateLimits = {
  signIn: { perMinute: 5, burst: 5 },
  messages: { perMinute: 60, burst: 20 },
  uploads: { perMinute: 10, burst: 10 },
  files: { perMinute: 120, burst: 120 },
  others: { perMinute: 300, burst: 100 },
} as const;

export type RateLimitName = keyof typeof rateLimits;
