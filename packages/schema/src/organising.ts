import type { ConversationId } from "./ids.ts";
import type { ConversationKind, Time } from "./rows.ts";

// How a user keeps their conversations in order: rows of their own, one for each thing that can be changed by itself,
// so that a chat muted on one device and pinned on another is both.

export const notificationLevels = ["all", "mentions", "nothing"] as const;
export type NotificationLevel = (typeof notificationLevels)[number];

export const organisingFields = ["mute", "level", "pin", "archive", "unread"] as const;
export type OrganisingField = (typeof organisingFields)[number];
export type Organising = {
  /** Until when, by the server's clock; `changed` is until the user changes it. */
  mute?: Time | "changed";
  /** What may notify while it is not muted. */
  level?: NotificationLevel;
  /** Its place among the pinned ones: the smaller, the higher. */
  pin?: number;
  /** The last seq when it was put away: a newer message brings it back. */
  archive?: number;
  /** The last seq when it was marked: reading on ends it. */
  unread?: number;
};

/** The key of an `organising` row. */
export const organisingKey = (id: ConversationId, field: OrganisingField) => `${id}:${field}`;

/** Whether the conversation is muted at this time (milliseconds by the server's clock). */
export function isMuted({ mute }: Organising, now: number): boolean {
  return mute === "changed" || (mute !== undefined && Date.parse(mute) > now);
}

/** What may notify now: of a muted conversation mentions still do, unless nothing was to. */
export function levelNow(of: Organising, now: number): NotificationLevel {
  const level = of.level ?? "all";
  return level === "all" && isMuted(of, now) ? "mentions" : level;
}

/**
 * Whether it is put away. A new message brings it back, unless it came while the conversation was quiet:
 * `lastAt` is when the newest one came.
 */
export function isArchived(of: Organising, it: { lastSeq: number; lastAt: Time }, now: number): boolean {
  if (of.archive === undefined) return false;
  if (it.lastSeq <= of.archive || levelNow(of, now) !== "all") return true;
  return of.mute !== undefined && of.mute !== "changed" && Date.parse(it.lastAt) <= Date.parse(of.mute);
}

export const folderRules = ["people", "groups", "channels", "unread"] as const;
export type FolderRule = (typeof folderRules)[number];

/** A folder's name, its place among the others (the smaller, the earlier), and what it shows. */
export type FolderValue = { name: string; place: number; rules: FolderRule[]; chosen: ConversationId[] };

const kindOfRule = { people: "direct", groups: "group", channels: "channel" } as const;

/**
 * Whether a folder shows a conversation: it is chosen, or of one of the kinds. `unread` leaves only what is unread;
 * with no kind and nothing chosen it shows all of that.
 */
export function isInFolder(
  folder: Pick<FolderValue, "rules" | "chosen">,
  it: { id: ConversationId; kind: ConversationKind; isUnread: boolean },
): boolean {
  const isOnlyUnread = folder.rules.includes("unread");
  if (isOnlyUnread && !it.isUnread) return false;
  const isOpenToAll = isOnlyUnread && folder.rules.length === 1 && folder.chosen.length === 0;
  return (
    isOpenToAll ||
    folder.chosen.includes(it.id) ||
    folder.rules.some((rule) => rule !== "unread" && kindOfRule[rule] === it.kind)
  );
}
