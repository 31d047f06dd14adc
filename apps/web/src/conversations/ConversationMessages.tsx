import type { MessageId } from "@parley/schema";
import { useNavigate } from "@solidjs/router";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { Composer } from "../messages/Composer.tsx";
import { createComposing } from "../messages/create-composing.ts";
import { AttachMenu } from "../messages/kinds/LazyAttachMenu.tsx";
import { Timeline, type TimelineHandle } from "../messages/Timeline.tsx";
import { createHit } from "../search/create-hit.ts";
import { createTimeline, type Timeline as TimelineOf } from "../sync/index.ts";
import { createAnnouncements } from "./create-announcements.ts";
import { createMessaging } from "./create-messaging.tsx";
import type { ConversationView } from "./create-view.ts";

// Few messages wait for their time.
const ScheduledBar = lazy(() => import("../messages/ScheduledBar.tsx").then((it) => ({ default: it.ScheduledBar })));

const WritingClosed = lazy(() => import("./WritingClosed.tsx").then((module) => ({ default: module.WritingClosed })));
const PinBar = lazy(() => import("../messages/PinBar.tsx").then((module) => ({ default: module.PinBar })));
const SelectionBar = lazy(() =>
  import("../messages/passing-on/SelectionBar.tsx").then((module) => ({ default: module.SelectionBar })),
);
const SavedTags = lazy(() =>
  import("../messages/saved-tags/SavedTags.tsx").then((module) => ({ default: module.SavedTags })),
);
const FindBar = lazy(() => import("../search/FindBar.tsx").then((module) => ({ default: module.FindBar })));

/** What was written, and where to write. */
export function ConversationMessages(props: {
  view: ConversationView;
  /** What is searched for in here; undefined while nobody searches. */
  find: string | undefined;
  onFind(text: string | undefined): void;
}) {
  const id = () => props.view.id;
  const all = createTimeline(id);
  /** Of what was saved, those with a tag. */
  const [tagged, setTagged] = createSignal<TimelineOf>();
  const timeline = () => tagged() ?? all;
  const navigate = useNavigate();
  const toLatest = () => void (tagged() ? navigate(`/c/${id()}`) : handle?.toLatest());
  const [isFocused, setFocused] = createSignal(false);
  let handle: TimelineHandle | undefined;
  const hit = createHit((at) => void handle?.jumpTo(at.id as MessageId, at.seq));
  const messaging = createMessaging({
    get view() {
      return props.view;
    },
    get timeline() {
      return timeline();
    },
    composing: () => composing,
    jumpTo: (messageId, seq, from) => void handle?.jumpTo(messageId, seq, from),
  });
  const { setting, actions, dialogs, me, pins, pin, passingOn } = messaging;

  const to = () => (props.view.kind === "saved" ? me() : (props.view.otherId ?? undefined));
  const composing = createComposing({
    conversation: () => ({
      id: id(),
      draft: props.view.entry?.draft ?? null,
      lastSeq: props.view.entry?.lastSeq ?? 0,
      to: to(),
    }),
    find: (messageId) => timeline().messages.find((message) => message.id === messageId),
    isFocused,
    mentionsIn: (text) => messaging.mentionsIn(text),
  });

  createAnnouncements({ conversation: () => props.view.entry, me, isGroup: () => props.view.kind === "group" });

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
      <Show when={props.view.kind === "saved"}>
        <Suspense>
          <SavedTags conversationId={id()} onShow={setTagged} />
        </Suspense>
      </Show>
      <Show when={timeline()} keyed>
        {(shown) => (
          <Timeline
            conversationId={id()}
            conversation={props.view.entry}
            timeline={shown}
            setting={setting}
            actions={actions}
            startAt={hit()}
            handle={(made) => (handle = made)}
          />
        )}
      </Show>
      <Show when={passingOn.selection.isOn()}>
        <Suspense>
          <SelectionBar selection={passingOn.selection} setting={setting} acts={passingOn.acts} />
        </Suspense>
      </Show>
      <Show
        when={!passingOn.selection.isOn() && !messaging.isReadOnly() && messaging.mayDo("whoMayPost")}
        fallback={
          <Show when={!passingOn.selection.isOn()}>
            <Suspense>
              <WritingClosed view={props.view} messaging={messaging} />
            </Suspense>
          </Show>
        }
      >
        <Suspense>
          <ScheduledBar conversationId={id()} />
        </Suspense>
        <Composer
          composing={composing}
          wait={messaging.slowMode()}
          title={props.view.title}
          conversationId={id()}
          onFocus={setFocused}
          onEditLast={messaging.editLast}
          onSent={toLatest}
          me={me()}
          attach={
            <AttachMenu
              conversationId={id()}
              to={(props.view.entry?.lastSeq ?? 0) === 0 ? to() : undefined}
              isAmongTwo={props.view.kind === "direct" || props.view.kind === "saved"}
              onFiles={composing.choosing.add}
              onSent={toLatest}
            />
          }
        />
      </Show>
      <passingOn.Outlet />
      <dialogs.Outlet actions={actions} />
    </>
  );
}
