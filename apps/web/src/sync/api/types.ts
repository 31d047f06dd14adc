import type {
  AccountRow,
  Ban,
  Choices,
  ConversationId,
  FileId,
  GalleryPage,
  Gif,
  Head,
  InviteRow,
  inputs,
  JoinRequest,
  MemberRole,
  MessagePage,
  MessageRow,
  MessageVersion,
  OwnTally,
  OwnVoteRow,
  Person,
  PublicChannel,
  PullAnswer,
  Reached,
  ShownPack,
  StartAnswer,
  Storage,
  Tally,
  Time,
  UserId,
} from "@parley/schema";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import type { GenericSchema, InferInput } from "valibot";

type Inputs = typeof inputs;
type CallOptions = { signal?: AbortSignal };
type Query<Input, Answer> = { query(input: Input, options?: CallOptions): Promise<Answer> };
type Mutation<Input, Answer> = { mutate(input: Input, options?: CallOptions): Promise<Answer> };
type In<S> = S extends GenericSchema ? InferInput<S> : never;
type AskNothing<Answer> = { query(input?: Record<never, never>, options?: CallOptions): Promise<Answer> };
type DoNothing<Answer> = { mutate(input?: Record<never, never>, options?: CallOptions): Promise<Answer> };
type Done = Record<never, never>;
/** Options of a WebAuthn ceremony as JSON, for @simplewebauthn/browser. */
type CeremonyOptions = PublicKeyCredentialCreationOptionsJSON;
type SignInOptions = PublicKeyCredentialRequestOptionsJSON;

export type AppConfig = {
  isDemo: boolean;
  demoUsers?: { username: string; displayName: string; userId: UserId }[];
  isSignUpOpen: boolean;
  hasOwner: boolean;
  version: string;
  roomsPath: string;
  /** Where maps come from, as an address with {z}, {x} and {y}; null when there are none here. */
  mapTiles: string | null;
  hasMail: boolean;
  userId: UserId | null;
};

export type InvitePreview = {
  conversationId: ConversationId;
  title: string;
  avatarId: FileId | null;
  memberCount: number;
  asksFirst: boolean;
};
/** Who was to be in a group and could not be added. */
export type NotAdded = { notAdded: UserId[] };
export type PresenceRow = {
  userId: UserId;
  isOnline: boolean;
  isAway: boolean;
  lastSeenAt: Time | null;
  isHidden: boolean;
};

export type SearchAnswer = { messages: MessageRow[]; people: Person[]; more: boolean };

export type ChannelPreview = { channel: PublicChannel; messages: MessageRow[]; tallies: Tally[]; people: Person[] };

