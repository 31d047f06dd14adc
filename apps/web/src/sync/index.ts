export type { Api, AppConfig, ChannelPreview, InvitePreview, PresenceRow } from "./api/types.ts";
export { keepFile } from "./session/keep-file.ts";
export {
  createAccount,
  createBlocks,
  createConversation,
  createConversations,
  createFolders,
  createMembers,
  createPeople,
  createPerson,
  createPersonFinder,
  createPreference,
  createRequests,
} from "./solid/conversations.ts";
export { createGallery, type Gallery, type GalleryFor } from "./solid/create-gallery.ts";
export { createKeptFiles } from "./solid/create-kept-files.ts";
export { createMessage, createMessageFinder } from "./solid/create-message.ts";
export { createNearest, type FindNearest } from "./solid/create-nearest.ts";
export { createPoll } from "./solid/create-poll.ts";
export { createRecordings } from "./solid/create-recordings.ts";
export { createSearch } from "./solid/create-search.ts";
export { createTaggedTimeline, createTagsOf } from "./solid/create-tagged.ts";
export { createThread } from "./solid/create-thread.ts";
export { createThreads } from "./solid/create-threads.ts";
export { createTimeline } from "./solid/create-timeline.ts";
export { createUpload } from "./solid/create-upload.ts";
export { type AskedToJoin, createJoinRequests } from "./solid/join-requests.ts";
export { createOwn } from "./solid/own.ts";
export { createPresence, createTyping, openConversation } from "./solid/presence.ts";
export { startSync } from "./solid/start-sync.ts";
export { SyncContext, useSync } from "./solid/sync-context.ts";
export type * from "./types.ts";
export { isOfDraft } from "./uploads/upload.ts";
export { filesFor } from "./view/gallery-holds.ts";
