import { type ConversationId, isOnlyInThread, type MessageId } from "@parley/schema";
import { useToast } from "@parley/ui";
import { createEffect, createMemo, createSignal, lazy, on, onMount, Show, Suspense, untrack } from "solid-js";
import { Virtualizer, type VirtualizerHandle } from "virtua/solid";
import { useI18n } from "../i18n/index.ts";
import {
  type ConversationEntry,
  createMessageFinder,
  type TimelineMessage,
  type Timeline as TimelineOf,
  useSync,
} from "../sync/index.ts";
import { createNextMention } from "./create-next-mention.ts";
import { createReading } from "./create-reading.ts";
import { createRoving } from "./create-roving.ts";
import { createScrolling, startBlock, threadStartBlock } from "./create-scrolling.ts";
import type { MessageActions, MessageSetting } from "./message-actions.ts";
import { canReact } from "./message-rights.ts";
import { TimelineItem, TimelineList } from "./TimelineList.tsx";
import { TimelineOverlays } from "./TimelineOverlays.tsx";
import { TimelineRow } from "./TimelineRow.tsx";
import { TimelineStart } from "./TimelineStart.tsx";
import { noRows, rowsOf, type TimelineRows } from "./timeline-rows.ts";
import "./timeline.css";
import "./bubble.css";
import "./message-acts.css";
import "./reactions.css";
import "./run.css";

// Its place is kept free, so it may come after the messages.
const TypingLine = lazy(() => import("./TypingLine.tsx").then((module) => ({ default: module.TypingLine })));

/** The way to what a timeline can do, for those beside it. */
export type TimelineHandle = {
  toLatest(): Promise<void>;
  jumpTo(messageId: MessageId, seq?: number, from?: MessageId): Promise<void>;
};

export type TimelineProps = {
  conversationId: ConversationId;
  conversation: Pick<ConversationEntry, "id" | "lastSeq" | "readSeq" | "unread" | "mentions"> | undefined;
  timeline: TimelineOf;
  setting: MessageSetting;
  actions: MessageActions;
  /** Where to open instead of at what is new: a message that was found. */
  startAt?: { id: string; seq: number } | undefined;
  handle(handle: TimelineHandle): void;
  /** A thread has its own: otherwise the conversation is marked. */
  markRead?(seq: number): void;
};

