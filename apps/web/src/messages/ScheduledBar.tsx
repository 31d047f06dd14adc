import type { ConversationId, MessageId, ScheduledMessage } from "@parley/schema";
import { Icon } from "@parley/ui";
import { createMemo, createSignal, lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createOwn } from "../sync/index.ts";
import "./later.css";

const ScheduledList = lazy(() => import("./ScheduledList.tsx").then((module) => ({ default: module.ScheduledList })));

export type Scheduled = { id: MessageId; message: ScheduledMessage };

/** How many messages wait in a conversation for their time, or in one of its threads; opens the list of them. */
export function ScheduledBar(props: { conversationId: ConversationId; threadId?: MessageId }) {
  const { t } = useI18n();
  const rows = createOwn<ScheduledMessage>("scheduled");
  const [isOpen, setOpen] = createSignal(false);
  const here = createMemo(() =>
    rows()
      .filter(({ value }) => value.conversationId === props.conversationId)
      .filter(({ value }) => !props.threadId || value.threadId === props.threadId)
      .map((row): Scheduled => ({ id: row.key as MessageId, message: row.value }))
      .sort((a, b) => a.message.sendAt.localeCompare(b.message.sendAt)),
  );
  const hasFailed = () => here().some((it) => it.message.failure);

  return (
    <>
      <Show when={here().length > 0}>
        <button
          type="button"
          class="scheduled-bar"
          data-failed={hasFailed() ? "" : undefined}
          onClick={() => setOpen(true)}
        >
          <Icon name={hasFailed() ? "alert" : "clock"} size="sm" />
          {hasFailed() ? t("later.someFailed") : t("later.waiting", { count: here().length })}
        </button>
      </Show>
      <Suspense>
        <Show when={isOpen()}>
          <ScheduledList messages={here()} onClose={() => setOpen(false)} />
        </Show>
      </Suspense>
    </>
  );
}
