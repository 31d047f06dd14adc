export type { Api, AppConfig, InvitePreview, PresenceRow } from "./api/types.ts";
export { loadAhead } from "./session/load-ahead.ts";
export {
  createAccount,
  createBlocks,
  createConversation,
  createConversations,
  createMembers,
  createPerson,
  createPreference,
} from "./solid/conversations.ts";
export { createMessage } from "./solid/create-message.ts";
export { createTimeline } from "./solid/create-timeline.ts";
export { createPresence, createTyping, openConversation } from "./solid/presence.ts";
export { SyncProvider } from "./solid/SyncProvider.tsx";
export { useSync } from "./solid/sync-context.ts";
export type * from "./types.ts";
