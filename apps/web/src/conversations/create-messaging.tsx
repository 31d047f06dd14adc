import { type ConversationId, isAtLeast, type MessageId, settingOf } from "@parley/schema";
import { mentionsIn as findMentions } from "@parley/schema/formatting";
import { useNavigate } from "@solidjs/router";
import { type Accessor, createMemo } from "solid-js";
import { createViewing } from "../channels/create-viewing.ts";
import type { Composing } from "../messages/create-composing.ts";
import { createMessageDialogs } from "../messages/create-message-dialogs.tsx";
import type { MessageActions, MessageSetting } from "../messages/message-actions.ts";
import { canDelete, canEdit, canSeeVersions } from "../messages/message-rights.ts";
import { createPassingOn } from "../messages/passing-on/create-passing-on.tsx";
import { reachOf } from "../messages/ticks.ts";
import { createBlocks, createMembers, createPerson, type Timeline, useSync } from "../sync/index.ts";
import { createSlowMode } from "./create-slow-mode.ts";
import { type ConversationView, createMe } from "./create-view.ts";
import { hasRight } from "./group-rights.ts";

/** What the messages of a conversation, and of a thread in it, must know and can do. */
export function createMessaging(source: {
  view: ConversationView;
  timeline: Timeline;
  composing: Accessor<Composing>;
  jumpTo(messageId: MessageId, seq?: number, from?: MessageId): void;
  threadId?: MessageId;
}) {
  const sync = useSync();
  const navigate = useNavigate();
  const me = createMe();
  const id = (): ConversationId => source.view.id;
  const members = createMembers(id);
  const blocks = createBlocks();
  const other = createPerson(() => source.view.otherId);

  const places = createMemo(() => new Map(source.timeline.messages.map((message, i) => [message.id, i])));
  const find: MessageSetting["find"] = (messageId) => source.timeline.messages[places().get(messageId) ?? -1];
  const roles = createMemo(
    () =>
      new Map(
        members()
          .filter((member) => !member.leftAt)
          .map((member) => [member.userId, member.role]),
      ),
  );
  const reach = createMemo(() => {
    const others = source.view.otherId
      ? [source.view.otherId]
      : [...roles().keys()].filter((userId) => userId !== me());
    return reachOf(source.timeline.marks(), new Set(others));
  });
  const isBlocked = () =>
    source.view.kind === "direct" && source.view.otherId !== null && blocks().includes(source.view.otherId);
  const isShared = () => source.view.kind === "group" || source.view.kind === "channel";
  /** In a group or channel its settings decide, elsewhere whoever may write. */
  const mayDo = (name: "whoMayPin" | "whoMayPost") =>
    !isShared() ||
    !source.view.entry ||
    hasRight(source.view.entry, roles().get(me()) ?? source.view.entry.me.role, name);
  const slowMode = createSlowMode({ view: () => source.view, messages: () => source.timeline.messages, me });
  /** A stranger who asks, and was not answered yet. */
  const request = () => (source.view.entry?.place === "requests" ? source.view.otherId : null);
  const isReadOnly = () =>
    request() !== null ||
    source.view.isLeft ||
    isBlocked() ||
    (source.view.kind === "direct" && other()?.isDeleted === true);

  const postRole = () => (source.view.entry ? settingOf(source.view.entry, "whoMayPost") : "member");

  const pins = () => source.view.entry?.pins ?? [];
  const pin = (messageId: MessageId, isPinned: boolean) =>
    void sync.do.pinMessage({ conversationId: id(), messageId, isPinned });

  const viewed = createViewing(id);
  const passingOn = createPassingOn({ me, messages: () => source.timeline.messages, members });
  const setting: MessageSetting = {
    get me() {
      return me();
    },
    get conversationId() {
      return id();
    },
    get isGroup() {
      return source.view.kind === "group";
    },
    get isSaved() {
      return source.view.kind === "saved";
    },
    get isChannel() {
      return source.view.kind === "channel";
    },
    viewed,
    get title() {
      return source.view.title;
    },
    get reach() {
      return reach();
    },
    get isReadOnly() {
      return isReadOnly();
    },
    roleOf: (userId) => roles().get(userId),
    canDelete: (message) =>
      !isReadOnly() &&
      canDelete(message, {
        me: me(),
        now: sync.serverNow(),
        isSaved: source.view.kind === "saved",
        roleInGroup: isShared() ? (roles().get(me()) ?? source.view.entry?.me.role) : undefined,
        hours: source.view.entry ? settingOf(source.view.entry, "deleteForAllHours") : 48,
      }),
    canSeeVersions: (message) =>
      canSeeVersions(message, {
        me: me(),
        role: roles().get(me()) ?? source.view.entry?.me.role,
        versionsFor: source.view.entry ? settingOf(source.view.entry, "versionsFor") : "members",
      }),
    get canPin() {
      return !isReadOnly() && mayDo("whoMayPin");
    },
    threadId: source.threadId,
    get isSelecting() {
      return passingOn.selection.isOn();
    },
    isSelected: passingOn.selection.has,
    isPinned: (messageId) => pins().some((pin) => pin.id === messageId),
    find,
  };

  const dialogs = createMessageDialogs({ setting, marks: source.timeline.marks });
  const actions: MessageActions = {
    copy: (message) => passingOn.acts.copy([message]),
    forward: (message) => passingOn.acts.forward([message]),
    save: (message) => passingOn.acts.save([message]),
    hide: (message) => passingOn.acts.hide([message]),
    select: passingOn.selection.toggle,
    clearSelection: passingOn.selection.clear,
    edit: (message) => source.composing().startEdit(message),
    retry: (message) => message.commandId && void sync.do.retry(message.commandId),
    askDelete: dialogs.askDelete,
    showInfo: dialogs.showInfo,
    showVersions: dialogs.showVersions,
    openMenu: dialogs.openMenu,
    openQuick: dialogs.openQuick,
    openPicker: dialogs.openPicker,
    showReactions: dialogs.showReactions,
    editTags: dialogs.editTags,
    openPerson: dialogs.openPerson,
    openFile: dialogs.openFile,
    react: ({ id: messageId }, emoji, isOn) =>
      void sync.do.reactToMessage({ conversationId: id(), messageId, emoji, isOn }),
    pin: (message, isPinned) => pin(message.id, isPinned),
    jumpTo: source.jumpTo,
    reply: (message) => source.composing().startReply(message),
    openThread: (message) => navigate(`/c/${id()}/t/${message.threadId ?? message.id}`),
  };
  const mentionsIn = (text: string) => {
    const here = source.view.entry;
    const people = members().map(({ userId, person }) => ({ userId, username: person.username }));
    const mayMentionAll = here !== undefined && isAtLeast(here.me.role, settingOf(here, "whoMayMentionAll"));
    return findMentions(text, people, mayMentionAll);
  };
  const editLast = () => {
    const last = source.timeline.messages.findLast((message) => canEdit(message, me()));
    if (last) source.composing().startEdit(last);
  };

  return {
    setting,
    actions,
    dialogs,
    passingOn,
    isReadOnly,
    isBlocked,
    request,
    mentionsIn,
    mayDo,
    postRole,
    slowMode,
    pins,
    pin,
    editLast,
    me,
  };
}
