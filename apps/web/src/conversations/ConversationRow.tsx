import type { UserId } from "@parley/schema";
import { Badge, Icon } from "@parley/ui";
import { createMemo, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { isUnread } from "../organising/is-unread.ts";
import { StatusEmoji } from "../people/StatusEmoji.tsx";
import { type ConversationEntry, createPerson, createTyping, type Presence } from "../sync/index.ts";
import { ConversationAvatar } from "./ConversationAvatar.tsx";
import { RowLine } from "./RowLine.tsx";
import { previewOf } from "./row-preview.ts";
import "./conversation-row.css";

export type ConversationRowProps = {
  entry: ConversationEntry;
  me: UserId;
  isOpen: boolean;
  now: number;
  presence: Presence | undefined;
  isTabStop: boolean;
};

/** One line of the list: who, what last, when, and how much is new. */
export function ConversationRow(props: ConversationRowProps) {
  const { t, formatWhen } = useI18n();
  const typing = createTyping(() => props.entry.id);
  const isTyping = () => typing().some((id) => id !== props.me);
  const preview = createMemo(() => previewOf(props.entry, isTyping(), props.isOpen));
  const other = createPerson(() => props.entry.otherId);
  const title = () => (props.entry.kind === "saved" ? t("app.saved") : props.entry.title);
  const isQuiet = () => props.entry.level !== "all";
  const isPending = () => props.entry.preview?.sendState === "pending" && preview().kind === "text";

  return (
    <a
      class="row"
      classList={{
        "row--unread": isUnread(props.entry) && !isQuiet(),
        "row--typing": preview().kind === "typing",
      }}
      href={`/c/${props.entry.id}`}
      aria-current={props.isOpen ? "true" : undefined}
      tabindex={props.isTabStop ? 0 : -1}
      draggable={props.entry.pin === null ? undefined : "false"}
      data-conversation={props.entry.id}
    >
      <ConversationAvatar of={props.entry} presence={props.presence} />
      <span class="row__main">
        <span class="row__top">
          <span class="row__name" dir="auto">
            {title()}
          </span>
          <StatusEmoji person={other()} now={props.now} />
          <RowMarks entry={props.entry} />
          <span class="row__time">
            <Show when={isPending()}>
              <span class="tickmark" role="img" aria-label={t("messages.tick.pending")}>
                <Icon name="clock" size="xs" />
              </span>
            </Show>
            <time datetime={props.entry.lastAt}>{formatWhen(props.entry.lastAt, props.now)}</time>
          </span>
        </span>
        <span class="row__bot">
          <RowLine preview={preview()} entry={props.entry} me={props.me} />
          <Show when={preview().kind === "failed"}>
            <span class="row__flags row__failed" aria-hidden="true">
              <Icon name="alert-circle" size="sm" />
            </span>
          </Show>
          <Show when={props.entry.mentions.length > 0}>
            <span class="row__flags">
              <span class="badge badge--you row__at" role="img" aria-label={t("formatting.mentionsYou")}>
                @
              </span>
            </span>
          </Show>
          <Show when={props.entry.unread > 0}>
            <span class="row__flags">
              <Badge
                count={props.entry.unread}
                tone={isQuiet() ? "muted" : props.entry.kind === "direct" ? "you" : "default"}
                label={t("app.unread", { count: props.entry.unread })}
              />
            </span>
          </Show>
          <Show when={props.entry.unread === 0 && props.entry.isMarkedUnread}>
            <span class="row__flags">
              <span
                class="badge badge--dot"
                classList={{ "badge--you": !isQuiet() }}
                role="img"
                aria-label={t("organising.markedUnread")}
              />
            </span>
          </Show>
        </span>
      </span>
    </a>
  );
}

/** What the user set for this chat, as small pictures beside its name. */
function RowMarks(props: { entry: ConversationEntry }) {
  const { t } = useI18n();
  return (
    <>
      <Show when={props.entry.pin !== null}>
        <span class="row__mark" role="img" aria-label={t("organising.pinned")}>
          <Icon name="pin" size="xs" />
        </span>
      </Show>
      <Show when={props.entry.isMuted || props.entry.level === "nothing"}>
        <span class="row__mark" role="img" aria-label={t("organising.isMuted")}>
          <Icon name="bell-off" size="xs" />
        </span>
      </Show>
      <Show when={!props.entry.isMuted && props.entry.level === "mentions"}>
        <span class="row__mark" role="img" aria-label={t("organising.level.mentions")}>
          <Icon name="mention" size="xs" />
        </span>
      </Show>
    </>
  );
}