/** The API as the web sees it. Everything it throws is an `AppError`. */
export type Api = {
  app: { config: AskNothing<AppConfig> };
  accounts: {
    me: AskNothing<AccountRow>;
    checkUsername: Query<{ username: string }, { isFree: boolean; reason?: string }>;
    startSignUp: Mutation<In<Inputs["startSignUp"]>, { challengeId: string; options: CeremonyOptions }>;
    finishSignUp: Mutation<FinishSignUp, { userId: UserId; recoveryCodes: string[] }>;
    startSignIn: DoNothing<{ challengeId: string; options: SignInOptions }>;
    finishSignIn: Mutation<FinishSignIn, { userId: UserId }>;
    signInWithRecoveryCode: Mutation<In<Inputs["signInWithRecoveryCode"]>, { userId: UserId }>;
    startEmailSignIn: Mutation<In<Inputs["startEmailSignIn"]>, Done>;
    finishEmailSignIn: Mutation<In<Inputs["finishEmailSignIn"]>, { userId: UserId }>;
    signInAsDemoUser: Mutation<{ userId: UserId }, { userId: UserId }>;
    signOut: DoNothing<Done>;
    startAddPasskey: DoNothing<{ challengeId: string; options: CeremonyOptions }>;
    finishAddPasskey: Mutation<FinishAddPasskey, Done>;
    renamePasskey: Mutation<In<Inputs["renamePasskey"]>, Done>;
    removePasskey: Mutation<In<Inputs["removePasskey"]>, Done>;
    renewRecoveryCodes: DoNothing<{ recoveryCodes: string[] }>;
    setEmail: Mutation<In<Inputs["setEmail"]>, Done>;
    verifyEmail: Mutation<In<Inputs["verifyEmail"]>, Done>;
    removeEmail: DoNothing<Done>;
    revokeSession: Mutation<In<Inputs["revokeSession"]>, Done>;
    revokeOtherSessions: DoNothing<Done>;
    updateProfile: Mutation<In<Inputs["updateProfile"]>, Person>;
    deleteAccount: DoNothing<Done>;
  };
  files: {
    ticket: AskNothing<{ ticket: string; expiresAt: Time }>;
    list: Query<In<Inputs["listFiles"]>, GalleryPage>;
    storage: AskNothing<Storage>;
    remove: Mutation<In<Inputs["removeFiles"]>, { removedCount: number }>;
  };
  stickers: {
    show: Query<In<Inputs["oneSticker"]>, ShownPack>;
    find: Query<In<Inputs["onePack"]>, ShownPack>;
  };
  gifs: { search: Query<In<Inputs["searchGifs"]>, Gif[]> };
  people: { search: Query<In<Inputs["searchPeople"]>, Person[]>; find: Query<In<Inputs["findPerson"]>, Person> };
  conversations: {
    previewInvite: Query<In<Inputs["inviteCode"]>, InvitePreview>;
    joinByInvite: Mutation<
      In<Inputs["joinByInvite"]>,
      { conversationId: ConversationId; state: "joined" | "requested" }
    >;
    withdrawRequest: Mutation<In<Inputs["oneConversation"]>, Done>;
    listRequests: Query<In<Inputs["oneConversation"]>, JoinRequest[]>;
    answerRequest: Mutation<In<Inputs["answerRequest"]>, Done>;
    ban: Mutation<In<Inputs["banMember"]>, Done>;
    unban: Mutation<In<Inputs["oneMember"]>, Done>;
    listBans: Query<In<Inputs["oneConversation"]>, Ban[]>;
    createGroup: Mutation<In<Inputs["createGroup"]>, Head & NotAdded>;
    update: Mutation<In<Inputs["updateConversation"]>, Done>;
    setExpiry: Mutation<In<Inputs["setExpiry"]>, { rev: number }>;
    addMembers: Mutation<In<Inputs["addMembers"]>, NotAdded>;
    removeMember: Mutation<In<Inputs["oneMember"]>, Done>;
    setRole: Mutation<In<Inputs["setMemberRole"]>, Done>;
    handOver: Mutation<In<Inputs["oneMember"]>, Done>;
    leave: Mutation<In<Inputs["leaveConversation"]>, Done>;
    createInvite: Mutation<In<Inputs["createInvite"]>, InviteRow>;
    revokeInvite: Mutation<In<Inputs["oneInvite"]>, Done>;
    listInvites: Query<In<Inputs["oneConversation"]>, InviteRow[]>;
  };
  channels: {
    discover: Query<In<Inputs["discoverChannels"]>, PublicChannel[]>;
    preview: Query<In<Inputs["channelAt"]>, ChannelPreview>;
    subscribe: Mutation<In<Inputs["oneConversation"]>, { conversationId: ConversationId }>;
    setAddress: Mutation<In<Inputs["setAddress"]>, Done>;
    setVerified: Mutation<In<Inputs["setVerified"]>, Done>;
    subscribers: Query<In<Inputs["listSubscribers"]>, { person: Person; role: MemberRole }[]>;
  };
  messages: {
    view: Mutation<In<Inputs["viewMessages"]>, OwnTally[]>;
    send: Mutation<In<Inputs["sendMessage"]>, { seq: number; rev: number; createdAt: Time }>;
    edit: Mutation<In<Inputs["editMessage"]>, { rev: number }>;
    delete: Mutation<In<Inputs["deleteMessage"]>, { rev: number }>;
    react: Mutation<In<Inputs["reactToMessage"]>, { rev: number }>;
    vote: Mutation<In<Inputs["voteInPoll"]>, { rev: number; own: OwnVoteRow | null }>;
    closePoll: Mutation<In<Inputs["closePoll"]>, { rev: number }>;
    votes: Query<In<Inputs["oneMessage"]>, { votes: { userId: UserId; choices: Choices }[]; people: Person[] }>;
    pin: Mutation<In<Inputs["pinMessage"]>, { rev: number }>;
    removeLink: Mutation<In<Inputs["removeLink"]>, { rev: number }>;
    before: Query<In<Inputs["messagesAt"]>, MessagePage>;
    after: Query<In<Inputs["messagesAt"]>, MessagePage>;
    around: Query<In<Inputs["messagesAround"]>, MessagePage>;
    reached: Query<In<Inputs["oneMessage"]>, Reached[]>;
    versions: Query<In<Inputs["oneMessage"]>, MessageVersion[]>;
  };
  search: { messages: Query<In<Inputs["searchMessages"]>, SearchAnswer> };
  sync: {
    start: Query<In<Inputs["startSync"]>, StartAnswer>;
    pull: Query<In<Inputs["pullChanges"]>, PullAnswer>;
    mark: Mutation<In<Inputs["markMessages"]>, Done>;
    setOwn: Mutation<In<Inputs["setOwn"]>, { rev: number }>;
  };
  realtime: {
    ticket: Query<In<Inputs["ticketFor"]>, { ticket: string; expiresAt: Time }>;
    presence: Query<In<Inputs["presenceOf"]>, PresenceRow[]>;
  };
};

/** What navigator.credentials answered, as @simplewebauthn/browser gives it. */
type Credential = { id: string; rawId: string; type: string; response: object; clientExtensionResults: object };
type FinishSignUp = { challengeId: string; credential: Credential; deviceName?: string };
type FinishSignIn = { challengeId: string; credential: Credential };
type FinishAddPasskey = { challengeId: string; credential: Credential; name?: string };
