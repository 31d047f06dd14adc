import type { ConversationId, FolderId, FolderValue, NotificationLevel } from "@parley/schema";
import type { Announce } from "../app/announce.tsx";
import type { I18n } from "../i18n/index.ts";
import type { ConversationEntry, Folder, Sync } from "../sync/index.ts";
import { isUnread } from "./is-unread.ts";
import { moved } from "./place-at.ts";

type Toast = { show(toast: { text: string; action?: { label: string; run(): void } }): void };
type Source = {
  sync: Pick<Sync, "do" | "serverNow">;
  i18n: I18n;
  toast: Toast;
  announce: Announce;
  conversations(): readonly ConversationEntry[];
  folders(): readonly Folder[];
};
type Entry = Pick<
  ConversationEntry,
  "id" | "kind" | "title" | "pin" | "isArchived" | "isMuted" | "isMarkedUnread" | "unread" | "lastSeq" | "organising"
>;
export type OrganisingActs = ReturnType<typeof makeOrganisingActs>;

const hourMs = 3_600_000;

/** What a person does to keep their conversations in order, each at once and with a word about it. */
export function makeOrganisingActs({ sync, i18n, toast, announce, conversations, folders }: Source) {
  const { t } = i18n;
  const organise = sync.do.organise;
  const titleOf = (entry: Entry) => (entry.kind === "saved" ? t("app.saved") : entry.title);
  const undo = (run: () => void) => ({ label: t("organising.undo"), run });

  /** What is put away stays there, and what came back does so for good, whatever is muted or not afterwards. */
  function keepArchived(entry: Entry) {
    if (entry.organising.archive === undefined) return;
    void organise(entry.id, "archive", entry.isArchived ? entry.lastSeq : null);
  }

  function mute(entry: Entry, hours: number | "changed") {
    const before = entry.organising.mute ?? null;
    keepArchived(entry);
    const until = hours === "changed" ? hours : new Date(sync.serverNow() + hours * hourMs).toISOString();
    void organise(entry.id, "mute", until);
    const text =
      hours === "changed"
        ? t("organising.mutedDone", { title: titleOf(entry) })
        : t("organising.mutedUntilDone", { title: titleOf(entry), when: i18n.formatTime(until) });
    toast.show({ text, action: undo(() => void organise(entry.id, "mute", before)) });
  }
  function unmute(entry: Entry) {
    keepArchived(entry);
    void organise(entry.id, "mute", null);
    announce(t("organising.unmutedDone", { title: titleOf(entry) }));
  }
  function setLevel(entry: Entry, level: NotificationLevel) {
    keepArchived(entry);
    void organise(entry.id, "level", level === "all" ? null : level);
  }

  const pinnedBeside = (entry: Pick<Entry, "isArchived">) =>
    conversations().filter((it) => it.pin !== null && it.isArchived === entry.isArchived);

  function pin(entry: Entry, isPinned: boolean) {
    const first = Math.min(1, ...conversations().flatMap((it) => it.pin ?? []));
    void organise(entry.id, "pin", isPinned ? first - 1 : null);
    announce(t(isPinned ? "organising.pinnedDone" : "organising.unpinnedDone", { title: titleOf(entry) }));
  }
  /** Puts a pinned conversation at this place among the pinned ones. */
  function placePin(entry: Entry, index: number) {
    const pinned = pinnedBeside(entry).map(({ id, pin: place }) => ({ id, place: place ?? 0 }));
    for (const change of moved(pinned, entry.id, index)) void organise(change.id, "pin", change.place);
    announce(t("organising.movedDone", { title: titleOf(entry), place: index + 1, count: pinned.length }));
  }
  function movePin(entry: Entry, step: 1 | -1) {
    const pinned = pinnedBeside(entry);
    const at = pinned.findIndex((it) => it.id === entry.id);
    const to = at + step;
    if (at < 0 || to < 0 || to >= pinned.length) return;
    placePin(entry, to);
  }

  function archive(entry: Entry, isArchived: boolean) {
    const { pin: place } = entry;
    const before = entry.organising.archive ?? null;
    void organise(entry.id, "archive", isArchived ? entry.lastSeq : null);
    if (isArchived && place !== null) void organise(entry.id, "pin", null);
    toast.show({
      text: t(isArchived ? "organising.archivedDone" : "organising.unarchivedDone", { title: titleOf(entry) }),
      action: undo(() => {
        void organise(entry.id, "archive", before);
        if (isArchived && place !== null) void organise(entry.id, "pin", place);
      }),
    });
  }

  function markUnread(entry: Entry) {
    void organise(entry.id, "unread", entry.lastSeq);
    announce(t("organising.markedUnreadDone", { title: titleOf(entry) }));
  }
  function markRead(entry: Entry) {
    if (entry.unread > 0) void sync.do.markRead(entry.id, entry.lastSeq);
    if (entry.isMarkedUnread) void organise(entry.id, "unread", null);
    announce(t("organising.markedReadDone", { title: titleOf(entry) }));
  }

  function saveFolder(id: FolderId, folder: FolderValue | null) {
    void sync.do.setFolder(id, folder);
  }
  function deleteFolder(folder: Folder) {
    const before = folderValueOf(folder);
    saveFolder(folder.id, null);
    toast.show({
      text: t("organising.folderDeleted", { name: before.name }),
      action: undo(() => saveFolder(folder.id, before)),
    });
  }
  function moveFolder(id: FolderId, index: number) {
    for (const change of moved(folders(), id, index)) {
      const folder = folders().find((it) => it.id === change.id);
      if (folder) saveFolder(folder.id, folderValueOf({ ...folder, place: change.place }));
    }
  }
  function choose(folder: Folder, id: ConversationId, isIn: boolean) {
    const chosen = folder.chosen.filter((one) => one !== id);
    saveFolder(folder.id, folderValueOf({ ...folder, chosen: isIn ? [...chosen, id] : chosen }));
  }

  return {
    mute,
    unmute,
    setLevel,
    pin,
    placePin,
    movePin,
    archive,
    markUnread,
    markRead,
    saveFolder,
    deleteFolder,
    moveFolder,
    choose,
    toggleMute: (entry: Entry) => (entry.isMuted ? unmute(entry) : mute(entry, "changed")),
    togglePin: (entry: Entry) => pin(entry, entry.pin === null),
    toggleArchive: (entry: Entry) => archive(entry, !entry.isArchived),
    toggleUnread: (entry: Entry) => (isUnread(entry) ? markRead(entry) : markUnread(entry)),
  };
}

function folderValueOf({ name, place, rules, chosen }: FolderValue): FolderValue {
  return { name, place, rules: [...rules], chosen: [...chosen] };
}
