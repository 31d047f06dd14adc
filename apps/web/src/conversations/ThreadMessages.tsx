import { type MessageId, settingOf } from "@parley/schema";
import { createMemo, createSignal, lazy, Show, Suspense, untrack } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { Composer } from "../messages/Composer.tsx";
import { createComposing } from "../messages/create-composing.ts";
import { AttachMenu } from "../messages/kinds/LazyAttachMenu.tsx";
import { MessageRun } from "../messages/MessageRun.tsx";
import { Timeline, type TimelineHandle } from "../messages/Timeline.tsx";
import { createTimeline, type Thread } from "../sync/index.ts";
import { createMessaging } from "./create-messaging.tsx";
import type { ConversationView } from "./create-view.ts";

// Few messages wait for their time.
const ScheduledBar = lazy(() => import("../messages/ScheduledBar.tsx").then((it) => ({ default: it.ScheduledBar })));

const WritingClosed = lazy(() => import("./WritingClosed.tsx").then((module) => ({ default: module.WritingClosed })));
const SelectionBar = lazy(() =>
  import("../messages/passing-on/SelectionBar.tsx").then((module) => ({ default: module.SelectionBar })),
);

/** The message, the replies below it as a timeline of their own, and where to reply. */
export function ThreadMessages(props: { view: ConversationView; threadId: MessageId; thread: Thread }) {
  const { t } = useI18n();
  const threadId = untrack(() => props.threadId);
  const timeline = createTimeline(() => props.view.id, threadId);
  const [isFocused, setFocused] = createSignal(false);
  const [isShared, setShared] = createSignal(false);
  const place = () => ({ threadId, ...(isShared() && { isInTimeline: true as const }) });
  let handle: TimelineHandle | undefined;
  const messaging = createMessaging({
    get view() {
      return props.view;
    },
    timeline,
    composing: () => composing,
    jumpTo: (messageId, seq, from) => void handle?.jumpTo(messageId, seq, from),
    threadId,
  });
  const { setting, actions, dialogs, passingOn } = messaging;
  const composing = createComposing({
    conversation: () => ({ id: props.view.id, draft: props.thread.draft(), lastSeq: 1, to: undefined }),
    find: (messageId) => timeline.messages.find((message) => message.id === messageId),
    isFocused,
    mentionsIn: (text) => messaging.mentionsIn(text),
    thread: { id: threadId, place },
  });
  const lastSeq = () => timeline.messages.findLast((message) => message.seq > 0)?.seq ?? 0;
  const reading = createMemo(() => ({
    id: props.view.id,
    lastSeq: lastSeq(),
    readSeq: props.thread.readSeq(),
    unread: props.thread.unread(),
    mentions: [],
  }));
  const mayComment = () =>
    props.view.kind === "channel" && props.view.entry !== undefined && settingOf(props.view.entry, "hasComments");
  const mayWrite = () => !messaging.isReadOnly() && (messaging.mayDo("whoMayPost") || mayComment());
  const sent = () => {
    setShared(false);
    void handle?.toLatest();
  };
  const replyCount = () => props.thread.root()?.thread?.replyCount ?? 0;

  return (
    <>
      <Show when={props.thread.root()}>
        {(root) => (
          <section class="thread__root scroll" tabindex="0" aria-label={t("threads.rootLabel")}>
            <MessageRun
              message={root()}
              setting={setting}
              actions={actions}
              joinsAbove={false}
              joinsBelow={false}
              isHighlighted={false}
              isEntered
            />
          </section>
        )}
      </Show>
      <p class="thread__count">
        <span>{replyCount() > 0 ? t("threads.replies", { count: replyCount() }) : t("threads.noReplies")}</span>
      </p>
      <Timeline
        conversationId={props.view.id}
        conversation={reading()}
        timeline={timeline}
        setting={setting}
        actions={actions}
        handle={(made) => (handle = made)}
        markRead={(seq) => props.thread.markRead(seq)}
      />
      <passingOn.Outlet />
      <Show when={passingOn.selection.isOn()}>
        <Suspense>
          <SelectionBar selection={passingOn.selection} setting={setting} acts={passingOn.acts} />
        </Suspense>
      </Show>
      <Show
        when={mayWrite()}
        fallback={
          <Suspense>
            <WritingClosed view={props.view} messaging={messaging} />
          </Suspense>
        }
      >
        <Suspense>
          <ScheduledBar conversationId={props.view.id} threadId={threadId} />
        </Suspense>
        <Composer
          composing={composing}
          conversationId={props.view.id}
          title={props.view.title}
          wait={messaging.slowMode()}
          onFocus={setFocused}
          onEditLast={messaging.editLast}
          onSent={sent}
          me={messaging.me()}
          attach={
            <AttachMenu
              conversationId={props.view.id}
              to={undefined}
              isAmongTwo={props.view.kind === "direct" || props.view.kind === "saved"}
              place={place()}
              onFiles={composing.choosing.add}
              onSent={sent}
            />
          }
          thread={{
            label: t("threads.composerLabel"),
            placeholder: t("threads.placeholder"),
            foot: (
              <Show when={messaging.mayDo("whoMayPost")}>
                <label class="thread__share">
                  <input
                    class="check"
                    type="checkbox"
                    checked={isShared()}
                    onChange={(event) => setShared(event.currentTarget.checked)}
                  />
                  {t("threads.alsoSend")}
                </label>
              </Show>
            ),
          }}
        />
      </Show>
      <dialogs.Outlet actions={actions} />
    </>
  );
}
