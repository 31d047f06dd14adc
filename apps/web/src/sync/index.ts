import type { AccountRow, ConversationId, Person, UserId } from "@parley/schema";
import type { Accessor, JSX } from "solid-js";
import type { ConversationDetails, ConversationEntry, MemberEntry, Presence, Sync, Timeline } from "./types.ts";

export type * from "./types.ts";
export type { Api, AppConfig, InvitePreview, PresenceRow } from "./api.ts";

const soon = (): never => {
  throw new Error("The engine is not here yet.");
};

export const SyncProvider = (props: { children: JSX.Element }): JSX.Element => props.children;
export const useSync: () => Sync = soon;
export const createConversations: () => Accessor<ConversationEntry[]> = soon;
export const createConversation: (id: Accessor<ConversationId | undefined>) => Accessor<ConversationDetails | undefined> = soon;
export const createMembers: (id: Accessor<ConversationId>) => Accessor<MemberEntry[]> = soon;
export const createPerson: (id: Accessor<UserId | null | undefined>) => Accessor<Person | undefined> = soon;
export const createAccount: () => Accessor<AccountRow | undefined> = soon;
export const createPreference: (key: string) => Accessor<unknown> = soon;
export const createBlocks: () => Accessor<UserId[]> = soon;
export const createTimeline: (id: Accessor<ConversationId>) => Timeline = soon;
export const createTyping: (id: Accessor<ConversationId>) => Accessor<UserId[]> = soon;
export const createPresence: (userIds: Accessor<UserId[]>) => Accessor<Map<UserId, Presence>> = soon;
export const openConversation: (id: Accessor<ConversationId | undefined>) => void = soon;