/** The messages of a conversation, by seq: a virtual list that opens at what is new and follows its foot. */
export function Timeline(props: TimelineProps) {
  const { t } = useI18n();
  const sync = useSync();
  const [log, setLog] = createSignal<HTMLElement>();
  const [list, setList] = createSignal<VirtualizerHandle>();
  const [isPlaced, setPlaced] = createSignal(false);
  const [highlighted, setHighlighted] = createSignal<string>();
  /** The message whose quote led away from it, until the reader is back. */
  const [cameFrom, setCameFrom] = createSignal<MessageId>();
  const [isSeeking, setSeeking] = createSignal(false);
  const find = createMessageFinder();
  const toast = useToast();
  const startHeight = untrack(() => (props.setting.threadId ? threadStartBlock : startBlock));

  const rows = createMemo<TimelineRows>(
    (before) => rowsOf(props.timeline.messages, props.timeline.hasOlder(), before),
    noRows,
  );
  const scrolling = createScrolling({ timeline: () => props.timeline, rows, log, list, startBlock: startHeight });
  const reading = createReading({
    conversation: () => props.conversation,
    isAtFoot: scrolling.isAtFoot,
    isPlaced,
    markRead: untrack(() => props.markRead),
  });
  const messageOf = (id: string) => props.setting.find(id as never);
  const roving = createRoving({
    ids: () => rows().ids,
    log,
    reveal: (index) => {
      if (index === rows().ids.length - 1 && !props.timeline.hasNewer()) return void scrolling.toLatest();
      scrolling.release();
      scrolling.revealRow(index);
    },
    openMenu(id) {
      const message = messageOf(id);
      const row = log()?.querySelector(`[data-message="${id}"]`);
      if (message && row) props.actions.openMenu(message, row.getBoundingClientRect());
    },
    reply(id) {
      const message = messageOf(id);
      if (message && canReact(message, props.setting)) props.actions.reply(message);
    },
    openThread(id) {
      const message = messageOf(id);
      if (message && !props.setting.threadId && message.kind !== "event" && message.seq > 0)
        props.actions.openThread(message);
    },
    select: (id, isRange) => props.actions.select(id, isRange),
    isSelecting: () => props.setting.isSelecting,
    stopSelecting: () => props.actions.clearSelection(),
    remove(id) {
      const message = messageOf(id);
      if (message && props.setting.canDelete(message)) props.actions.askDelete(message);
    },
  });

  const mentions = createNextMention({
    mentions: () => props.conversation?.mentions ?? [],
    messages: () => props.timeline.messages,
    log,
  });
  const goToMention = async () => {
    const seq = mentions.take();
    if (seq === undefined) return;
    const held = () => props.timeline.messages.find((message) => message.seq === seq)?.id;
    scrolling.release();
    if (rowOf(held()) < 0) await props.timeline.jumpTo(seq);
    const id = held();
    if (id)
      scrolling.showRow(
        () => rowOf(id),
        "center",
        () => flash(id),
      );
  };

  const firstNew = createMemo(() => {
    const after = reading.unread()?.afterSeq;
    if (after === undefined) return undefined;
    const at = props.timeline.messages.findIndex((message) => message.seq > after);
    // The oldest message held may not be the first new one.
    return at > 0 || (at === 0 && !props.timeline.hasOlder()) ? props.timeline.messages[at]?.id : undefined;
  });
  const rowOf = (id: string | undefined) => (id === undefined ? -1 : rows().ids.indexOf(id as never));

  const flash = (id: string) => {
    setHighlighted(id);
    setTimeout(() => setHighlighted((shown) => (shown === id ? undefined : shown)), 1_200);
  };

  const showHit = (id: string) => {
    scrolling.placeAt(rowOf(id));
    scrolling.showRow(
      () => rowOf(id),
      "center",
      () => flash(id),
    );
  };

  createEffect(
    on([() => rows().ids.length, list, () => props.conversation], async ([count, shown, conversation]) => {
      if (isPlaced() || count === 0 || !shown || !conversation) return;
      setPlaced(true);
      const start = props.startAt;
      if (start) {
        if (rowOf(start.id) < 0) await props.timeline.jumpTo(start.seq);
        if (rowOf(start.id) >= 0) return showHit(start.id);
      }
      const firstSeq = props.timeline.messages[0]?.seq ?? 0;
      if (conversation.unread > 0 && props.timeline.hasOlder() && firstSeq > conversation.readSeq + 1)
        await props.timeline.jumpTo(conversation.readSeq + 1);
      const row = rowOf(firstNew());
      scrolling.placeAt(row < 0 ? undefined : row);
    }),
  );

  const handle: TimelineHandle = {
    toLatest: scrolling.toLatest,
    async jumpTo(id, seq, from) {
      if (rowOf(id) < 0) {
        setSeeking(true);
        const found = seq === undefined ? await find(props.conversationId, id) : undefined;
        setSeeking(false);
        const place = seq ?? found?.seq;
        if (place === undefined) return void toast.show({ text: t("threads.notFound") });
        if (found && isOnlyInThread(found) && !props.setting.threadId) return props.actions.openThread(found);
        scrolling.release();
        await props.timeline.jumpTo(place);
      }
      setCameFrom(from);
      if (rowOf(id) >= 0)
        scrolling.showRow(
          () => rowOf(id),
          "center",
          () => flash(id),
        );
    },
  };
  onMount(() => props.handle(handle));
  const goBack = () => {
    const from = cameFrom();
    if (from) void handle.jumpTo(from);
  };

  return (
    <div class="conv__main">
      <div
        ref={setLog}
        class="log"
        role="log"
        aria-live="off"
        aria-label={t(props.setting.threadId ? "threads.logLabel" : "messages.logLabel", {
          title: props.setting.title,
        })}
        tabindex="0"
        onKeyDown={roving.onKeyDown}
        onFocusIn={roving.onFocusIn}
        onFocusOut={roving.onFocusOut}
      >
        <div class="timeline">
          <TimelineStart timeline={props.timeline} setting={props.setting} />
          <Show when={log() && rows().part} keyed>
            <Virtualizer
              ref={(handle) => setList(handle)}
              as={TimelineList}
              item={TimelineItem}
              scrollRef={log()}
              data={rows().ids}
              shift={rows().isShift}
              startMargin={startHeight}
              bufferSize={600}
              keepMounted={keptRows(rowOf(roving.current()))}
              onScroll={scrolling.onScroll}
              onScrollEnd={() => {
                scrolling.onScrollEnd();
                mentions.look();
              }}
              onResize={scrolling.onResize}
            >
              {(id) => {
                const at = () => rows().places.get(id) ?? -1;
                const message = createMemo<TimelineMessage | undefined>(
                  (before) => props.timeline.messages[at()] ?? before,
                );
                const after = () => props.timeline.messages[at() + 1];
                return (
                  <Show when={message()}>
                    {(held) => (
                      <TimelineRow
                        message={held()}
                        before={props.timeline.messages[at() - 1]}
                        after={after()}
                        newCount={firstNew() === id ? reading.unread()?.count : undefined}
                        isAfterNew={after() !== undefined && firstNew() === after()?.id}
                        now={sync.serverNow()}
                        setting={props.setting}
                        actions={props.actions}
                        isHighlighted={highlighted() === id}
                        isEntered={roving.entered() === id}
                      />
                    )}
                  </Show>
                );
              }}
            </Virtualizer>
          </Show>
          <Suspense fallback={<div class="typing" />}>
            <TypingLine conversationId={props.conversationId} threadId={props.setting.threadId} me={props.setting.me} />
          </Suspense>
        </div>
      </div>
      <TimelineOverlays
        topMessage={messageOf(rows().ids[scrolling.topRow()] ?? "")}
        isScrolling={scrolling.isScrolling() && isPlaced()}
        isAway={scrolling.isAway() && isPlaced()}
        unread={props.conversation?.unread ?? 0}
        now={sync.serverNow()}
        mentions={isPlaced() ? mentions.count() : 0}
        onNextMention={() => void goToMention()}
        isSeeking={isSeeking()}
        onBack={cameFrom() ? goBack : undefined}
        onToLatest={() => {
          setCameFrom(undefined);
          void scrolling.toLatest();
        }}
      />
    </div>
  );
}

function keptRows(row: number): number[] {
  return row < 0 ? [] : [row];
}
