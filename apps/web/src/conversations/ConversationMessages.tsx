import { isAtLeast, type MessageId, settingOf } from "@parley/schema";
import { mentionsIn } from "@parley/schema/formatting";
import { Button, useToast } from "@parley/ui";
import { createMemo, createSignal, lazy, Show, Suspense } from "solid-js";
import { createViewing } from "../channels/create-viewing.ts";
import { useI18n } from "../i18n/index.ts";
import { Composer } from "../messages/Composer.tsx";
import { ComposerClosed } from "../messages/ComposerClosed.tsx";
import { createComposing } from "../messages/create-composing.ts";
import { createMessageDialogs } from "../messages/create-message-dialogs.tsx";
import { AttachMenu } from "../messages/kinds/AttachMenu.tsx";
import type { MessageActions, MessageSetting } from "../messages/message-actions.ts";
import { canDelete, canEdit } from "../messages/message-rights.ts";
import { ScheduledBar } from "../messages/ScheduledBar.tsx";
import { Timeline, type TimelineHandle } from "../messages/Timeline.tsx";
import { reachOf } from "../messages/ticks.ts";
import { createHit } from "../search/create-hit.ts";
import { createBlocks, createMembers, createPerson, createTimeline, useSync } from "../sync/index.ts";
import { createAnnouncements } from "./create-announcements.ts";
import { createSlowMode } from "./create-slow-mode.ts";
import { type ConversationView, createMe } from "./create-view.ts";
import { hasRight } from "./group-rights.ts";

const PinBar = lazy(() => import("../messages/PinBar.tsx").then((module) => ({ default: module.PinBar })));
const FindBar = lazy(() => import("../search/FindBar.tsx").then((module) => ({ default: module.FindBar })));
const RequestBar = lazy(() => import("../people/RequestBar.tsx").then((it) => ({ default: it.RequestBar })));

