import * as v from "valibot";
import { type ConversationId, conversationId } from "./ids.ts";
import { limits } from "./limits.ts";
import type { ConversationKind, Time } from "./rows.ts";
import { lineInput } from "./text.ts";

// How a user keeps their conversations in order: rows of their own, one for each thing that can be changed by itself,
// so that a chat muted on one device and pinned on another is both.

export const notificationLevels = ["all", "mentions", "nothing"] as const;
export type NotificationLevel = (typeof notificationLevels)[number];

const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The value of each `organising` row; its key is `<conversationId>:<field>`. */
export const organisingFields = {
  /** Until when, by the server's clock; `changed` is until the user changes it. */
  mute: v.union([v.literal("changed"), v.pipe(v.string(), v.isoTimestamp())]),
  /** What may notify while it is not muted. */
  level: v.picklist(notificationLevels),
  /** Its place among the pinned ones: the smaller, the higher. */
  pin: v.pipe(v.number(), v.finite()),
  /** The last seq when it was put away: a newer message brings it back. */
  archive: seq,
  /** The last seq when it was marked: reading on ends it. */
  unread: seq,
};
export type OrganisingField = keyof typeof organisingFields;
export type Organising = { [Field in OrganisingField]?: v.InferOutput<(typeof organisingFields)[Field]> };

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

/** The value of a `folder` row. */
export const folderValue = v.strictObject({
  name: lineInput(1, limits.folderNameLength),
  /** Its place among the folders: the smaller, the earlier. */
  place: v.pipe(v.number(), v.finite()),
  rules: v.pipe(v.array(v.picklist(folderRules)), v.maxLength(folderRules.length)),
  chosen: v.pipe(v.array(conversationId), v.maxLength(limits.folderChosen)),
});
export type FolderValue = v.InferOutput<typeof folderValue>;

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
