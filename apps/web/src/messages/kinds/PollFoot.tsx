import { limits, type PollContent } from "@parley/schema";
import { Button, Dialog } from "@parley/ui";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { type TimelineMessage, useSync } from "../../sync/index.ts";
import type { MessageSetting } from "../message-actions.ts";
import { canClosePoll } from "./can-close-poll.ts";

const PollVoters = lazy(() => import("./PollVoters.tsx").then((module) => ({ default: module.PollVoters })));

/** How many have voted, until when one can, and what else can be done. */
export function PollFoot(props: {
  message: TimelineMessage;
  poll: PollContent;
  isOver: boolean;
  canTakeBack: boolean;
  setting: MessageSetting;
  isEntered: boolean;
  onTakeBack(): void;
}) {
  const { t, formatWhen } = useWhen();
  const sync = useSync();
  const [open, setOpen] = createSignal<"voters" | "close">();
  const count = () => props.poll.tally?.voterCount ?? 0;
  const countedCount = () => props.poll.tally?.countedCount ?? 0;
  const isHeldBack = () => props.poll.isAnonymous && count() > countedCount();
  const tab = () => (props.isEntered ? 0 : -1);

  return (
    <>
      <p class="poll__foot">
        <span>
          {t("kinds.poll.voters", { count: count() })}
          {" · "}
          {props.poll.isAnonymous ? t("kinds.poll.anonymous") : t("kinds.poll.named")}
        </span>
        <Show
          when={props.isOver}
          fallback={<Show when={props.poll.closesAt}>{(at) => <span>{formatWhen(at())}</span>}</Show>}
        >
          <span>{t("kinds.poll.closed")}</span>
        </Show>
      </p>
      <Show when={isHeldBack()}>
        <p class="poll__foot">
          {props.isOver ? t("kinds.poll.tooFew") : t("kinds.poll.inSteps", { count: limits.anonymousStep })}
        </p>
      </Show>
      <div class="poll__acts">
        <Show when={props.canTakeBack}>
          <button type="button" class="linkish" tabindex={tab()} onClick={() => props.onTakeBack()}>
            {t("kinds.poll.takeBack")}
          </button>
        </Show>
        <Show when={!props.poll.isAnonymous && count() > 0 && props.message.seq > 0}>
          <button type="button" class="linkish" tabindex={tab()} onClick={() => setOpen("voters")}>
            {t("kinds.poll.whoVoted")}
          </button>
        </Show>
        <Show when={!props.isOver && canClosePoll(props.message, props.setting)}>
          <button type="button" class="linkish" tabindex={tab()} onClick={() => setOpen("close")}>
            {t("kinds.poll.closeDots")}
          </button>
        </Show>
      </div>
      <Suspense>
        <Show when={open() === "voters"}>
          <PollVoters message={props.message} poll={props.poll} onClose={() => setOpen(undefined)} />
        </Show>
      </Suspense>
      <Dialog
        isOpen={open() === "close"}
        title={t("kinds.poll.closeTitle")}
        onClose={() => setOpen(undefined)}
        actions={
          <>
            <Button onClick={() => setOpen(undefined)} autofocus>
              {t("kinds.poll.keepOpen")}
            </Button>
            <Button
              variant="danger"
              onClick={() => {
                setOpen(undefined);
                const { conversationId, id: messageId } = props.message;
                void sync.do.closePoll({ conversationId, messageId });
              }}
            >
              {t("kinds.poll.close")}
            </Button>
          </>
        }
      >
        <p class="muted">{t("kinds.poll.closeText")}</p>
      </Dialog>
    </>
  );
}

function useWhen() {
  const { t, formatDay, formatTime } = useI18n();
  const sync = useSync();
  return {
    t,
    formatWhen: (at: string) => t("kinds.poll.ends", { when: `${formatDay(at, sync.serverNow())} ${formatTime(at)}` }),
  };
}