/** What was written, and where to write. */
export function ConversationMessages(props: {
  view: ConversationView;
  /** What is searched for in here; undefined while nobody searches. */
  find: string | undefined;
  onFind(text: string | undefined): void;
}) {
  const { t } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const me = createMe();
  const id = () => props.view.id;
  const timeline = createTimeline(id);
  const members = createMembers(id);
  const blocks = createBlocks();
  const other = createPerson(() => props.view.otherId);
  const [isFocused, setFocused] = createSignal(false);
  let handle: TimelineHandle | undefined;
  const hit = createHit((at) => void handle?.jumpTo(at.id, at.seq));

  const places = createMemo(() => new Map(timeline.messages.map((message, i) => [message.id, i])));
  const find: MessageSetting["find"] = (messageId) => timeline.messages[places().get(messageId) ?? -1];
  const roles = createMemo(
    () =>
      new Map(
        members()
          .filter((member) => !member.leftAt)
          .map((member) => [member.userId, member.role]),
      ),
  );
  const reach = createMemo(() => {
    const others = props.view.otherId ? [props.view.otherId] : [...roles().keys()].filter((userId) => userId !== me());
    return reachOf(timeline.marks(), new Set(others));
  });
  const isBlocked = () =>
    props.view.kind === "direct" && props.view.otherId !== null && blocks().includes(props.view.otherId);
  const isShared = () => props.view.kind === "group" || props.view.kind === "channel";
  /** In a group or channel its settings decide, elsewhere whoever may write. */
  const mayDo = (name: "whoMayPin" | "whoMayPost") =>
    !isShared() || !props.view.entry || hasRight(props.view.entry, roles().get(me()) ?? props.view.entry.me.role, name);
  const slowMode = createSlowMode({ view: () => props.view, messages: () => timeline.messages, me });
  /** A stranger who asks, and was not answered yet. */
  const request = () => (props.view.entry?.place === "requests" ? props.view.otherId : null);
  const isReadOnly = () =>
    request() !== null ||
    props.view.isLeft ||
    isBlocked() ||
    (props.view.kind === "direct" && other()?.isDeleted === true);

  const postRole = () => (props.view.entry ? settingOf(props.view.entry, "whoMayPost") : "member");

  const pins = () => props.view.entry?.pins ?? [];
  const pin = (messageId: MessageId, isPinned: boolean) =>
    void sync.do.pinMessage({ conversationId: id(), messageId, isPinned });

  const viewed = createViewing(id);
  const setting: MessageSetting = {
    get me() {
      return me();
    },
    get isGroup() {
      return props.view.kind === "group";
    },
    get isSaved() {
      return props.view.kind === "saved";
    },
    get isChannel() {
      return props.view.kind === "channel";
    },
    viewed,
    get title() {
      return props.view.title;
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
        isSaved: props.view.kind === "saved",
        roleInGroup: isShared() ? (roles().get(me()) ?? props.view.entry?.me.role) : undefined,
      }),
    get canPin() {
      return !isReadOnly() && mayDo("whoMayPin");
    },
    isPinned: (messageId) => pins().some((pin) => pin.id === messageId),
    find,
  };

  const to = () => (props.view.kind === "saved" ? me() : (props.view.otherId ?? undefined));
  const composing = createComposing({
    conversation: () => ({
      id: id(),
      draft: props.view.entry?.draft ?? null,
      lastSeq: props.view.entry?.lastSeq ?? 0,
      to: to(),
    }),
    find: (messageId) => timeline.messages.find((message) => message.id === messageId),
    isFocused,
    mentionsIn: (text) => {
      const here = props.view.entry;
      const people = members().map(({ userId, person }) => ({ userId, username: person.username }));
      return mentionsIn(
        text,
        people,
        here !== undefined && isAtLeast(here.me.role, settingOf(here, "whoMayMentionAll")),
      );
    },
  });

  const dialogs = createMessageDialogs({ setting, marks: timeline.marks });
  const actions: MessageActions = {
    async copy(message) {
      await navigator.clipboard.writeText(message.text);
      toast.show({ text: t("messages.copied") });
    },
    edit: (message) => composing.startEdit(message),
    reply: (message) => composing.startReply(message),
    retry: (message) => message.commandId && void sync.do.retry(message.commandId),
    askDelete: dialogs.askDelete,
    showInfo: dialogs.showInfo,
    showVersions: dialogs.showVersions,
    openMenu: dialogs.openMenu,
    openQuick: dialogs.openQuick,
    openPicker: dialogs.openPicker,
    showReactions: dialogs.showReactions,
    openPerson: dialogs.openPerson,
    react: ({ id: messageId }, emoji, isOn) =>
      void sync.do.reactToMessage({ conversationId: id(), messageId, emoji, isOn }),
    pin: (message, isPinned) => pin(message.id, isPinned),
    jumpTo: (messageId, seq) => void handle?.jumpTo(messageId, seq),
  };
  createAnnouncements({ conversation: () => props.view.entry, me, isGroup: () => props.view.kind === "group" });

  const editLast = () => {
    const last = timeline.messages.findLast((message) => canEdit(message, me()));
    if (last) composing.startEdit(last);
  };

  return (
    <>
      <Show when={props.find !== undefined}>
        <Suspense>
          <FindBar
            conversationId={id()}
            title={props.view.title}
            text={props.find ?? ""}
            onText={props.onFind}
            onJump={({ id: messageId, seq }) => actions.jumpTo(messageId, seq)}
            onClose={() => props.onFind(undefined)}
          />
        </Suspense>
      </Show>
      <Show when={pins().length > 0 && !props.view.isLeft}>
        <Suspense>
          <PinBar
            conversationId={id()}
            pins={pins()}
            canUnpin={setting.canPin}
            onJump={({ id: messageId, seq }) => actions.jumpTo(messageId, seq || undefined)}
            onUnpin={({ id: messageId }) => pin(messageId, false)}
          />
        </Suspense>
      </Show>
      <Timeline
        conversationId={id()}
        conversation={props.view.entry}
        timeline={timeline}
        setting={setting}
        actions={actions}
        startAt={hit()}
        handle={(made) => (handle = made)}
      />
      <Show
        when={!isReadOnly() && mayDo("whoMayPost")}
        fallback={
          <Show
            when={request()}
            fallback={
              <ComposerClosed
                text={
                  props.view.isLeft
                    ? t("conversations.noLongerIn")
                    : isBlocked()
                      ? t("conversations.blocked", { name: props.view.title })
                      : isReadOnly()
                        ? t("conversations.accountGone")
                        : t(`groups.mayNotPost.${postRole()}`)
                }
                action={
                  <Show when={isBlocked() && props.view.otherId}>
                    {(otherId) => (
                      <Button size="sm" onClick={() => void sync.do.setBlock(otherId(), false)}>
                        {t("people.unblock")}
                      </Button>
                    )}
                  </Show>
                }
              />
            }
          >
            {(from) => (
              <Suspense>
                <RequestBar id={from()} name={props.view.title} lastSeq={props.view.entry?.lastSeq ?? 0} />
              </Suspense>
            )}
          </Show>
        }
      >
        <ScheduledBar conversationId={id()} />
        <Composer
          composing={composing}
          me={me()}
          wait={slowMode()}
          title={props.view.title}
          conversationId={id()}
          onFocus={setFocused}
          onEditLast={editLast}
          onSent={() => void handle?.toLatest()}
          attach={
            <AttachMenu
              conversationId={id()}
              to={(props.view.entry?.lastSeq ?? 0) === 0 ? to() : undefined}
              isAmongTwo={props.view.kind === "direct" || props.view.kind === "saved"}
              onSent={() => void handle?.toLatest()}
            />
          }
        />
      </Show>
      <dialogs.Outlet actions={actions} />
    </>
  );
}
